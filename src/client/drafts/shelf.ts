/** Where drafts lie on the phone: one text each, so that no write can damage another draft. */
import * as v from 'valibot'
import { Draft } from './draft'
import type { Phone } from './phone'

const PREFIX = 'minhu.draft.'

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

  return {
    draft,
    /** The one changed last comes first. */
    all: (): Draft[] =>
      storage
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .flatMap((key) => draft(key.slice(PREFIX.length)) ?? [])
        .sort((a, b) => b.changedAt.localeCompare(a.changedAt)),
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
