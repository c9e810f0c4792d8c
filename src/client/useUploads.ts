/** Files on their way to something that exists: each uploads by itself, with its own progress, state and retry. */
import { useCallback, useState } from 'react'
import type { Answer } from '@/contract'
import type { MediaView } from '@/contract/uploads'
import type { Side } from './session'
import { upload as sendFile } from './upload'

/** One that is `failed` from the beginning is not sent. */
export type OnItsWay = {
  key: string
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
export type Uploads<T extends OnItsWay> = {
  uploads: T[]
  add: (more: T[]) => void
  retry: (key: string) => void
  remove: (key: string) => void
  clear: () => void
  /** The ids to send, or null while one is still on its way or has failed. */
  ids: string[] | null
}

/** Never more than `most`, however fast somebody taps. */
export function useUploads<T extends OnItsWay>(side: Side, most: number): Uploads<T> {
  const [uploads, setUploads] = useState<T[]>([])
  const change = useCallback((key: string, next: Partial<OnItsWay>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...next } : upload)))
  }, [])
  const start = (upload: T, again: boolean) => void send(upload, again, side, (next) => change(upload.key, next))
  const add = (more: T[]) => {
    setUploads((all) => [...all, ...more].slice(0, most))
    for (const upload of more) if (upload.state === 'sending') start(upload, false)
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
  { key, path, seconds }: OnItsWay,
  again: boolean,
  side: Side,
  tell: (next: Partial<OnItsWay>) => void,
): Promise<void> {
  let told = 0
  const file = { key, path, again, ...(seconds !== undefined && { seconds }) }
  const answer = await sendFile(file, side, (percent) => {
    // Ten steps and no more: each one redraws the screen.
    const step = Math.floor(percent / 10) * 10
    if (step <= told || step >= 100) return
    told = step
    tell({ progress: step })
  })
  tell(endOf(answer))
}

function endOf(answer: Answer<MediaView>): Partial<OnItsWay> {
  if (!answer.ok) return { state: 'failed', message: answer.error.message, retry: answer.error.code !== 'invalid' }
  const { id } = 'photo' in answer.data ? answer.data.photo : answer.data.clip
  return { state: 'sent', id, progress: 100 }
}
