import { hearConsent } from './consent'
import { heardAt } from './doors/heard'
import { answerOnce } from './doors/once'
import type { Handlers } from './handle'
import { takeVerdict } from './verdicts'

export const push: Pick<Handlers, 'push.receive' | 'push.account'> = {
  async 'push.receive'(message, ctx) {
    await hearConsent(message, ctx)
    if (message.Event === 'wxa_media_check') await takeVerdict(message, ctx)
    const heard = heardAt('chat', message, ctx.now)
    if (heard) await answerOnce(heard, ctx)
    return {}
  },

  async 'push.account'(message, ctx) {
    const heard = heardAt('account', message, ctx.now)
    return heard ? answerOnce(heard, ctx) : {}
  },
}
