/** What the queue believes about the server, in memory, for tests of the queue alone. The fault run has the real one. */
import { createHash } from 'node:crypto'
import type { Phone } from '@/client/drafts/phone'
import type { Answer, Ask, Failure } from '@/contract'
import type { Device } from './phone'

type Filing = Ask<'tickets.file'>
export const failed = (code: Failure['code'], reason: string): Answer<never> => ({
  ok: false,
  error: { code, reason, message: reason },
})
/** Nobody answered. */
export const UNREACHABLE = failed('unavailable', 'unreachable')

export function paperServer() {
  const filed = new Map<string, { no: string; filing: Filing }>()
  const photos = new Map<string, Buffer>()
  const uploads: { key: string; again: boolean }[] = []
  const asked: Filing[] = []
  /** What is said instead of the truth, once each: before it is done (`refuse`), or after (`lose`). */
  const trouble: { upload: Answer<never>[]; file: Answer<never>[]; lost: Answer<never>[] } = {
    upload: [],
    file: [],
    lost: [],
  }

  const forDevice = (device: Device): Phone['server'] => ({
    async upload({ key, path, again }, tell) {
      uploads.push({ key, again })
      const refused = trouble.upload.shift()
      if (refused) return refused
      const bytes = device.files.get(path)
      if (!bytes) return UNREACHABLE
      tell(50)
      const id = `photo-${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}`
      photos.set(id, bytes)
      return { ok: true, data: { photo: { id, url: '', thumb: '', width: 1, height: 1 } } }
    },
    async file(filing) {
      asked.push(filing)
      const refused = trouble.file.shift()
      if (refused) return refused
      const earlier = filed.get(filing.key)
      if (!earlier && filing.photos.some((id) => !photos.has(id))) return failed('not-found', 'photo-missing')
      const { no } = earlier ?? { no: `CFD-${filed.size + 1}` }
      filed.set(filing.key, earlier ?? { no, filing })
      return trouble.lost.shift() ?? { ok: true, data: { no } }
    },
  })

  return {
    forDevice,
    trouble,
    uploads,
    asked,
    photos,
    filings: () => [...filed.values()],
    picturesOf: ({ filing }: { filing: Filing }) => filing.photos.map((id) => photos.get(id)?.toString()),
  }
}
