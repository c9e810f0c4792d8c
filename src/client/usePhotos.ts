/** Photos on their way: each uploads by itself, with its own progress, state and retry. */
import { useCallback, useState } from 'react'
import { MAX_PHOTO_BYTES } from '@/contract/uploads'
import { failure } from './call'
import { type Chosen, choosePhotos } from './device'
import { newKey } from './key'
import type { Side } from './session'
import { upload as sendFile } from './upload'
import type { WhyNot } from './whyNot'

export type Upload = {
  key: string
  path: string
  bytes: number
  state: 'sending' | 'sent' | 'failed'
  /** Percent, in steps of ten. */
  progress: number
  id?: string
  message?: string
  /** False when the same file would be refused again. */
  retry?: boolean
}
export type Photos = {
  uploads: Upload[]
  pick: () => Promise<void>
  retry: (key: string) => void
  remove: (key: string) => void
  clear: () => void
  /** The ids to send, or null while a photo is still on its way or has failed. */
  ids: string[] | null
  /** Why the last tap brought none. */
  none?: WhyNot
}

export function usePhotos(most: number, side: Side = 'citizen'): Photos {
  const [uploads, setUploads] = useState<Upload[]>([])
  const [none, setNone] = useState<WhyNot>()
  const change = useCallback((key: string, next: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...next } : upload)))
  }, [])

  const start = (upload: Upload) => void send(upload, side, (next) => change(upload.key, next))
  const pick = async () => {
    const room = most - uploads.length
    if (room <= 0) return
    const chosen = await choosePhotos(room)
    setNone(chosen.ok ? undefined : chosen.why)
    if (!chosen.ok) return
    const added = chosen.value.slice(0, room).map(begin)
    setUploads((all) => [...all, ...added].slice(0, most))
    for (const upload of added) if (upload.state === 'sending') start(upload)
  }
  const retry = (key: string) => {
    const upload = uploads.find((one) => one.key === key)
    if (!upload) return
    change(key, { state: 'sending', progress: 0 })
    start(upload)
  }
  const remove = (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key))
  const clear = useCallback(() => setUploads([]), [])
  const ids = uploads.flatMap(({ state, id }) => (state === 'sent' && id ? [id] : []))
  return { uploads, pick, retry, remove, clear, ids: ids.length === uploads.length ? ids : null, ...(none && { none }) }
}

function begin({ path, bytes }: Chosen): Upload {
  const upload: Upload = { key: newKey(), path, bytes, state: 'sending', progress: 0 }
  if (bytes <= MAX_PHOTO_BYTES) return upload
  return { ...upload, state: 'failed', message: failure('photo-large').message, retry: false }
}

async function send(upload: Upload, side: Side, tell: (next: Partial<Upload>) => void): Promise<void> {
  let told = 0
  const { key, path } = upload
  const answer = await sendFile({ key, path }, side, (percent) => {
    // Ten steps and no more: each one redraws the screen.
    const step = Math.floor(percent / 10) * 10
    if (step <= told || step >= 100) return
    told = step
    tell({ progress: step })
  })
  if (answer.ok)
    return 'photo' in answer.data ? tell({ state: 'sent', id: answer.data.photo.id, progress: 100 }) : undefined
  return tell({ state: 'failed', message: answer.error.message, retry: answer.error.code !== 'invalid' })
}
