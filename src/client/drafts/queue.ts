/**
 * Sends what waits on the phone, and keeps it until the server has said that it is there. The promise: what is shown as
 * sent is on the server, once and with all that belongs to it; everything else is still here.
 */
import type { Failure } from '@/contract'
import { type Draft, filingOf, type Media } from './draft'
import type { Phone } from './phone'
import type { Shelf } from './shelf'

/** Milliseconds until the next try: the first, and the longest. Each one is twice the one before. */
const SOON = 2_000
const LONGEST = 120_000
/** What is gone on the server, though it was sent, is sent again so often. */
const RENEWALS = 3

/** What became of one piece of work. away: nobody is reached, so that nothing else needs to be tried either. */
type Step = 'done' | 'later' | 'away'

/** The server does not want it as it is: only the person can mend that. */
const isRefused = ({ code }: Failure): boolean =>
  code === 'invalid' || code === 'forbidden' || code === 'not-found' || code === 'conflict'
const isLost = ({ reason }: Failure): boolean => reason === 'photo-missing' || reason === 'clip-missing'

type Told = {
  /** Something about the drafts has changed. */
  changed: () => void
  progress: (key: string, percent: number) => void
}

export function openQueue(phone: Phone, shelf: Shelf, told: Told) {
  let running = false
  let asked = false
  let wait = SOON
  let cancel: (() => void) | undefined
  let open: string | undefined
  /** Uploads that were begun before: they may have arrived although nobody heard. */
  const begun = new Set<string>()

  /** Works through everything that can go now. While it does, asking again makes it look once more. */
  async function run(): Promise<void> {
    asked = true
    if (running) return
    running = true
    cancel?.()
    let step: Step = 'done'
    while (asked) {
      asked = false
      step = await round()
    }
    running = false
    if (step === 'done') {
      wait = SOON
      return
    }
    // Many phones come back at the same moment when a network does: they do not all ask at the same moment.
    cancel = phone.later(wait * (0.5 + Math.random()), () => void run())
    wait = Math.min(wait * 2, LONGEST)
  }

  /** What waits goes first, the oldest before the others. Photos of the draft that is open go while it is being written. */
  async function round(): Promise<Step> {
    const drafts = shelf.all().reverse()
    let result: Step = 'done'
    for (const state of ['waiting', 'writing'] as const) {
      for (const { id } of drafts.filter(
        (draft) => draft.state === state && (state === 'waiting' || draft.id === open),
      )) {
        const step = await forward(id)
        if (step === 'away') return step
        if (step === 'later') result = step
      }
    }
    return result
  }

  /** One draft as far as it goes. It is read again before each step: the person may be writing in it. */
  async function forward(id: string): Promise<Step> {
    for (;;) {
      const draft = shelf.draft(id)
      if (!draft || draft.state === 'filed') return 'done'
      const next = draft.media.find(({ state }) => state === 'kept')
      if (next) {
        const step = await upload(id, next)
        if (step !== 'done') return step
        continue
      }
      if (draft.state === 'writing') return 'done'
      if (draft.media.some(({ state }) => state === 'keeping')) return 'later'
      const refused = draft.media.find(({ state }) => state === 'refused')
      if (refused) return giveBack(draft, refused.wrong)
      return file(draft)
    }
  }

  async function upload(id: string, { key, bytes, seconds }: Media): Promise<Step> {
    const path = await phone.files.pathOf(key, bytes)
    if (!path) return mark(id, key, { state: 'refused', wrong: { reason: 'media-gone', message: '' } })
    const again = begun.has(key)
    begun.add(key)
    const file = { key, path, again, ...(seconds !== undefined && { seconds }) }
    const answer = await phone.server.upload(file, (percent) => told.progress(key, percent))
    if (answer.ok) {
      const { id: sent } = 'photo' in answer.data ? answer.data.photo : answer.data.clip
      return mark(id, key, { state: 'sent', id: sent })
    }
    if (!isRefused(answer.error)) return untilLater(answer.error)
    return mark(id, key, { state: 'refused', wrong: wrongOf(answer.error) })
  }

  async function file(draft: Draft): Promise<Step> {
    if (!draft.tried) change(draft.id, (now) => ({ ...now, tried: true }))
    const answer = await phone.server.file(filingOf(draft))
    if (answer.ok) return filed(draft, answer.data.no)
    const { error } = answer
    if (isLost(error) && draft.renewed < RENEWALS) return renew(draft)
    return isRefused(error) ? giveBack(draft, wrongOf(error)) : untilLater(error)
  }

  /** Only now is it sent: the number is written down before anything that belonged to it is thrown away. */
  async function filed({ id, media, form }: Draft, no: string): Promise<Step> {
    change(id, (now) => {
      const { wrong, ...rest } = now
      return { ...rest, state: 'filed', no, media: [], form: { ...form, name: '', phone: '' } }
    })
    for (const { key } of media) await phone.files.drop(key)
    return 'done'
  }

  /** The server has forgotten what had been sent to it, or knows us by another name now: all of it once more. */
  function renew({ id }: Draft): Step {
    change(id, (now) => ({
      ...now,
      renewed: now.renewed + 1,
      media: now.media.map(({ id: _, ...media }) => (media.state === 'sent' ? { ...media, state: 'kept' } : media)),
    }))
    asked = true
    return 'done'
  }

  /** Back into the person's hands, with what is wrong. It has not arrived, so it may change. */
  function giveBack({ id }: Draft, wrong: Draft['wrong']): Step {
    change(id, (now) => ({ ...now, state: 'writing', tried: false, ...(wrong && { wrong }) }))
    return 'done'
  }

  const mark = (id: string, key: string, next: Partial<Media>): Step => {
    const isThere = shelf.draft(id)?.media.some((media) => media.key === key)
    if (!isThere) return 'done'
    const written = change(id, (now) => ({
      ...now,
      media: now.media.map((media) => (media.key === key ? { ...media, ...next } : media)),
    }))
    // A phone too full to note that it was sent would send it for ever.
    return written ? 'done' : 'later'
  }

  /** Reads and writes in one go: between the two nobody else can write. */
  function change(id: string, next: (now: Draft) => Draft): boolean {
    const now = shelf.draft(id)
    if (!now) return true
    const written = shelf.put(next(now))
    told.changed()
    return written
  }

  return {
    run,
    change,
    /** The draft that is being written now, if any: its photos are sent meanwhile, so that sending it is quick. */
    opened(id: string | undefined): void {
      open = id
      if (id) void run()
    },
    /** The network is back, or the person is: no waiting. */
    hurry(): void {
      wait = SOON
      void run()
    },
  }
}

const untilLater = ({ reason }: Failure): Step => (reason === 'unreachable' ? 'away' : 'later')
const wrongOf = ({ reason, message, field }: Failure): NonNullable<Draft['wrong']> => ({
  reason,
  message,
  ...(field && { field }),
})
