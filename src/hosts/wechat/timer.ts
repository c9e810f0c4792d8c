/** The function `timer`: what is done by the clock, once a minute. */
import type { Answer } from '@/contract'
import { handle, refusal } from '@/server/handle'
import { contextFor, openWorld, whoCalled } from './world'

/** A person has an openid and the cloud's clock has none: people do not turn it. */
export async function main(): Promise<Answer<unknown>> {
  const { openid } = whoCalled()
  if (openid) return refusal('not-allowed', { lang: 'zh' })
  return handle('timer.tick', {}, contextFor('timer', await openWorld()))
}
