/** Why the phone did not give something. */

/** refused: the person, or the phone's settings, said no. cancelled: they changed their mind. failed: it does not work now. */
export type WhyNot = 'refused' | 'cancelled' | 'failed'

/** What was asked of the phone, or why there is none. */
export type Got<T> = { ok: true; value: T } | { ok: false; why: WhyNot }

/** The person said no to WeChat's question about privacy: in our sheet or WeChat's own, now or a moment ago. */
const REFUSED_ERRNO = [103, 104]
const REFUSED = /den(y|ied)|not authori[sz]ed|unauthori[sz]ed|no permission/i
const CANCELLED = /cancel/i

/** From what a call of WeChat's, or of the browser's, rejected with. */
export function whyNot(error: unknown): WhyNot {
  if (REFUSED_ERRNO.includes(Number(partOf(error, 'errno')))) return 'refused'
  const message = String(partOf(error, 'errMsg') ?? partOf(error, 'message') ?? '')
  if (CANCELLED.test(message)) return 'cancelled'
  return REFUSED.test(message) ? 'refused' : 'failed'
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The value, or why not. Never throws. */
export const got = async <T>(asking: Promise<T>): Promise<Got<T>> => {
  try {
    return { ok: true, value: await asking }
  } catch (error) {
    return { ok: false, why: whyNot(error) }
  }
}
