/** Voice notes and a film on their way to a ticket that exists: each uploads by itself, with its own state and retry. */
import { useCallback, useState } from 'react'
import type { Taken } from './drafts/drafts'
import { newKey } from './key'
import type { Side } from './session'
import { upload as sendFile } from './upload'

export type ClipUpload = {
  key: string
  kind: 'voice' | 'video'
  path: string
  seconds?: number
  state: 'sending' | 'sent' | 'failed'
  /** Percent, in steps of ten. */
  progress: number
  id?: string
  message?: string
  /** False when the same file would be refused again. */
  retry?: boolean
}
export type ClipUploads = {
  uploads: ClipUpload[]
  add: (taken: Taken) => void
  retry: (key: string) => void
  remove: (key: string) => void
  clear: () => void
  /** The ids to send, or null while one is still on its way or has failed. */
  ids: string[] | null
}

export function useClips(side: Side = 'citizen'): ClipUploads {
  const [uploads, setUploads] = useState<ClipUpload[]>([])
  const change = useCallback((key: string, next: Partial<ClipUpload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...next } : upload)))
  }, [])
  const start = (upload: ClipUpload, again: boolean) =>
    void send(upload, again, side, (next) => change(upload.key, next))
  const add = ({ from, kind, seconds }: Taken) => {
    if (kind === 'photo') return
    const length = seconds === undefined ? {} : { seconds }
    const upload: ClipUpload = { key: newKey(), kind, path: from, ...length, state: 'sending', progress: 0 }
    setUploads((all) => [...all, upload])
    start(upload, false)
  }
  const retry = (key: string) => {
    const upload = uploads.find((one) => one.key === key)
    if (!upload) return
    change(key, { state: 'sending', progress: 0 })
    start(upload, true)
  }
  const remove = (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key))
  const clear = useCallback(() => setUploads([]), [])
  const ids = uploads.flatMap(({ state, id }) => (state === 'sent' && id ? [id] : []))
  return { uploads, add, retry, remove, clear, ids: ids.length === uploads.length ? ids : null }
}

async function send(
  { key, path, seconds }: ClipUpload,
  again: boolean,
  side: Side,
  tell: (next: Partial<ClipUpload>) => void,
): Promise<void> {
  let told = 0
  const file = { key, path, again, ...(seconds !== undefined && { seconds }) }
  const answer = await sendFile(file, side, (percent) => {
    const step = Math.floor(percent / 10) * 10
    if (step <= told || step >= 100) return
    told = step
    tell({ progress: step })
  })
  if (!answer.ok)
    return tell({ state: 'failed', message: answer.error.message, retry: answer.error.code !== 'invalid' })
  return 'clip' in answer.data ? tell({ state: 'sent', id: answer.data.clip.id, progress: 100 }) : undefined
}
