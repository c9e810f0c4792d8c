/** The one way a screen asks the server. Typed and checked by the contract; never throws: an error is a value. */
import * as v from 'valibot'
import { type Action, type Answer, type Ask, contract, type Failure, type Reply } from '@/contract'
import { CODES, isReason, REFUSALS, type Reason, sentence } from '@/contract/refusals'
import { dropToken, keepToken, loginCode, type Side, tokenOf } from './session'
import { useSettings } from './settings'
import { ask, needsSession } from './transport'

/** Asks as a citizen, or as an official (`desk`). A citizen who has no session yet is given one on the way. */
export async function call<A extends Action>(action: A, input: Ask<A>, side: Side = 'citizen'): Promise<Reply<A>> {
  if (side === 'citizen' && !isOpen(action)) {
    const session = await ensureSession()
    if (!session.ok) return session
  }
  const reply = await post(action, input, side)
  if (reply.ok || reply.error.reason !== 'signed-out' || isOpen(action)) return reply
  dropToken(side)
  if (side === 'desk') return reply
  // The session has ended on the server: once more with a new one.
  const session = await ensureSession()
  return session.ok ? post(action, input, side) : session
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
  const reply = await post('session.open', code ? { code } : {}, 'citizen')
  if (!reply.ok) return reply
  keepToken('citizen', reply.data.token)
  return { ok: true, data: null }
}

const isOpen = (action: Action) => contract[action].who.some((role) => role === 'anyone')

async function post<A extends Action>(action: A, input: Ask<A>, side: Side): Promise<Reply<A>> {
  try {
    return readAnswer(await ask(action, input, side), contract[action].gives) as Reply<A>
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

/** What came over the wire, checked: an answer in another shape than promised is an error too. */
export function readAnswer<T>(raw: unknown, gives: v.GenericSchema<unknown, T>): Answer<T> {
  const answer = v.safeParse(
    v.variant('ok', [
      v.object({ ok: v.literal(true), data: gives }),
      v.object({ ok: v.literal(false), error: FailureShape }),
    ]),
    raw,
  )
  if (!answer.success) return { ok: false, error: failure('broken') }
  if (answer.output.ok) return answer.output
  const { reason, ...rest } = answer.output.error
  return { ok: false, error: { ...rest, reason: isReason(reason) ? reason : 'broken' } }
}

/** An error of our own, worded like the server's. */
export const failure = (reason: Reason, field?: string): Failure => ({
  code: REFUSALS[reason].code,
  reason,
  message: sentence(reason, useSettings.getState().lang),
  ...(field && { field }),
})
