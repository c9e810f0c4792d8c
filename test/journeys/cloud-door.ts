/** People in front of the cloud: their phones call the function `api`, and put photos into the storage themselves. */
import type { Answer } from '@/contract'
import { statusOf } from '@/hosts/http'
import type { Emulator } from '../emulator'
import { type Door, type Headers, newKey, type Replied } from './people'

/** The phone of the person with this openid. Without one: a call from outside WeChat, where nobody is known. */
export function cloudDoor(emulator: Emulator, openid?: string): Door {
  async function asks(action: string, input: unknown, token: string, headers: Headers): Promise<Replied<unknown>> {
    const lang = /^en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh'
    const device = headers['x-minhu-device']
    const data = { action, input, lang, ...(token && { token }), ...(device && { device }) }
    if (openid) emulator.weixin.visits(openid)
    const result = openid
      ? (await emulator.phone(openid).callFunction({ name: 'api', data })).result
      : await emulator.callFromOutside('api', data)
    const answer = result as Answer<unknown>
    const trace = answer.ok ? '' : (answer.error.trace ?? '')
    return { status: statusOf(answer), answer, trace, raw: JSON.stringify(answer) }
  }
  return {
    asks,
    async sendsFile(bytes, _, token, headers) {
      const named = await asks('uploads.begin', { key: newKey() }, token, headers)
      if (!named.answer.ok || !openid) return named
      const { upload, place } = named.answer.data as { upload: string; place: string }
      await emulator.phone(openid).uploadFile({ cloudPath: place, bytes })
      return asks('uploads.receive', { upload }, token, headers)
    },
  }
}
