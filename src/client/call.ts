/** The one way a screen asks the server. Typed and checked by the contract; never throws: an error is a value. */
import * as v from 'valibot'
import type { Answer, Failure } from '@/contract'
import type { Asked, Given, Topic } from '@/contract/action'
import { CODES, PHONE_REFUSALS, type PhoneReason } from '@/contract/phoneRefusals'
import { session } from '@/contract/session'
import { dropToken, keepToken, loginCode, makeDevice, type Side, tokenOf } from './session'
import { useSettings } from './settings'
import { ask, needsSession } from './transport'

/**
 * Asks as a citizen, or as an official (`desk`). `topic` is the part of the contract that has the action: each screen
 * carries only the parts it uses. A citizen who has no session yet is given one on the way.
 */
export async function call<T extends Topic, A extends keyof T & string>(
  topic: T,
  action: A,
  input: Asked<T[A]>,
  side: Side = 'citizen',
): Promise<Answer<Given<T[A]>>> {
  const open = topic[action]?.who.some((role) => role === 'anyone') ?? false
  if (side === 'citizen' && !open) {
    const opened = await ensureSession()
    if (!opened.ok) return opened
  }
  if (side === 'desk') await makeDevice()
  const post = () => posted(topic, action, input, side)
  return open ? post() : inSession(side, post)
}

/** Asks; where the session has ended on the server, a citizen asks once more with a new one. */
export async function inSession<T>(side: Side, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const token = tokenOf(side)
  const reply = await ask()
  // The desk has locked: what was asked is asked again when it is open, and nothing of it is lost.
  if (!reply.ok && reply.error.reason === 'locked' && (await untilOpen())) return inSession(side, ask)
  if (reply.ok || reply.error.reason !== 'signed-out') return reply
  // Somebody else may have a new one already; thrown away, it would be a third person who asks.
  if (tokenOf(side) === token) dropToken(side)
  if (side === 'desk') return reply
  const opened = await ensureSession()
  return opened.ok ? ask() : opened
}

/** False at once, until an official's screen says how one waits for the desk: client/lock.ts. */
let untilOpen = (): Promise<boolean> => Promise.resolve(false)
export function waitsWith(wait: () => Promise<boolean>): void {
  untilOpen = wait
}

/** A citizen's session, opened at the first need and never twice at once. */
export function ensureSession(): Promise<Answer<null>> {
  if (!needsSession || tokenOf('citizen')) return Promise.resolve({ ok: true, data: null })
  opening ??= openSession().finally(() => {
    opening = undefined
  })
  return opening
}
let opening: Promise<Answer<null>> | undefined

async function openSession(): Promise<Answer<null>> {
  // A session without WeChat's word would be this phone's own for a year: rather none, and another try.
  const code = await loginCode().catch(() => null)
  if (code === null) return { ok: false, error: failure('wechat-login') }
  const reply = await posted(session, 'session.open', code ? { code } : {}, 'citizen')
  if (!reply.ok) return reply
  keepToken('citizen', reply.data.token)
  return { ok: true, data: null }
}

async function posted<T extends Topic, A extends keyof T & string>(
  topic: T,
  action: A,
  input: Asked<T[A]>,
  side: Side,
): Promise<Answer<Given<T[A]>>> {
  const { gives } = topic[action] ?? {}
  if (!gives) return { ok: false, error: failure('unknown-action') }
  try {
    return readAnswer(await ask(action, input, side), gives as v.GenericSchema<unknown, Given<T[A]>>)
  } catch {
    return { ok: false, error: failure('unreachable') }
  }
}

const FailureShape = v.object({
  code: v.picklist(CODES),
  reason: v.string(),
  message: v.string(),
  field: v.exactOptional(v.string()),
  trace: v.exactOptional(v.string()),
})

/** Ours, whatever is in it. */
const Ours = v.object({ ok: v.boolean() })

/**
 * What came over the wire, checked. An answer in another shape than promised is an error too; what is no answer of ours
 * at all comes from somebody in between (a proxy, a page to sign in to a network): our server was not reached.
 */
export function readAnswer<T>(raw: unknown, gives: v.GenericSchema<unknown, T>): Answer<T> {
  if (!v.is(Ours, raw)) return { ok: false, error: failure('unreachable') }
  const answer = v.safeParse(
    v.variant('ok', [
      v.object({ ok: v.literal(true), data: gives }),
      v.object({ ok: v.literal(false), error: FailureShape }),
    ]),
    raw,
  )
  return answer.success ? answer.output : { ok: false, error: failure('broken') }
}

/** An error of our own, worded like the server's. */
export const failure = (reason: PhoneReason, field?: string): Failure => ({
  code: PHONE_REFUSALS[reason].code,
  reason,
  message: PHONE_REFUSALS[reason][useSettings.getState().lang],
  ...(field && { field }),
})
