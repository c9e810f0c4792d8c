/** The app dies in the middle of a filing, at every call that matters; files and network. Storage has a file of its own. */
import type { Moment } from './device'
import { killsAtEach } from './filing-kills'

const MINUTES = 60_000

test.each<[name: string, moment: Moment]>([
  ['copyFile', 'before'],
  ['copyFile', 'halfway'],
  ['copyFile', 'after'],
  ['uploadFile', 'before'],
  ['uploadFile', 'halfway'],
  ['uploadFile', 'after'],
])(
  'killed at a photo’s %s, %s: it arrives once and whole, or is a draft with all that was shown',
  async (name, moment) => {
    expect(await killsAtEach(name, moment)).toBe(2)
  },
  5 * MINUTES,
)

test.each<Moment>(['before', 'after'])(
  'killed %s any request: it arrives once and whole, or is a draft with all that was shown',
  async (moment) => {
    expect(await killsAtEach('request', moment)).toBeGreaterThanOrEqual(4)
  },
  10 * MINUTES,
)
