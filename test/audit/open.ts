/** Every screen of the build, run on WeChat's own compiler and runtime: what it sent, how large it is, what it draws. */
import type { Page, Traffic } from '../weapp/page'
import type { Phone } from '../weapp/phone'
import { furnish, SCREEN_NAMES, type ScreenName } from '../weapp/screens'
import type { Counts } from '../weapp/tree'
import { drawTree } from './tree-html'

export type Opened = {
  name: ScreenName
  route: string
  traffic: Traffic
  counts: Counts
  /** Every name that setData carried. */
  names: string[]
  /** Requests for data while it opened; pictures are not among them. */
  requests: number
  errors: string[]
  /** What it draws, as HTML, at the usual size and in care mode. */
  html: Record<Size, string>
}

/** How large the person has set WeChat's letters. */
export type Size = keyof typeof SIZES
export const SIZES = {
  usual: { fontSizeSetting: 16, fontSizeScaleFactor: 1 },
  care: { fontSizeSetting: 22, fontSizeScaleFactor: 1.4 },
} as const

export async function openScreens(dist: string, builtFor?: string, names = SCREEN_NAMES): Promise<Opened[]> {
  const screens = await furnish({ dist, builtFor, names })
  const { phone } = screens
  const draw = (page: Page) => drawTree(page.host)
  try {
    const opened: Opened[] = []
    for (const name of names) {
      await phone.set(SIZES.usual)
      const before = { requests: questions(phone), errors: phone.errors.length }
      const page = await screens.open(name)
      const seen = {
        ...{ name, route: page.route, traffic: page.traffic(), counts: page.counts(), names: [...page.names] },
        requests: questions(phone) - before.requests,
        errors: phone.errors.slice(before.errors),
      }
      const usual = draw(page)
      await phone.set(SIZES.care)
      opened.push({ ...seen, html: { usual, care: draw(await screens.open(name)) } })
    }
    return opened
  } finally {
    await screens.close()
  }
}

/** What was asked so far, whichever way the program asks. */
const questions = (phone: Phone): number => phone.called('request').length + phone.called('cloud.callFunction').length
