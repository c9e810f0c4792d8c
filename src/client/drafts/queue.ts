/**
 * Sends what waits on the phone, and keeps it until the server has said that it is there. The promise: what is shown as
 * sent is on the server, once and with all that belongs to it; everything else is still here.
 */
import type { Failure } from '@/contract'
import { type Draft, EMPTY, filingOf, type Media } from './draft'
import type { Phone } from './phone'
import type { Shelf } from './shelf'

/** Milliseconds until the next try: the first, and the longest. Each one is twice the one before. */
const SOON = 2_000
const LONGEST = 120_000
/** What is gone on the server, though it was sent, is sent again so often. */
const RENEWALS = 3

/** done: nothing more to do for it now. later: it is to be tried again. */
type Step = 'done' | 'later'

const REFUSALS: Failure['code'][] = ['invalid', 'forbidden', 'not-found', 'conflict']
/** Said by a session that has ended and by another version of the server: nothing is wrong with what was sent. */
const PASSING = ['signed-out', 'unknown-action']
/** The server does not want it as it is: only the person can mend that. */
const isRefused = ({ code, reason }: Failure): boolean => REFUSALS.includes(code) && !PASSING.includes(reason)
const isLost = ({ reason }: Failure): boolean => reason === 'photo-missing' || reason === 'clip-missing'
/** Its sentence is found by its reason: screens say it in the language of the moment. */
const GONE = { reason: 'media-gone', message: '' }

export type Told = {
  /** `words`: only what a person is typing has changed, and they see it already. */
  changed: (what: 'words' | 'all') => void
  progress: (key: string, percent: number) => void
}

export function openQueue(phone: Phone, shelf: Shelf, told: Told) {
  let running = false
  let asked = false
  let wait = SOON
  let cancel: (() => void) | undefined
  let open: string | undefined
  /** The person says "try now", whatever the phone believes. */
  let insists = false
  /** Being copied in this life, so not yet to be looked for. */
  const copying = new Set<string>()
  /** What has certainly not been sent yet. Of everything else the server is asked first whether it has arrived. */
  const fresh = new Set<string>()

  /** Works through everything that can go now. While it does, asking again makes it look once more. */
  async function run(): Promise<void> {
    asked = true
    if (running) return
    running = true
    cancel?.()
    let step: Step = 'done'
    while (asked) {
      asked = false
      // Whatever goes wrong here must not be the end of it.
      await phone
        .alone(async () => {
          step = await round()
        })
        .catch(() => {
          step = 'later'
        })
    }
    running = false
    insists = false
    if (step === 'done') {
      wait = SOON
      return
    }
    // Many phones come back at the same moment when a network does: they do not all ask at the same moment.
    cancel = phone.later(wait * (0.5 + Math.random()), () => void run())
    wait = Math.min(wait * 2, LONGEST)
  }

  /**
   * What waits goes first, the oldest before the others; one that does not get through keeps none of the others back.
   * Photos of the draft that is open go while it is being written.
   */
  async function round(): Promise<Step> {
    const drafts = shelf.all().reverse()
    const waiting = drafts.filter(({ state }) => state === 'waiting')
    const written = drafts.filter(({ id, state }) => state === 'writing' && id === open)
    let result: Step = 'done'
    for (const { id } of [...waiting, ...written]) {
      // A phone that cannot read one draft's files now may well have nothing against the next.
      const step = await forward(id).catch(() => 'later' as const)
      if (step === 'later') result = 'later'
    }
    return result
  }

  /** One draft as far as it goes. It is read again before each step: the person may be writing in it. */
  async function forward(id: string): Promise<Step> {
    for (;;) {
      const draft = shelf.draft(id)
      if (!draft || draft.state === 'filed') return 'done'
      const next = draft.media.find(({ key, state }) => state === 'kept' || (state === 'keeping' && !copying.has(key)))
      if (next) {
        if ((await (next.state === 'kept' ? upload : look)(id, next)) === 'later') return 'later'
        continue
      }
      if (draft.state === 'writing') return 'done'
      // It is still being copied: whoever does that comes back here.
      if (draft.media.some(({ state }) => state === 'keeping')) return 'done'
      const refused = draft.media.find(({ state }) => state === 'refused')
      if (refused) return giveBack(id, refused.wrong ?? GONE)
      const step = await file(draft)
      if (step !== 'renewed') return step
    }
  }

  /** Its copying was cut off by the end of the app, or nobody could write down how it ended. */
  async function look(id: string, { key, bytes }: Media): Promise<Step> {
    const isThere = await phone.files.pathOf(key, bytes)
    return mark(id, key, isThere ? { state: 'kept' } : { state: 'refused', wrong: GONE })
  }

  async function upload(id: string, { key, bytes, seconds }: Media): Promise<Step> {
    const path = await phone.files.pathOf(key, bytes)
    if (!path) return mark(id, key, { state: 'refused', wrong: GONE })
    const file = { key, path, again: !fresh.delete(key), ...(seconds !== undefined && { seconds }) }
    const answer = await phone.server.upload(file, (percent) => told.progress(key, percent))
    if (answer.ok) {
      const { id: sent } = 'photo' in answer.data ? answer.data.photo : answer.data.clip
      return mark(id, key, { state: 'sent', id: sent })
    }
    return isRefused(answer.error) ? mark(id, key, { state: 'refused', wrong: wrongOf(answer.error) }) : 'later'
  }

  async function file(draft: Draft): Promise<Step | 'renewed'> {
    // What certainly cannot arrive may still be taken back.
    if (!draft.tried && phone.offline() && !insists) return 'later'
    // Before it can arrive it is written down that it may have: from then on nobody changes it.
    if (!draft.tried && !change(draft.id, (now) => ({ ...now, tried: true }))) return 'later'
    // Thrown away in another tab, just now.
    if (!shelf.draft(draft.id)) return 'done'
    const answer = await phone.server.file(filingOf(draft))
    if (answer.ok) return filed(draft, answer.data.no)
    const { error } = answer
    if (!isRefused(error)) return 'later'
    if (isLost(error) && draft.renewed < RENEWALS) return renew(draft) ? 'renewed' : 'later'
    return giveBack(draft.id, wrongOf(error))
  }

  /**
   * Only now is it sent: the number is written down before anything that belonged to it is thrown away. What stays is
   * what a list shows; names and numbers of people do not.
   */
  async function filed({ id, media, form: { category, text } }: Draft, no: string): Promise<Step> {
    const written = change(id, ({ wrong, ...now }) => ({
      ...now,
      state: 'filed',
      changedAt: phone.now().toISOString(),
      no,
      media: [],
      form: { ...EMPTY, category, text },
    }))
    if (!written) return 'later'
    for (const { key } of media) await phone.files.drop(key)
    return 'done'
  }

  /** The server has forgotten what had been sent to it, or knows us by another name now: all of it once more. */
  const renew = ({ id }: Draft): boolean =>
    change(id, (now) => ({ ...now, renewed: now.renewed + 1, media: now.media.map(unsent) }))

  /** Back into the person's hands, with what is wrong. It has not arrived, so it may change. */
  function giveBack(id: string, wrong: NonNullable<Draft['wrong']>): Step {
    const media = (now: Draft) => (isLost({ ...wrong, code: 'not-found' }) ? now.media.map(unsent) : now.media)
    const given = change(id, (now) => ({
      ...now,
      state: 'writing',
      tried: false,
      renewed: 0,
      media: media(now),
      wrong,
    }))
    return given ? 'done' : 'later'
  }

  /** 'later' when the phone is too full to write it down. */
  const mark = (id: string, key: string, next: Partial<Media>): Step =>
    change(id, (now) => withMedia(now, key, (media) => ({ ...media, ...next }))) ? 'done' : 'later'

  /** Reads and writes in one go: between the two nobody else can write. A draft that is gone needs no change. */
  function change(id: string, next: (now: Draft) => Draft): boolean {
    const now = shelf.draft(id)
    const written = !now || shelf.put(next(now))
    if (now && written) told.changed('all')
    return written
  }

  return {
    run,
    change,
    /** A new photo, voice note or film is being copied, */
    copies(key: string): void {
      copying.add(key)
      fresh.add(key)
    },
    /** and no longer. */
    copied(key: string): void {
      copying.delete(key)
      void run()
    },
    /** The draft that is being written now, if any: its photos are sent meanwhile, so that sending it is quick. */
    opened(id: string | undefined): void {
      open = id
      if (id) void run()
    },
    /** The network is back, or the person is: no waiting. `insist`: they said "try now". */
    hurry(insist = false): void {
      wait = SOON
      insists ||= insist
      void run()
    },
  }
}

/** The draft with this one photo, voice note or film changed, if it is (still) in it. */
export const withMedia = (draft: Draft, key: string, next: (media: Media) => Media): Draft => ({
  ...draft,
  media: draft.media.map((media) => (media.key === key ? next(media) : media)),
})

const unsent = ({ id: _, ...media }: Media): Media => (media.state === 'sent' ? { ...media, state: 'kept' } : media)

const wrongOf = ({ reason, message, field }: Failure): NonNullable<Draft['wrong']> => ({
  reason,
  message,
  ...(field && { field }),
})
