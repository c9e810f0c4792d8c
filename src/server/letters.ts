/**
 * What people are told, kept for them whether or not WeChat sends it: a sentence and what it leads to. A letter is written
 * in the transaction of its cause, and ends by itself.
 */
import type { LetterView } from '@/contract/inbox'
import { DAY } from '@/core/deadline'
import type { Bilingual } from '@/core/district'
import { noticeOf } from '@/core/notice'
import type { Command, Ticket } from '@/core/ticket'
import type { Context } from './context'
import { idOf } from './ids'
import { LETTER_LINES, TIPS } from './noticeWords'
import { Conflict, type Doc, MAX_PAGE, Missing, type Store, type Tx } from './ports'
import { categoryOf, unitOf } from './views'

/**
 * `about`: a ticket's number, a release's or an issue's id. `unseen` goes when it is looked at. `sentAt`: when WeChat took
 * it. `unsent`: why WeChat did not, a number of its own or the field that it would not have.
 */
export type LetterRecord = Omit<LetterView, 'id' | 'unseen'> & {
  who: string
  unseen?: true
  until: string
  sentAt?: string
  unsent?: { at: string; code: string }
}
export type StoredLetter = LetterRecord & Doc

/** Shorter than any ticket is kept: what is left of a ticket that was anonymised is in no inbox. */
const LIFE = 180 * DAY

export const letterId = (...parts: string[]): string => idOf('letter', ...parts)

type New = Pick<LetterRecord, 'who' | 'kind' | 'about' | 'title' | 'text'>

/** The same id again is the same letter: throws Duplicate. */
export async function putLetter(tx: Tx, id: string, letter: New, { now }: Context): Promise<void> {
  const at = now.toISOString()
  const until = new Date(now.getTime() + LIFE).toISOString()
  const record: LetterRecord = { ...letter, at, until, unseen: true }
  await tx.insert('letters', id, record)
}

/** Whoever came to a window or rang has no inbox. */
export const hasInbox = ({ taken }: Pick<Ticket, 'taken'>): boolean => !taken

/** To the asker of a ticket: what was done, and of the case no more than its category and number. */
export function ticketLetter(ticket: Ticket, say: Bilingual, { district }: Context): New {
  const { no, asker, category } = ticket
  const { zh, en } = categoryOf(category, district).name
  return { who: asker.id, kind: 'ticket', about: no, title: say, text: { zh: `${zh} · ${no}`, en: `${en} · ${no}` } }
}

/** What its asker is told of a command; what has no sentence of its own is news. */
export function sentenceOf(command: Command, ticket: Ticket, { district }: Context): Bilingual {
  if (command.do === 'foretell') return TIPS.foretell
  const notice = noticeOf(command.do, ticket.status)
  const line = LETTER_LINES[command.do] ?? TIPS[notice ?? 'news']
  const { name } = unitOf('unit' in command ? command.unit : ticket.unit, district)
  return { zh: line.zh.replace('{unit}', name.zh), en: line.en.replace('{unit}', name.en) }
}

export async function lookAt({ id, version }: Doc, store: Store): Promise<void> {
  try {
    await store.update('letters', id, version, { unset: ['unseen'] })
  } catch (error) {
    // Seen on another screen, or gone since.
    if (!(error instanceof Conflict || error instanceof Missing)) throw error
  }
}

/** A screen that shows the thing itself has told them. */
export async function seenAbout(about: string, { caller, store }: Context): Promise<void> {
  if (caller.role !== 'citizen') return
  const where = { who: caller.id, unseen: true }
  const { items } = await store.find<LetterRecord>('letters', { where, by: 'at', dir: 'desc', limit: MAX_PAGE })
  await Promise.all(items.filter((letter) => letter.about === about).map((letter) => lookAt(letter, store)))
}

/** Notes on a letter what became of it in WeChat. One that is gone needs no note. */
export async function noteOn(
  id: string,
  note: Pick<LetterRecord, 'sentAt'> | Pick<LetterRecord, 'unsent'>,
  { store }: Context,
): Promise<void> {
  for (let left = TRIES; ; left--) {
    const letter = await store.get<LetterRecord>('letters', id)
    if (!letter) return
    try {
      return void (await store.update('letters', id, letter.version, { set: note }))
    } catch (error) {
      if (error instanceof Missing) return
      if (!(error instanceof Conflict) || left <= 1) throw error
    }
  }
}
const TRIES = 8

/** The newest message about a ticket that WeChat would not send, where no later one went through. */
export async function unsentAbout(no: string, { store }: Context): Promise<LetterRecord['unsent']> {
  const where = { about: no }
  const { items } = await store.find<LetterRecord>('letters', { where, by: 'who', limit: MAX_PAGE })
  return items
    .flatMap(({ unsent }) => unsent ?? [])
    .sort((a, b) => a.at.localeCompare(b.at))
    .pop()
}
