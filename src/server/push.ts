import type { Handlers } from './handle'

export const push: Pick<Handlers, 'push.receive'> = {
  async 'push.receive'() {
    return {}
  },
}
