/** Every draft on this phone: begun, written, sent, thrown away. All that screens and the app's start need of them. */
import { type Draft, EMPTY, type Form, isEmpty, type Media } from './draft'
import type { Phone } from './phone'
import { openQueue } from './queue'
import { openShelf } from './shelf'

/** What the camera, the album or the microphone gave: `from` is where it lies for now. */
export type Taken = { from: string; kind: Media['kind']; bytes: number; seconds?: number }
/** full: the phone has no room. gone: the draft is not there any more, or not to be changed. */
export type Kept = 'kept' | 'full' | 'gone' | 'failed'

/** What was filed stays to be seen, for so long. */
const FILED_DAYS = 7

export type Drafts = ReturnType<typeof openDrafts>

export function openDrafts(
  phone: Phone,
  told: { changed: () => void; progress: (key: string, percent: number) => void },
) {
  const shelf = openShelf(phone.storage)
  const queue = openQueue(phone, shelf, told)
  const now = () => phone.now().toISOString()

  /** Writes into a draft that is still in the person's hands. */
  function write(id: string, next: (now: Draft) => Draft): Kept {
    const draft = shelf.draft(id)
    if (draft?.state !== 'writing') return 'gone'
    const { wrong, ...rest } = draft
    return queue.change(id, () => ({ ...next(rest), changedAt: now() })) ? 'kept' : 'full'
  }

  /** At the start of the app: what was cut off while it was being copied, and files that belong to nothing. */
  async function recover(): Promise<void> {
    const week = new Date(phone.now().getTime() - FILED_DAYS * 24 * 3_600_000).toISOString()
    for (const draft of shelf.all()) {
      if (draft.state === 'filed' && draft.changedAt < week) shelf.drop(draft.id)
      for (const media of draft.media.filter(({ state }) => state === 'keeping')) await recoverOne(draft.id, media)
    }
    const used = new Set(shelf.all().flatMap(({ media }) => media.map(({ key }) => key)))
    for (const name of await phone.files.names()) if (!used.has(name)) await phone.files.drop(name)
    told.changed()
    await queue.run()
  }

  async function recoverOne(id: string, { key, bytes }: Media): Promise<void> {
    const isWhole = await phone.files.pathOf(key, bytes)
    queue.change(id, (draft) => ({
      ...draft,
      media: draft.media.map((media) =>
        media.key !== key
          ? media
          : {
              ...media,
              ...(isWhole ? { state: 'kept' } : { state: 'refused', wrong: { reason: 'media-gone', message: '' } }),
            },
      ),
    }))
  }

  return {
    all: shelf.all,
    draft: shelf.draft,
    recover,
    hurry: queue.hurry,
    opened: queue.opened,

    /** A new one; it is on the phone from its first change on. */
    start: (form: Partial<Form>): Draft => ({
      id: phone.newKey(),
      state: 'writing',
      changedAt: now(),
      form: { ...EMPTY, ...form },
      media: [],
      tried: false,
      renewed: 0,
    }),

    /** What has been filled in, at every keystroke. `draft` is kept if it is not yet. */
    fill(draft: Draft, form: Partial<Form>): Kept {
      if (shelf.draft(draft.id)) return write(draft.id, (was) => ({ ...was, form: { ...was.form, ...form } }))
      const kept = shelf.put({ ...draft, form: { ...draft.form, ...form }, changedAt: now() })
      told.changed()
      return kept ? 'kept' : 'full'
    },

    /**
     * A photo, voice note or film. First it is noted that there is one, then it is copied, then noted that it is kept: cut
     * off anywhere, it is there or known to be missing.
     */
    async add(draft: Draft, { from, ...taken }: Taken): Promise<Kept> {
      const media: Media = { key: phone.newKey(), state: 'keeping', ...taken }
      if (!shelf.draft(draft.id) && !shelf.put({ ...draft, changedAt: now() })) return 'full'
      const noted = write(draft.id, (was) => ({ ...was, media: [...was.media, media] }))
      if (noted !== 'kept') return noted
      const kept = await phone.files.keep(from, media.key)
      if (kept !== 'kept') {
        this.remove(draft.id, media.key)
        return kept
      }
      const isNoted = queue.change(draft.id, (was) => ({
        ...was,
        media: was.media.map((one) => (one.key === media.key ? { ...one, state: 'kept' } : one)),
      }))
      void queue.run()
      return isNoted ? 'kept' : 'full'
    },

    remove(id: string, key: string): void {
      write(id, (was) => ({ ...was, media: was.media.filter((media) => media.key !== key) }))
      void phone.files.drop(key)
    },

    /** "Send": from now on it goes by itself. */
    send(id: string): Kept {
      const sent = write(id, (was) => ({ ...was, state: 'waiting' }))
      if (sent === 'kept') queue.hurry()
      return sent
    },

    /** Back to be changed, as long as it cannot have arrived. */
    recall(id: string): boolean {
      const draft = shelf.draft(id)
      if (draft?.state !== 'waiting' || draft.tried) return false
      return queue.change(id, (was) => ({ ...was, state: 'writing' }))
    },

    /** Thrown away, with all that belongs to it; not while it may have arrived. */
    discard(id: string): boolean {
      const draft = shelf.draft(id)
      if (draft && draft.state !== 'filed' && draft.tried) return false
      shelf.drop(id)
      told.changed()
      for (const { key } of draft?.media ?? []) void phone.files.drop(key)
      return true
    },

    isEmpty,
  }
}
