/** Which news becomes a message to the asker, and when. Messages are errands: see message.ts for their sending. */
import { type NoticeKind, noticeOf } from '@/core/notice'
import type { Command, Ticket } from '@/core/ticket'
import type { Context } from './context'
import { sendOn } from './errands'
import { idOf } from './ids'
import { Conflict, type Doc, Duplicate, MAX_PAGE, Missing, type Tx } from './ports'
import type { Entry, TicketRecord } from './records'
import type { Round } from './timer'

/** Writes the notice of a new line of history, in the line's own transaction: neither is there without the other. */
export async function tell(
  tx: Tx,
  ticket: Ticket,
  command: Command,
  entry: Entry,
  entryId: string,
  ctx: Context,
): Promise<void> {
  const notice = noticeOf(command.do, ticket.status)
  if (!notice || !entry.public || entry.by.id === ticket.asker.id || !isSent(notice, ctx)) return
  const mark = idOf('notice', entryId)
  const unit = entry.by.unit ?? ticket.unit
  const { no, status } = ticket
  await sendOn(
    tx,
    mark,
    {
      kind: 'notice',
      notice,
      mark,
      no,
      at: entry.at,
      status,
      unit,
      entry: entryId,
      ...(command.do === 'foretell' && { tip: command.do }),
    },
    ctx,
  )
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
async function reminded({ id: no, version, lapsesAt, status, unit }: TicketRecord & Doc, ctx: Context) {
  const notice = 'lapses-soon'
  try {
    await ctx.store.tx(async (tx) => {
      await tx.update('tickets', no, version, { unset: ['remindAt'] })
      if (!lapsesAt || !isSent(notice, ctx)) return
      const mark = idOf('notice', no, lapsesAt)
      await sendOn(tx, mark, { kind: 'notice', notice, mark, no, at: lapsesAt, status, unit }, ctx)
    })
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Duplicate || error instanceof Missing) return false
    throw error
  }
}
