/** The function `push`: what WeChat's server tells us. */
import { handle } from '@/server/handle'
import { contextFor, openWorld, whoCalled } from './world'

/** Phones could call a function by its name: those calls say so, whatever else they claim. */
const PHONES = /^wx_(client|devtools)/

/** Answers as WeChat expects. Throws when it could not be taken, so that WeChat sends it again. */
export async function main(event: unknown): Promise<'success'> {
  const { source, appid } = whoCalled()
  if (PHONES.test(source)) throw new Error('not from a phone')
  const ctx = { ...contextFor('wechat', await openWorld()), ...(appid && { appid }) }
  const answer = await handle('push.receive', event, ctx)
  if (!answer.ok && answer.error.code === 'failed') throw new Error('not taken')
  return 'success'
}
