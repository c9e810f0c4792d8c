/** What is being written: checked with the contract's schema before it is sent, kept until the server has it. */
import { useRef, useState } from 'react'
import { type Photos, usePhotos } from '@/client/usePhotos'
import { useWriting, type Written } from '@/client/useRelease'
import type { Failure } from '@/contract'
import type { Content } from '@/contract/content'
import { MAX_PHOTOS } from '@/contract/shapes'
import type { Words } from '@/ui/word'
import { contentOf, type Faults, faultAt } from '../forms/content'
import type { Values } from '../forms/field'
import { listIn } from '../forms/read'
import type { Start } from './useStart'

type Unsaved = { values: Values; change: Words; reviewBy: string }
const NOTHING: Words = { zh: '', en: '' }
/** What was left without being saved, by what it belongs to: it is there again when the form is opened again. */
const left = new Map<string, Unsaved>()

export type Writer = Unsaved & {
  put: (name: string, value: unknown) => void
  setChange: (change: Words) => void
  setReviewBy: (day: string) => void
  photos: Photos
  faults: Faults
  error: Failure | undefined
  busy: boolean
  unsaved: boolean
  /** It is what was left here the last time. */
  restored: boolean
  afresh: () => void
  drop: () => void
  save: () => void
}

export function useForm(kind: Content['kind'], start: Start, done: (written: Written) => void): Writer {
  const { release } = start
  const key = release ? `${release.id} ${release.revision}` : kind
  const first: Unsaved = { values: start.values, change: release?.draft?.change ?? NOTHING, reviewBy: start.reviewBy }
  const found = useRef(start.fromTicket ? undefined : left.get(key))
  const [typed, setTyped] = useState<Unsaved>(found.current ?? first)
  const [restored, setRestored] = useState(found.current !== undefined)
  const [unsaved, setUnsaved] = useState(restored)
  const [faults, setFaults] = useState<Faults>({})
  const photos = usePhotos(Math.max(0, MAX_PHOTOS - listIn(typed.values.photos).length), 'desk')
  const { act, busy, error } = useWriting((written) => {
    left.delete(key)
    setUnsaved(false)
    done(written)
  })

  const change = (next: Partial<Unsaved>) => {
    const all = { ...typed, ...next }
    setTyped(all)
    setUnsaved(true)
    left.set(key, all)
  }
  const put = (name: string, value: unknown) => {
    change({ values: { ...typed.values, [name]: value } })
    // What was wrong here is being put right.
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([path]) => path.split('.')[0] !== name)))
  }
  const save = () => {
    const ids = [...listIn(typed.values.photos), ...(photos.ids ?? [])]
    const made = contentOf(kind, { ...typed.values, photos: ids })
    const lacksChange = release?.status === 'published' && !typed.change.zh.trim()
    if (!made.ok || lacksChange) {
      return setFaults({ ...(made.ok ? {} : made.faults), ...(lacksChange && faultAt('change', 'change-missing')) })
    }
    setFaults({})
    void act({
      revision: release?.revision ?? 0,
      content: made.content,
      ...(release && { id: release.id }),
      ...(release?.live && typed.change.zh.trim() && { change: typed.change }),
      ...(typed.reviewBy && { reviewBy: typed.reviewBy }),
    })
  }
  const drop = () => {
    left.delete(key)
    setUnsaved(false)
  }
  const afresh = () => {
    drop()
    setRestored(false)
    setTyped(first)
  }
  return {
    ...typed,
    put,
    setChange: (words) => change({ change: words }),
    setReviewBy: (day) => change({ reviewBy: day }),
    photos,
    faults: error?.field ? { ...faults, ...faultAt(error.field, error.reason) } : faults,
    error,
    busy,
    unsaved: unsaved || photos.uploads.length > 0,
    restored,
    afresh,
    drop,
    save,
  }
}
