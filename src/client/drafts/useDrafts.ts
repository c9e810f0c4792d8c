/** Drafts for screens: one to write in, and the lists of all. The drafts themselves lie on the phone, not here. */
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { create } from 'zustand'
import { isPhoneReason, PHONE_REFUSALS } from '@/contract/phoneRefusals'
import { failure } from '../call'
import { watchNetwork } from '../network'
import { useSettings } from '../settings'
import { keepsNothing } from '../webStorage'
import { type Change, changed, type Draft, type Form, type Wrong } from './draft'
import { type Kept, openDrafts, type Taken } from './drafts'
import { onPhone } from './onPhone'
import { isOnShelf } from './shelf'

type Shown = {
  drafts: Draft[]
  /** Of another version of this program: kept, but not to be opened here. */
  unreadable: number
  /** Percent by media key, in steps of ten, while it is on its way. */
  progress: Record<string, number>
}

/** What is shown in lists is older than what is on the phone: it is looked at when a list is. */
let stale = false

const drafts = openDrafts(onPhone(), {
  changed(what) {
    stale = true
    // Typing is seen where it is done; drawing lists that nobody looks at would cost a second setData at each keystroke.
    if (what === 'all') refresh()
  },
  progress(key, percent) {
    const step = Math.floor(percent / 10) * 10
    const { progress } = useShown.getState()
    if (step !== progress[key] && step < 100) useShown.setState({ progress: { ...progress, [key]: step } })
  },
})

/** Read at once: a list that found its drafts only after it was drawn would be drawn twice. */
const useShown = create<Shown>(() => ({ drafts: drafts.all(), unreadable: drafts.unreadable(), progress: {} }))

function refresh(): void {
  if (!stale) return
  stale = false
  useShown.setState({ drafts: drafts.all(), unreadable: drafts.unreadable() })
}

let isAwake = false
/**
 * Whenever a screen is shown. At the first one, what was cut off is put in order, and what waits goes, now and whenever the
 * network is back; at the others the person is back, and what waits is tried at once.
 */
export function wakeDrafts(): void {
  if (isAwake) {
    drafts.hurry()
    return
  }
  isAwake = true
  void drafts.recover().catch(() => drafts.hurry())
  if (process.env.TARO_ENV === 'h5') listenToTabs()
  watchNetwork((online) => {
    if (online) drafts.hurry()
  })
}

/** Another tab may write. */
function listenToTabs(): void {
  window.addEventListener('storage', ({ key }) => {
    if (!key || !isOnShelf(key)) return
    stale = true
    refresh()
  })
}

/** The person says so themselves. */
export const tryDraftsNow = (): void => drafts.hurry(true)

/** In the language of the moment. */
export function sentenceOf({ reason, message }: Wrong): string {
  return isPhoneReason(reason) ? PHONE_REFUSALS[reason][useSettings.getState().lang] : message
}

export type Drafting = {
  draft: Draft
  /** Changes some of the form; undefined takes an answer back. */
  fill: (change: Change) => void
  add: (taken: Taken[]) => Promise<void>
  remove: (key: string) => void
  /** From now on it goes by itself. False when the phone could not write that down; then `full` says so. */
  send: () => boolean
  recall: () => boolean
  discard: () => boolean
  /** What could not be kept, as a sentence. The form shows it still; the next change tries again. */
  full: string | undefined
  progress: Record<string, number>
  /** Where a kept photo or recording can be shown from, once that is known. */
  pathOf: (key: string) => string | undefined
}

/** One draft to write in: one that there is, by its id, or a new one that starts with this. Undefined when it is gone. */
export function useDraft(of: string | Partial<Form>): Drafting | undefined {
  const [first] = useState(() => (typeof of === 'string' ? drafts.draft(of) : drafts.start(of)))
  const id = first?.id ?? ''
  const [form, setForm] = useState(first?.form)
  /** Two changes may come before one is drawn. */
  const latest = useRef(form)
  const [full, setFull] = useState<Kept>()
  const kept = useShown((shown) => shown.drafts.find((draft) => draft.id === id)) ?? first
  const progress = useShown((shown) => shown.progress)
  const paths = usePaths(kept)

  useEffect(() => {
    if (!id) return undefined
    drafts.opened(id)
    return () => drafts.closed(id)
  }, [id])

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !id) return undefined
    // The same draft in another tab: what is written there stands here too, or the next letter would write it over.
    const look = ({ key }: StorageEvent) => {
      const written = key && isOnShelf(key) && key.endsWith(id) ? drafts.draft(id) : undefined
      if (written?.state !== 'writing') return
      latest.current = written.form
      setForm(written.form)
    }
    window.addEventListener('storage', look)
    return () => window.removeEventListener('storage', look)
  }, [id])

  const told = useCallback((what: Kept) => {
    setFull(what === 'kept' ? undefined : what)
    return what === 'kept'
  }, [])

  return useMemo(() => {
    if (!kept || !form) return undefined
    // All of the form each time: what did not fit a moment ago is not left out when there is room again.
    const write = () => told(drafts.fill(id, latest.current ?? form))
    return {
      draft: { ...kept, form: kept.state === 'filed' ? kept.form : form },
      fill(change) {
        latest.current = changed(latest.current ?? form, change)
        setForm(latest.current)
        write()
      },
      async add(taken) {
        for (const one of taken) if (!told(await drafts.add(id, one))) return
      },
      remove: (key) => void told(drafts.remove(id, key)),
      send: () => (kept.state === 'waiting' || write()) && told(drafts.send(id)),
      recall: () => drafts.recall(id),
      discard: () => drafts.discard(id),
      full: fullOf(full),
      progress,
      pathOf: (key) => paths[key],
    }
  }, [id, kept, form, full, progress, paths, told])
}

/** gone: thrown away or sent in another tab, or the phone's storage was cleared. */
const TROUBLES = { full: 'phone-full', failed: 'media-gone', gone: 'draft-gone' } as const

/** What could not be kept, or that nothing is. */
function fullOf(kept: Kept | undefined): string | undefined {
  if (kept && kept !== 'kept') return failure(TROUBLES[kept]).message
  return keepsNothing ? failure('keeps-nothing').message : undefined
}

/** Looked up once for each photo or recording that is on the phone. */
function usePaths(draft: Draft | undefined): Record<string, string> {
  const [paths, setPaths] = useState<Record<string, string>>({})
  const media = draft?.media
  useEffect(() => {
    const missing = media?.filter(({ key, state }) => state !== 'keeping' && !paths[key]) ?? []
    if (!missing.length) return
    void Promise.all(
      missing.map(async (one) => [one.key, await drafts.pathOf(one).catch(() => undefined)] as const),
    ).then((found) => {
      const known = found.flatMap(([key, path]) => (path ? [[key, path] as const] : []))
      if (known.length) setPaths((before) => ({ ...before, ...Object.fromEntries(known) }))
    })
  }, [media, paths])
  return paths
}

export type DraftList = {
  writing: Draft[]
  waiting: Draft[]
  /** With their number; until they were seen, or for a week. */
  filed: Draft[]
  unreadable: number
}

/** All drafts, the one changed last first. Drawn again when one of them begins, goes on its way or arrives, not while somebody types. */
export function useDraftList(): DraftList {
  const all = useShown((shown) => shown.drafts)
  const unreadable = useShown((shown) => shown.unreadable)
  useDidShow(refresh)
  useEffect(refresh, [])
  return useMemo(() => {
    const inState = (state: Draft['state']) => all.filter((draft) => draft.state === state)
    return { writing: inState('writing'), waiting: inState('waiting'), filed: inState('filed'), unreadable }
  }, [all, unreadable])
}

/** All of them as they lie on the phone now: which one a form opens with is decided once. */
export const draftsNow = (): Draft[] => drafts.all()

/** What is whole as it is, at once on its way. Its id; undefined where the phone could not keep it. */
export function sendAtOnce(about: Partial<Form>): string | undefined {
  const { id, form } = drafts.start(about)
  if (drafts.fill(id, form) === 'kept' && drafts.send(id) === 'kept') return id
  drafts.discard(id)
  return undefined
}

/** For lists, of a draft that is not open. */
export const discardDraft = (id: string): boolean => drafts.discard(id)
export const recallDraft = (id: string): boolean => drafts.recall(id)
/** The person has seen that it was filed. */
export const seenDraft = (id: string): boolean => drafts.seen(id)
