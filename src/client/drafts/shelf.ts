/** Where drafts lie on the phone: one text each, so that no write can damage another draft. */
import * as v from 'valibot'
import { Draft } from './draft'
import type { Phone } from './phone'

const PREFIX = 'minhu.draft.'

/** Whether this is where a draft lies. */
export const isOnShelf = (key: string): boolean => key.startsWith(PREFIX)

export type Shelf = ReturnType<typeof openShelf>

export function openShelf(storage: Phone['storage']) {
  /** What was read last, by its text: parsing at every keystroke would be felt. */
  const known = new Map<string, { text: string; draft: Draft | undefined }>()

  /** Undefined when there is none; one that cannot be read (any more) is left where it is and is none. */
  function draft(id: string): Draft | undefined {
    const text = storage.read(PREFIX + id)
    if (text === undefined) return undefined
    const before = known.get(id)
    if (before?.text === text) return before.draft
    const read = readDraft(text)
    known.set(id, { text, draft: read })
    return read
  }

  const ids = () =>
    storage
      .keys()
      .filter(isOnShelf)
      .map((key) => key.slice(PREFIX.length))

  return {
    draft,
    /** The one changed last comes first. */
    all: (): Draft[] =>
      ids()
        .flatMap((id) => draft(id) ?? [])
        .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
    /** Drafts of another version of this program, which may be able to read them again: they are never thrown away. */
    unreadable: (): number => ids().filter((id) => !draft(id)).length,
    /** Whether any draft, even one that cannot be read, speaks of this file. */
    speaksOf: (name: string): boolean => ids().some((id) => storage.read(PREFIX + id)?.includes(`"${name}"`) ?? false),
    /** False when the phone is full: then what was there before is still there. */
    put(draft: Draft): boolean {
      const text = JSON.stringify(draft)
      if (!storage.write(PREFIX + draft.id, text)) return false
      known.set(draft.id, { text, draft })
      return true
    },
    drop(id: string): void {
      storage.remove(PREFIX + id)
      known.delete(id)
    },
  }
}

function readDraft(text: string): Draft | undefined {
  try {
    return v.parse(Draft, JSON.parse(text))
  } catch {
    return undefined
  }
}
