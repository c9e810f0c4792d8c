/**
 * How often, and how long, somebody may be sent messages in WeChat's customer service chat, or by the official account.
 * What one allows is not added to what another does; doing the same again starts it anew.
 */
import type { Moment } from './deadline'

/** chat: the mini program's customer service. account: the linked official account. */
export const DOORS = ['chat', 'account'] as const
export type Door = (typeof DOORS)[number]

/** What somebody did that lets us speak to them. touched: a menu of the account, following it, or scanning its code. */
export const DEEDS = ['wrote', 'entered', 'touched'] as const
export type Deed = (typeof DEEDS)[number]

export type Window = { until: Moment; left: number }
export type Windows = Partial<Record<Deed, Window>>

const MINUTE = 60_000
const OPENS: Record<Deed, { minutes: number; left: number }> = {
  wrote: { minutes: 48 * 60, left: 5 },
  entered: { minutes: 1, left: 2 },
  touched: { minutes: 1, left: 3 },
}

/** What may be sent after this deed. One that we hear of late does not take back what a later one opened. */
export function opened(windows: Windows, deed: Deed, at: Date): Windows {
  const { minutes, left } = OPENS[deed]
  const until = new Date(at.getTime() + minutes * MINUTE).toISOString()
  return until < (windows[deed]?.until ?? '') ? windows : { ...windows, [deed]: { until, left } }
}

/** How many messages may still be sent, and until when: none, and no time, where nothing is open. */
export function leftIn(windows: Windows, now: Date): { left: number; until?: Moment } {
  const open = openIn(windows, now)
  const best = open.reduce<Window | undefined>((most, one) => (most && !isBetter(one, most) ? most : one), undefined)
  return best ?? { left: 0 }
}

const isBetter = (one: Window, other: Window) =>
  one.left === other.left ? one.until > other.until : one.left > other.left

function openIn(windows: Windows, now: Date): Window[] {
  const at = now.toISOString()
  return Object.values(windows).filter(({ until }) => at < until)
}

/** One message was sent: it counts in all that are open. What is over is forgotten. */
export function spent(windows: Windows, now: Date): Windows {
  const at = now.toISOString()
  const open = Object.entries(windows).filter(([, { until }]) => at < until)
  return Object.fromEntries(open.map(([deed, one]) => [deed, { ...one, left: Math.max(0, one.left - 1) }]))
}

/** Why a message did not reach somebody, as officials are told. */
export const SEND_TROUBLES = [
  /** They have not agreed to such messages, have taken it back, or used it up. */
  'no-leave',
  'over',
  'used-up',
  'unfit',
  'unknown',
  'forbidden',
  'busy',
  'token',
  'other',
] as const
export type SendTrouble = (typeof SEND_TROUBLES)[number]

const NUMBERS: Record<number, SendTrouble> = {
  [-1]: 'busy',
  40001: 'token',
  40003: 'unknown',
  40014: 'token',
  42001: 'token',
  43101: 'no-leave',
  45009: 'busy',
  45015: 'over',
  45047: 'used-up',
  47003: 'unfit',
  48001: 'forbidden',
}

/** What WeChat's number says. */
export const troubleOf = (errcode: number): SendTrouble => NUMBERS[errcode] ?? 'other'

/** What is kept of a message that was not sent: one of ours, a number of WeChat's, or the field that it would not have. */
export function troubleIn(code: string): SendTrouble {
  const known = SEND_TROUBLES.find((one) => one === code)
  const errcode = Number.parseInt(code, 10)
  return known ?? (Number.isNaN(errcode) ? 'unfit' : troubleOf(errcode))
}
