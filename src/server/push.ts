import { hearConsent } from './consent'
import type { Handlers } from './handle'

export const push: Pick<Handlers, 'push.receive'> = {
  async 'push.receive'(message, ctx) {
    await hearConsent(message, ctx)
    return {}
  },
}
