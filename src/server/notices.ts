/** Which news becomes a letter to the asker, which of them a message, and when. Messages are errands: see message.ts for their sending. */
import { type NoticeKind, noticeOf } from '@/core/notice'
import type { Command, Ticket } from '@/core/ticket'
import type { Context } from './context'
import type { ChatMessage } from './doors/sending'
import { sendOn } from './errands'
import { idOf } from './ids'
import { hasInbox, letterId, putLetter, sentenceOf, ticketLetter } from './letters'
import type { Notice } from './message'
import { TIPS } from './noticeWords'
import { Conflict, type Doc, Duplicate, MAX_PAGE, Missing, type Tx } from './ports'
import { type Entry, type TicketRecord, ticketOf } from './records'
import type { Round } from './timer'

/** Writes the letter of a new line of history, and its message, in the line's own transaction: none is there without the others. */
export async function tell(
  tx: Tx,
  ticket: Ticket,
  command: Command,
  entry: Entry,
  entryId: string,
  ctx: Context,
): Promise<void> {
  if (!entry.public || entry.by.id === ticket.asker.id || !hasInbox(ticket)) return
  const mark = letterId(entryId)
  await putLetter(tx, mark, ticketLetter(ticket, sentenceOf(command, ticket, ctx), ctx), ctx)
  const notice = noticeOf(command.do, ticket.status)
  if (!notice) return
  const errand = isSent(notice, ctx) ? noticeAbout(notice, ticket, command, entry, entryId) : undefined
  if (ticket.door) return sayInChat(tx, ticket, entryId, errand, ctx)
  if (errand) await sendOn(tx, mark, errand, ctx)
}

/** Whoever came by a chat hears it there; and as others do where that cannot be. */
async function sayInChat(tx: Tx, { no, asker }: Ticket, entry: string, instead: Notice | undefined, ctx: Context) {
  const message: ChatMessage = { kind: 'chat', citizen: asker.id, no, entry, ...(instead && { instead }) }
  await sendOn(tx, idOf('chat', entry), message, ctx)
}

function noticeAbout(
  notice: Notice['notice'],
  ticket: Ticket,
  command: Command,
  entry: Entry,
  entryId: string,
): Notice {
  const { no, status } = ticket
  return {
    ...{ kind: 'notice', notice, mark: letterId(entryId), no, at: entry.at, status },
    ...{ unit: entry.by.unit ?? ticket.unit, entry: entryId },
    ...(command.do === 'foretell' && { tip: command.do }),
  }
}

const isSent = (notice: NoticeKind, { district, wechat }: Context): boolean =>
  wechat !== undefined && district.notices[notice].template !== ''

/** A day before a question or an answer lapses, its asker is told, once for each such time. */
export async function remind(ctx: Context): Promise<Round> {
  const where = { remindAt: { lte: ctx.now.toISOString() } }
  const due = await ctx.store.find<TicketRecord>('tickets', { where, by: 'remindAt', limit: MAX_PAGE })
  let did = 0
  for (const ticket of due.items) if (await reminded(ticket, ctx)) did++
  return { did, more: due.next !== undefined }
}

/** False when somebody has just spoken, or another timer was faster. */
async function reminded(record: TicketRecord & Doc, ctx: Context) {
  const { id: no, version, lapsesAt, status, unit } = record
  const notice = 'lapses-soon'
  try {
    await ctx.store.tx(async (tx) => {
      await tx.update('tickets', no, version, { unset: ['remindAt'] })
      if (!lapsesAt || !hasInbox(record)) return
      const mark = letterId(no, lapsesAt)
      await putLetter(tx, mark, ticketLetter(ticketOf(record), TIPS[notice], ctx), ctx)
      if (!isSent(notice, ctx)) return
      await sendOn(tx, mark, { kind: 'notice', notice, mark, no, at: lapsesAt, status, unit }, ctx)
    })
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate || error instanceof Missing) return false
    throw error
  }
}
