// wx.cloud with a server of one's own behind it, for screens that are filled through one (cloud.ts has the emulated
// cloud). The function `api` is answered by that server. It knows its caller by the citizen's session, as the cloud does by
// WeChat. There is no storage.

import type { Api, Kit, Options } from './convention'
import { asynchronous, synchronous } from './convention'

export type CloudBehind = { url: string; citizen: string }

export function cloudAtServer(kit: Kit, behind: () => CloudBehind): Api {
  return {
    cloud: {
      init: synchronous(kit, 'cloud.init', () => undefined),
      callFunction: asynchronous(kit, 'cloud.callFunction', async ({ data }) => ({
        result: await asked(data as Options, behind()),
      })),
    },
  }
}

async function asked({ action, input, token, device, lang }: Options, { url, citizen }: CloudBehind): Promise<unknown> {
  const response = await fetch(`${url}/call/${String(action)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${String(token ?? citizen)}`,
      ...(typeof device === 'string' && { 'x-minhu-device': device }),
      'accept-language': String(lang ?? 'zh'),
      'content-type': 'application/json',
    },
    body: JSON.stringify(input ?? {}),
  })
  return response.json()
}
