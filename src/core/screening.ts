/** What content security did not let pass, and what a person then made of it. */
import type { Moment } from './deadline'

/** What may be wrong with it. The numbers by which WeChat says so are in server/screening.ts. */
export const LABELS = ['ads', 'politics', 'porn', 'abuse', 'crime', 'fraud', 'vulgar', 'copyright', 'other'] as const
export type Label = (typeof LABELS)[number]

/** held: a person must look. released: it is fine. withheld: it stays hidden from others, for a reason. */
export type ScreenedState = 'held' | 'released' | 'withheld'

/** The words of a line of history, by its number, or a photo or recording, wherever in the ticket it stands. */
export type Part = { seq: number } | { photo: string } | { clip: string }
/** `at`: when it was held. `reason`: why it is withheld, for its author. */
export type Screened = { part: Part; label: Label; state: ScreenedState; at: Moment; reason?: string }

type All = readonly Screened[] | undefined

export function isSamePart(one: Part, other: Part): boolean {
  if ('photo' in one) return 'photo' in other && one.photo === other.photo
  if ('clip' in one) return 'clip' in other && one.clip === other.clip
  return 'seq' in other && one.seq === other.seq
}

/** What became of a part; undefined where nothing was ever wrong with it. */
export const screenedOf = (all: All, part: Part): Screened | undefined =>
  all?.find((screened) => isSamePart(screened.part, part))

/** Whether a part is kept from those who are neither its author nor the desk. */
export function isHidden(all: All, part: Part): boolean {
  const screened = screenedOf(all, part)
  return screened !== undefined && screened.state !== 'released'
}

/** Since when something waits for a person to look at it: the longest waiting part counts. */
export const heldSince = (all: All): Moment | undefined =>
  all
    ?.filter(({ state }) => state === 'held')
    .map(({ at }) => at)
    .sort()[0]

/** All parts, with this one as a person judged it. */
export const judge = (
  all: All,
  part: Part,
  judgement: { state: 'released' } | { state: 'withheld'; reason: string },
): Screened[] =>
  (all ?? []).map((screened) => (isSamePart(screened.part, part) ? { ...screened, ...judgement } : screened))
