/** One phone and a server on paper, for tests that say what happens to a single draft. */
import type { Draft } from '@/client/drafts/draft'
import { paperServer } from './paper-server'
import { type Life, newDevice, startApp } from './phone'

export const TEXT = '村口路灯不亮三天了'

/** Fresh before each test of a file. */
export function onePhone() {
  const made = () => {
    const server = paperServer()
    const device = newDevice()
    return { server, device, life: startApp({ device, server: server.forDevice(device), haste: Infinity }) }
  }
  const my = {
    ...made(),
    /** A life on the same phone, the next one or one beside it. */
    start: (now?: () => Date): Life =>
      startApp({ device: my.device, server: my.server.forDevice(my.device), haste: Infinity, ...(now && { now }) }),
    async photographed(id: string, ...pictures: string[]): Promise<string[]> {
      const kept: string[] = []
      for (const picture of pictures) {
        my.device.camera.set('camera', Buffer.from(picture))
        kept.push(await my.life.drafts.add(id, { from: 'camera', kind: 'photo', bytes: picture.length }))
      }
      return kept
    },
    written(text = TEXT): Draft {
      const draft = my.life.drafts.start({ category: 'light' })
      my.life.drafts.fill(draft.id, { ...draft.form, text })
      return draft
    },
    /** What the phone has of it now. */
    draftOf(id: string): Draft {
      const draft = my.life.drafts.draft(id)
      if (!draft) throw new Error('there is no such draft')
      return draft
    },
  }
  beforeEach(() => {
    my.life.kill()
    Object.assign(my, made())
  })
  return my
}
