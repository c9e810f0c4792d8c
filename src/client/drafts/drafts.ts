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

  /** Writes into a draft that is still in the person's hands. */
  function write(id: string, next: (now: Draft) => Draft, what: 'words' | 'all' = 'all'): Kept {
    const draft = shelf.draft(id) ?? begun.get(id)
    if (draft?.state !== 'writing') return 'gone'
    if (!shelf.put({ ...next(draft), changedAt: now() })) return 'full'
    begun.delete(id)
    told.changed(what)
    return 'kept'
  }

  /** At the start of the app: what is over is tidied up, and what waits goes. */
  async function recover(): Promise<void> {
    const names = await phone.files.names()
    // Looked up after the files were listed, and again for each: a draft speaks of a file before the file is there.
    for (const name of names) if (!shelf.speaksOf(name)) await phone.files.drop(name)
    const week = new Date(phone.now().getTime() - FILED_DAYS * DAY).toISOString()
    const over = shelf.all().filter(({ state, changedAt }) => state === 'filed' && changedAt < week)
    for (const { id } of over) shelf.drop(id)
    told.changed('all')
    await queue.run()
  }

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

    /** The whole form, at every keystroke. */
    fill: (id: string, form: Form): Kept => write(id, (was) => ({ ...was, form }), 'words'),

    /**
     * A photo, voice note or film. First it is noted that there is one, then it is copied, then noted that it is kept: cut
     * off anywhere, it is there or known to be missing.
     */
    async add(id: string, { from, ...taken }: Taken): Promise<Kept> {
      const key = phone.newKey()
      queue.copies(key)
      const noted = write(id, (was) => ({ ...was, media: [...was.media, { key, state: 'keeping', ...taken }] }))
      if (noted !== 'kept') return noted
      const copied = await phone.files.keep(from, key)
      if (typeof copied === 'object') {
        // A phone too full for this note has the photo all the same: the queue looks again.
        queue.change(id, (draft) => withMedia(draft, key, (media) => ({ ...media, bytes: copied.kept, state: 'kept' })))
        queue.copied(key)
        return 'kept'
      }
      // The person is told. Where it cannot be taken out any more, the queue gives all of it back to them.
      remove(id, key)
      queue.copied(key)
      return copied
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
