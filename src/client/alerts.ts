/** The emergency notices that hold, for the banner of every screen. Kept on the phone, and asked again now and then. */
import * as v from 'valibot'
import { create } from 'zustand'
import { alerts } from '@/contract/alerts'
import type { AlertLine } from '@/contract/lines'
import { call } from './call'
import { keep, keptOf } from './kept'
import { ask } from './transport'

/** `at`: when the server said so, by the phone's clock. `away`: it could not be asked since. */
type Known = { now: AlertLine[]; at: number; away: boolean }

const FRESH = 60_000
/** Of so many the whole text is kept. */
const WHOLE = 3

export const useAlerts = create<Known>(() => {
  const kept = keptOf('alerts.now', {}, alerts['alerts.now'].gives)
  return { now: kept?.data.now ?? [], at: kept ? Date.parse(kept.at) : 0, away: false }
})

/** What the server says now, by itself or with something else that was asked. */
export function takeAlerts(now: AlertLine[]): void {
  const known = useAlerts.getState()
  const same = JSON.stringify(known.now) === JSON.stringify(now)
  useAlerts.setState({ now: same ? known.now : now, at: Date.now(), away: false })
  keep('alerts.now', {}, { now })
  for (const line of now.slice(0, WHOLE)) void keepWhole(line)
}

/** When a screen opens: asks, unless that was done a moment ago. Unanswered, what was known stays. */
export async function refreshAlerts(): Promise<void> {
  if (asking || Date.now() - useAlerts.getState().at < FRESH) return
  asking = true
  const reply = await call(alerts, 'alerts.now', {})
  asking = false
  if (reply.ok) return takeAlerts(reply.data.now)
  if (!useAlerts.getState().away) useAlerts.setState({ away: true })
}
let asking = false

const Edition = v.object({ edition: v.number() })

/** The whole text for when there is no network. As it came: the page that shows it checks it, and carries what that takes. */
async function keepWhole({ id, edition }: AlertLine): Promise<void> {
  if (keptOf('release.read', { id }, Edition)?.data.edition === edition) return
  const reply = await ask('release.read', { id }, 'citizen').catch(() => undefined)
  const read = v.safeParse(v.object({ ok: v.literal(true), data: v.looseObject({}) }), reply)
  if (read.success) keep('release.read', { id }, read.output.data)
}
