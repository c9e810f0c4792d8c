/** WeChat's rules that only a phone or a real account can judge: named here so that the report is whole. */
import { type Rule, skip } from './rule'

const RULES: [name: string, source: string, why: string][] = [
  ['scripts run at most 1 s at a time', 'audits 1, weight 7', 'the time of a phone is not the time of this machine'],
  ['the first screen is there within 5 s', 'audits 2, weight 6', 'the time of a phone is not the time of this machine'],
  ['drawing takes at most 500 ms', 'audits 3, weight 6', 'the time of a phone is not the time of this machine'],
  ['every request returns within 1 s', 'audits 7, weight 5', 'the time of a real network'],
  ['at most 6 pictures are fetched at once', 'audits 9, weight 5', 'the fake phone fetches no pictures'],
  ['pictures may be kept', 'audits 10, weight 4', "the host's headers: test/journeys"],
  ['pictures are no larger than they are shown', 'audits 11, weight 4', "the host's thumbnails: src/drivers/files"],
  ['nothing large is asked for twice', 'audits 12, weight 2', 'needs three minutes of use'],
  ['requests succeed', 'audits 21, weight 3', 'needs the real server'],
  [
    'timers fire on the page that set them',
    'audits 28, weight 0',
    'cannot be read from minified scripts, nor told apart from the timers of Taro and React',
  ],
]

export const unmeasured: Rule[] = RULES.map(([name, source, why]) => ({
  ...{ name, source, needs: 'files' as const },
  check: () => skip(why),
}))
