/** Five ways to break the queue, each as a phone that does one thing wrong. The run must notice every one. */
import type { Phone } from '@/client/drafts/phone'
import type { Device } from './phone'

type Broken = (phone: Phone, device: Device) => Phone
const withServer = (phone: Phone, server: Partial<Phone['server']>): Phone => ({
  ...phone,
  server: { ...phone.server, ...server },
})

let keys = 0

export const BROKEN: Record<string, Broken> = {
  'forgets that it may have arrived': (phone) => ({
    ...phone,
    storage: {
      ...phone.storage,
      write: (key, text) => phone.storage.write(key, text.replace('"tried":true', '"tried":false')),
    },
  }),

  'does not keep the file': (phone, device) => {
    const places = new Map<string, string>()
    return {
      ...phone,
      files: {
        ...phone.files,
        async keep(from, name) {
          places.set(name, from)
          return { kept: device.camera.get(from)?.length ?? 0 }
        },
        pathOf: async (name) => (device.camera.has(places.get(name) ?? '') ? places.get(name) : undefined),
      },
    }
  },

  'says "sent" before the answer': (phone) =>
    withServer(phone, {
      async file(filing) {
        void phone.server.file(filing)
        return { ok: true, data: { no: 'soon' } }
      },
    }),

  'takes a new key for each try': (phone) =>
    withServer(phone, { file: (filing) => phone.server.file({ ...filing, key: `${filing.key}-${keys++}` }) }),

  'throws photos away before the number is written': (phone, device) =>
    withServer(phone, {
      file(filing) {
        const text = device.texts.get(`minhu.draft.${filing.key}`) ?? ''
        for (const name of device.files.keys()) if (text.includes(name)) device.files.delete(name)
        return phone.server.file(filing)
      },
    }),
}
