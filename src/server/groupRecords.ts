/** How tickets that are answered together lie in the store. Which tickets those are stands in the tickets: `group`, `heard`. */
import type { Bilingual } from '@/core/district'
import type { ResultKind } from '@/core/kind'
import type { Person } from '@/core/ticket'
import { idOf } from './ids'

/** One edition of the answer to all of them. `change`: what is new in it. */
export type GroupAnswer = {
  text: Bilingual
  edition: number
  at: string
  by: Person
  unit: string
  result: ResultKind
  reason?: Bilingual
  change?: Bilingual
}

/**
 * Title and question are an official's words. `unit`: whose it is. `askers`: how many tickets count in it. `owed`: somebody in
 * it has not been told the newest answer, or there is none.
 */
export type GroupRecord = {
  title: Bilingual
  question: Bilingual
  unit: string
  public: boolean
  answer?: GroupAnswer
  askers: number
  followers: number
  heat: number
  owed: boolean
  movedAt: string
  sample?: true
}

/** `key`: under which it was sent, so that the same sent again is known. */
export type GroupEditionRecord = GroupAnswer & { group: string; key: string }

export const editionId = (group: string, edition: number): string => idOf('group-edition', group, String(edition))
export const editionOf = ({ answer }: Pick<GroupRecord, 'answer'>): number => answer?.edition ?? 0
/** Under which a popular issue is searched. */
export const findableId = (group: string): string => `issue:${group}`
