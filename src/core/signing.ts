/** Signatures: whose are asked for, who may give one, and what is owed where something went out before them. */
import { type Actor, type Duty, hasDuty } from './actor'
import type { Moment } from './deadline'
import {
  type Draft,
  type Edition,
  LEVEL_OF,
  type Release,
  type ReleaseKind,
  type ReleaseRefusal,
  SEATS,
  type Signature,
} from './release'

/** The duties that are still asked for: one list for each missing signature. Empty when all are there. */
export function missingSeats(kind: ReleaseKind, signatures: readonly Signature[]): readonly (readonly Duty[])[] {
  const seats = [...SEATS[LEVEL_OF[kind]]]
  // The strictest seat first: a head may take either, a reviewer only the second.
  for (const { duty } of signatures) {
    const seat = seats.findIndex((duties) => duties.includes(duty))
    if (seat >= 0) seats.splice(seat, 1)
  }
  return seats
}

/** The duty by which this official may take one of the missing seats. */
export const seatFor = (actor: Actor, kind: ReleaseKind, signatures: readonly Signature[]): Duty | undefined =>
  missingSeats(kind, signatures)
    .flat()
    .find((duty) => hasDuty(actor, duty))

/** Has a duty that a seat of this kind's level asks for. */
export const isSigner = (actor: Actor, kind: ReleaseKind): boolean =>
  SEATS[LEVEL_OF[kind]].some((duties) => duties.some((duty) => hasDuty(actor, duty)))

/** What waits for signatures: a draft that was submitted, else an edition that went out before them. */
export const toSign = (release: Release): Draft | Edition | undefined => {
  if (release.draft?.stage === 'submitted') return release.draft
  return owedBy(release) ? release.live : undefined
}

/** Null when this official may sign what waits; whoever wrote it may not, and nobody twice. */
export function closedToSigning(actor: Actor, release: Release): ReleaseRefusal | null {
  const paper = toSign(release)
  if (!paper || actor.role !== 'official') return 'not-now'
  if (paper.wrote.includes(actor.id)) return 'own-work'
  if (paper.signatures.some(({ by }) => by.id === actor.id)) return 'signed-already'
  return seatFor(actor, release.kind, paper.signatures) ? null : 'not-yours'
}

/** An edition that went out unsigned, and still is although its time is over: everybody on duty is told. */
export const isOverdue = (release: Release, now: Moment): boolean => (owedBy(release) ?? 'never') <= now

/** When the signatures of an edition that went out without them are due; undefined where none are missing. */
export const owedBy = (release: Release): Moment | undefined => {
  // That it has ended by itself does not excuse it; that it was taken back does.
  const stands = release.status === 'published' || release.status === 'expired'
  return stands && isUnsigned(release) ? release.live?.override?.dueAt : undefined
}

/** It went out before its signatures, and some are still missing. */
export const isUnsigned = ({ kind, live }: Release): boolean =>
  live?.override !== undefined && missingSeats(kind, live.signatures).length > 0
