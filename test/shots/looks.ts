/** How a screen may be looked at, and by whom: a browser that is set so. */

import type { Browser, BrowserContext } from 'playwright-core'
import type { PHONE } from '../browser/visit'
import { DEVICE } from '../journeys/people'
import type { Viewer } from './screens'
import type { SeededTown } from './town'

export type Look = { name: string; dark?: boolean; settings: { lang: 'zh' | 'en'; care: boolean } }

const CITIZENS = ['worker', 'neighbour', 'thirsty'] as const
const isCitizen = (who: Viewer): who is (typeof CITIZENS)[number] => CITIZENS.some((one) => one === who)

/** A browser in which this person is signed in, with this look, at the town's time. */
export async function contextFor(
  who: Viewer,
  { dark, settings }: Look,
  viewport: typeof PHONE,
  browser: Browser,
  { town, tokens }: SeededTown,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport,
    locale: settings.lang === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
  })
  // What the app itself keeps on a phone, as Taro keeps it in a browser; and the town's clock.
  const kept: [string, unknown][] = [['minhu.settings', settings]]
  if (isCitizen(who)) kept.push(['minhu.token.citizen', tokens[who]])
  else if (who !== 'anyone') kept.push(['minhu.token.desk', tokens[who]], ['minhu.device', DEVICE])
  await context.addInitScript((all) => {
    for (const [key, data] of all) localStorage.setItem(key, JSON.stringify({ data }))
  }, kept)
  await context.clock.setSystemTime(new Date(town.now()))
  return context
}
