/** Every draft on this phone: begun, written, sent, thrown away. All that screens and the app's start need of them. */
import { type Draft, EMPTY, type Form, isEmpty, type Media } from './draft'
import type { Phone } from './phone'
import { openQueue, type Told, withMedia } from './queue'
import { openShelf } from './shelf'

/** What the camera, the album or the microphone gave: `from` is where it lies for now. */
export type Taken = { from: string; kind: Media['kind']; bytes: number; seconds?: number }
/** full: the phone has no room. failed: a file could not be copied. gone: the draft is not there any more, or not to be changed. */
export type Kept = 'kept' | 'full' | 'failed' | 'gone'

/** What was filed stays to be seen, for so long. */
const FILED_DAYS = 7
const DAY = 24 * 3_600_000

export type Drafts = ReturnType<typeof openDrafts>

export function openDrafts(phone: Phone, told: Told) {
  const shelf = openShelf(phone.storage)
  const queue = openQueue(phone, shelf, told)
  const now = () => phone.now().toISOString()
  /** Begun in this life, and not on the phone before their first change. */
  const begun = new Map<string, Draft>()
  /** Being copied in this life. */
  const copying = new Set<string>()

  /** Writes into a draft that is still in the person's hands. */
  function write(id: string, next: (now: Draft) => Draft, what: 'words' | 'all' = 'all'): Kept {
    const draft = shelf.draft(id) ?? begun.get(id)
    if (draft?.state !== 'writing') return 'gone'
    if (!shelf.put({ ...next(draft), changedAt: now() })) return 'full'
    begun.delete(id)
    told.changed(what)
    return 'kept'
  }

  /** At the start of the app: what was cut off while it was being copied, and files that belong to nothing. */
  async function recover(): Promise<void> {
    const names = await phone.files.names()
    // Looked up after the files were listed, and again for each: a draft speaks of a file before the file is there.
    for (const name of names) if (!shelf.speaksOf(name)) await phone.files.drop(name)
    const week = new Date(phone.now().getTime() - FILED_DAYS * DAY).toISOString()
    for (const draft of shelf.all()) {
      if (draft.state === 'filed' && draft.changedAt < week) shelf.drop(draft.id)
      const cutOff = draft.media.filter(({ key, state }) => state === 'keeping' && !copying.has(key))
      for (const media of cutOff) await recoverOne(draft.id, media)
    }
    told.changed('all')
    await queue.run()
  }

  async function recoverOne(id: string, { key, bytes }: Media): Promise<void> {
    const path = await phone.files.pathOf(key, bytes)
    noteKept(id, key, path ? { kept: bytes } : 'failed')
  }

  /** What became of the copying: also when the person has said "send" meanwhile. */
  const noteKept = (id: string, key: string, kept: { kept: number } | 'full' | 'failed'): boolean =>
    queue.change(id, (draft) =>
      withMedia(draft, key, ({ wrong, ...media }) =>
        typeof kept === 'object'
          ? { ...media, bytes: kept.kept, state: 'kept' }
          : { ...media, state: 'refused', wrong: { reason: 'media-gone', message: '' } },
      ),
    )

  function remove(id: string, key: string): Kept {
    const removed = write(id, (was) => ({ ...was, media: was.media.filter((media) => media.key !== key) }))
    if (removed === 'kept') void phone.files.drop(key)
    return removed
  }

  /** Thrown away, with all that belongs to it; not while it may have arrived. */
  function discard(id: string): boolean {
    const draft = shelf.draft(id)
    if (draft && draft.state !== 'filed' && draft.tried) return false
    begun.delete(id)
    // Only what can be read is known to be the person's to throw away.
    if (!draft) return true
    shelf.drop(id)
    told.changed('all')
    for (const { key } of draft.media) void phone.files.drop(key)
    return true
  }

  return {
    all: shelf.all,
    unreadable: shelf.unreadable,
    draft: shelf.draft,
    recover,
    hurry: queue.hurry,
    remove,
    discard,
    pathOf: ({ key, bytes }: Media) => phone.files.pathOf(key, bytes),

    /** A new one; it is on the phone from its first change on. */
    start(form: Partial<Form> = {}): Draft {
      const draft: Draft = {
        id: phone.newKey(),
        state: 'writing',
        changedAt: now(),
        form: { ...EMPTY, ...form },
        media: [],
        tried: false,
        renewed: 0,
      }
      begun.set(draft.id, draft)
      return draft
    },

    /** What has been filled in, at every keystroke. */
    fill: (id: string, form: Partial<Form>): Kept =>
      write(id, (was) => ({ ...was, form: { ...was.form, ...form } }), 'words'),

    /**
     * A photo, voice note or film. First it is noted that there is one, then it is copied, then noted that it is kept: cut
     * off anywhere, it is there or known to be missing.
     */
    async add(id: string, { from, ...taken }: Taken): Promise<Kept> {
      const key = phone.newKey()
      copying.add(key)
      const noted = write(id, (was) => ({ ...was, media: [...was.media, { key, state: 'keeping', ...taken }] }))
      const kept = noted === 'kept' ? await phone.files.keep(from, key) : 'failed'
      copying.delete(key)
      if (noted !== 'kept') return noted
      // The person sees that it is not there, and is told; where they cannot take it out any more it is given back to them.
      if (typeof kept === 'string' && remove(id, key) === 'kept') return kept
      queue.fresh(key)
      const isNoted = noteKept(id, key, kept)
      void queue.run()
      if (typeof kept === 'string') return kept
      return isNoted ? 'kept' : 'full'
    },

    /** "Send": from now on it goes by itself. Said twice, it is said once. */
    send(id: string): Kept {
      if (shelf.draft(id)?.state === 'waiting') return 'kept'
      const sent = write(id, ({ wrong, ...was }) => ({ ...was, state: 'waiting' }))
      if (sent === 'kept') queue.hurry()
      return sent
    },

    /** Back to be changed, as long as it cannot have arrived. */
    recall(id: string): boolean {
      const draft = shelf.draft(id)
      if (draft?.state !== 'waiting' || draft.tried) return false
      return queue.change(id, (was) => ({ ...was, state: 'writing' }))
    },

    /** One that was filed, and the person knows. */
    seen: (id: string): boolean => shelf.draft(id)?.state === 'filed' && discard(id),

    /** Opened, its photos are sent while it is being written. */
    opened: queue.opened,
    /** Left: an empty one leaves nothing behind. */
    closed(id: string): void {
      queue.opened(undefined)
      const draft = shelf.draft(id)
      if (draft?.state === 'writing' && isEmpty(draft)) discard(id)
    },
  }
}
