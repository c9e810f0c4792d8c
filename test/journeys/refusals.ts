/** How every refusal is checked: the reply in two languages, and that nothing was lost or half-written. */
import type { Replied } from './people'
import { stored, type Town } from './town'

export type Refusal = [status: number, code: string, reason: string, field?: string]
export const refusal = ([status, code, reason, field]: Refusal) => ({ status, code, reason, ...(field && { field }) })

/** Sends it twice, in Chinese and in English, and finds everything in the store as it was. */
export async function refused(town: Town, send: (headers: Record<string, string>) => Promise<Replied<unknown>>) {
  const before = await stored(town)
  const chinese = await send({ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' })
  const english = await send({ 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' })
  expect(await stored(town)).toEqual(before)
  if (chinese.answer.ok || english.answer.ok) throw new Error('it was not refused')
  const { message, trace, ...rest } = chinese.answer.error
  expect(message).toMatch(/^[\p{Script=Han}“].*。$/u)
  expect(trace).toBe(chinese.trace)
  expect(english.answer.error.message).toMatch(/^[\x20-\x7e]+\.$/)
  return { status: chinese.status, ...rest }
}
