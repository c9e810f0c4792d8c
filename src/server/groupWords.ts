/** What words that many people read must not say: who asked, in whose words, and anybody's private details. */
import type { Output } from '@/contract'
import { placesIn } from '@/core/privacy'
import { slotsIn } from '@/core/slots'
import { maySee, type Ticket } from '@/core/ticket'
import type { Context } from './context'
import { callsOf, joined, names, wholeNamesOf } from './naming'
import { refuse } from './refuse'

export type Trouble = Output<'groups.preview'>['trouble'][number]

/** Among fewer, somebody may be known by a surname alone. */
const FEW = 10
/** Shorter ones many people write by themselves. */
const OWN_WORDS = 12

/** What is wrong with some words for all of these to read; of whom the official does not see nothing is told. */
export function troubleIn(texts: string[], tickets: Ticket[], ctx: Context): Trouble[] {
  const said = texts.join('\n')
  const calls = tickets.length < FEW ? callsOf : wholeNamesOf
  const named = tickets.filter((ticket) => maySee(ctx.caller, ticket) && names(said, ticket, ctx, calls))
  return [
    ...named.map(({ no }): Trouble => ({ no, why: 'names-asker' })),
    ...(placesIn(said).length ? [{ why: 'private' } as const] : []),
  ]
}

type Checked = { field: string; checked: boolean }

export function refuseTrouble(trouble: Trouble[], { field, checked }: Checked): void {
  if (trouble.some(({ why }) => why === 'names-asker')) refuse('group-names-asker', {}, field)
  if (!checked && trouble.length) refuse('private-details', {}, field)
}

/** A question that everybody reads is put in an official's words: nobody finds their own in it. */
export function refuseOwnWords(question: string, tickets: Ticket[]): void {
  const asked = joined(question)
  const copied = tickets.map(({ text }) => joined(text)).some((own) => own.length >= OWN_WORDS && asked.includes(own))
  if (copied) refuse('group-names-asker', {}, 'question')
}

/** Whatever is filled in is filled in: no slot of a template goes out open. */
export function refuseOpenSlots(texts: string[]): void {
  const [slot] = texts.flatMap(slotsIn)
  if (slot !== undefined) refuse('slot-open', { slot }, 'text')
}
