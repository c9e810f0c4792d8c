/** Who may do what in which situation, by hand: the rules are held against it in core/lifecycle-who.test.ts. */
import type { Setting } from '@/core/decide'
import type { CommandName } from '@/core/status'
import type { Ticket } from '@/core/ticket'
import { at, type people, ticket, ticketIn } from './situations'

/** Long before any time limit, and long after. Everything in `ticketIn` was dispatched or answered by Wed 2026-03-04 09:00. */
const SOON = at('Tue 2026-03-03 10:00')
const LATE = at('Wed 2026-03-18 10:00')
const helped = { coUnits: ['urban'] }

/** Li had it before, and is no longer there. */
const { handler: _, ...left } = ticketIn('disputed', { handledBy: ['o_li'] })
const unhandled: Ticket = left
const askedByDesk = ticket({ status: 'waiting', askedFrom: 'submitted', lapsesAt: SOON.now })

export type Row = {
  situation: string
  ticket: Ticket
  when: Setting
  may: Partial<Record<keyof typeof people, CommandName[]>>
}

/** Whoever filed it and everybody in the unit, before anybody has taken it. */
const untaken: CommandName[] = ['reply', 'take', 'object', 'delay', 'join-group', 'merge', 'absorb', 'note']
const untakenLate = untaken.filter((command) => command !== 'object')
const inHand: CommandName[] = [
  ...(['reply', 'hand-over', 'hand-back', 'ask-back', 'extend', 'delay', 'add-unit'] as const),
  ...(['join-group', 'merge', 'absorb', 'split', 'answer', 'note'] as const),
]
const inHandExtended = inHand.filter((command) => command !== 'extend')
/** All in the unit alike, whoever had it. */
const unit = (some: CommandName[]) => ({ handler: some, handlerWhoReviews: some, colleague: some })
const clock: CommandName[] = ['urge', 'foretell']
/** Before anybody has it in hand. */
const open: Row['may'] = { driver: ['add', 'withdraw'], timer: ['let-go', ...clock] }
/** Passed on by the district office, which may still think otherwise. */
const passedOn: Row['may'] = {
  ...open,
  dispatcher: ['reply', 'dispatch', 'delay', 'add-unit', 'join-group', 'merge', 'absorb', 'split', 'note'],
}

/** Who may do what. Whoever is not named may do nothing. */
export const ROWS: Row[] = [
  {
    situation: 'just filed',
    ticket: ticketIn('submitted', helped),
    when: SOON,
    may: {
      ...open,
      dispatcher: [
        ...(['reply', 'dispatch', 'ask-back', 'delay', 'join-group'] as const),
        ...(['merge', 'absorb', 'split', 'answer', 'note'] as const),
      ],
      officeClerk: ['note'],
      helper: ['note'],
    },
  },
  {
    situation: 'dispatched yesterday',
    ticket: ticketIn('dispatched', helped),
    when: SOON,
    may: {
      ...passedOn,
      ...unit(untaken),
      helper: ['reply', 'note'],
      head: ['delay', 'note'],
    },
  },
  {
    situation: 'dispatched two weeks ago: too late to object',
    ticket: ticketIn('dispatched'),
    when: LATE,
    may: {
      ...passedOn,
      ...unit(untakenLate),
      head: ['delay', 'note'],
    },
  },
  {
    situation: 'back at the district office, which may not object, nor pass it on once more',
    ticket: ticketIn('dispatched', { unit: 'office', objections: 3 }),
    when: SOON,
    may: {
      ...open,
      dispatcher: ['reply', 'delay', 'add-unit', 'join-group', 'merge', 'absorb', 'split', 'note'],
      officeClerk: untakenLate,
    },
  },
  {
    situation: 'being handled',
    ticket: ticketIn('handling', helped),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply', 'hand-over', 'delay', 'add-unit', 'join-group', 'merge', 'absorb', 'split', 'note'],
      handler: inHand,
      handlerWhoReviews: inHand,
      colleague: ['reply', 'note'],
      helper: ['reply', 'note'],
      head: ['hand-over', 'hand-back', 'delay', 'note'],
      timer: ['hand-back', 'let-go', ...clock],
    },
  },
  {
    situation: 'extended once already',
    ticket: ticketIn('handling', { resolve: { ...ticketIn('handling').resolve, extendedDays: 5 } }),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply', 'hand-over', 'delay', 'add-unit', 'join-group', 'merge', 'absorb', 'split', 'note'],
      handler: inHandExtended,
      handlerWhoReviews: inHandExtended,
      colleague: ['reply', 'note'],
      head: ['hand-over', 'hand-back', 'delay', 'note'],
      timer: ['hand-back', 'let-go', ...clock],
    },
  },
  {
    situation: 'being handled again after a dispute: whoever reviewed it may still look',
    ticket: ticketIn('handling', { disputes: 1, handledBy: ['o_li'] }),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply', 'hand-over', 'delay', 'add-unit', 'join-group', 'merge', 'absorb', 'split', 'note'],
      handler: inHand,
      handlerWhoReviews: inHand,
      colleague: ['reply', 'note'],
      reviewer: ['note'],
      head: ['hand-over', 'hand-back', 'delay', 'note'],
      timer: ['hand-back', 'let-go', ...clock],
    },
  },
  {
    situation: 'merged into another',
    ticket: ticketIn('merged', helped),
    when: SOON,
    may: {
      driver: ['add', 'withdraw'],
      dispatcher: ['reply', 'unmerge', 'note'],
      ...unit(['reply', 'unmerge', 'note']),
      helper: ['reply', 'note'],
      head: ['note'],
      timer: ['share', 'unmerge', ...clock],
    },
  },
  {
    situation: 'waiting for the citizen',
    ticket: ticketIn('waiting', helped),
    when: SOON,
    may: {
      driver: ['supply', 'withdraw'],
      dispatcher: ['reply', 'hand-over', 'join-group', 'absorb', 'note'],
      handler: ['reply', 'hand-over', 'join-group', 'absorb', 'note'],
      handlerWhoReviews: ['reply', 'hand-over', 'join-group', 'absorb', 'note'],
      colleague: ['reply', 'note'],
      helper: ['reply', 'note'],
      head: ['hand-over', 'note'],
      timer: ['hand-back', 'let-go'],
    },
  },
  {
    situation: 'waiting for the citizen, whom the desk asked before it was dispatched: nobody has it yet',
    ticket: askedByDesk,
    when: SOON,
    may: {
      driver: ['supply', 'withdraw'],
      dispatcher: ['reply', 'join-group', 'absorb', 'note'],
      officeClerk: ['reply', 'note'],
      timer: ['let-go'],
    },
  },
  {
    situation: 'waiting for the citizen for two weeks',
    ticket: ticketIn('waiting'),
    when: LATE,
    may: {
      driver: ['supply', 'withdraw'],
      dispatcher: ['reply', 'hand-over', 'join-group', 'absorb', 'note'],
      handler: ['reply', 'hand-over', 'join-group', 'absorb', 'note'],
      handlerWhoReviews: ['reply', 'hand-over', 'join-group', 'absorb', 'note'],
      colleague: ['reply', 'note'],
      head: ['hand-over', 'note'],
      timer: ['hand-back', 'let-go', 'lapse'],
    },
  },
  {
    situation: 'answered yesterday',
    ticket: ticketIn('answered', helped),
    when: at('Thu 2026-03-05 10:00'),
    may: {
      driver: ['confirm', 'dispute'],
      dispatcher: ['reply', 'note'],
      ...unit(['reply', 'note']),
      helper: ['reply', 'note'],
      head: ['note'],
      timer: ['hand-back'],
    },
  },
  {
    situation: 'answered two weeks ago: too late to dispute',
    ticket: ticketIn('answered'),
    when: LATE,
    may: {
      driver: ['confirm'],
      dispatcher: ['reply', 'note'],
      ...unit(['reply', 'note']),
      head: ['note'],
      timer: ['hand-back', 'lapse'],
    },
  },
  {
    situation: 'disputed: reviewed by anybody but those who handled it',
    ticket: ticketIn('disputed', helped),
    when: LATE,
    may: {
      driver: ['add'],
      dispatcher: ['reply', 'hand-over', 'delay', 'note'],
      handler: ['reply', 'hand-over', 'delay', 'note'],
      handlerWhoReviews: ['reply', 'hand-over', 'delay', 'note'],
      colleague: ['reply', 'note'],
      helper: ['reply', 'note'],
      head: ['hand-over', 'delay', 'note'],
      reviewer: ['review', 'note'],
      timer: ['hand-back', ...clock],
    },
  },
  {
    situation: 'disputed, and whoever had it has left: nobody can hand it over',
    ticket: unhandled,
    when: LATE,
    may: {
      driver: ['add'],
      dispatcher: ['reply', 'delay', 'note'],
      ...unit(['reply', 'note']),
      head: ['delay', 'note'],
      reviewer: ['review', 'note'],
      timer: clock,
    },
  },
  { situation: 'closed', ticket: ticketIn('closed', helped), when: LATE, may: { driver: ['rate'] } },
  { situation: 'closed and rated', ticket: ticketIn('closed', { rating: { stars: 4 } }), when: LATE, may: {} },
  { situation: 'withdrawn', ticket: ticketIn('withdrawn', helped), when: LATE, may: {} },
]
