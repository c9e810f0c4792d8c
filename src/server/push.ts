import { hearConsent } from './consent'
import type { Handlers } from './handle'
import { takeVerdict } from './verdicts'

export const push: Pick<Handlers, 'push.receive'> = {
  async 'push.receive'(message, ctx) {
    await hearConsent(message, ctx)
    if (message.Event === 'wxa_media_check') await takeVerdict(message, ctx)
    return {}
  },
}
