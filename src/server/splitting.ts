/** One ticket about two things: the second becomes a ticket of its own, of the same asker and as old as the first. */
import { fileFrom } from '@/core/decide'
import type { Command, Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { idOf } from './ids'
import type { Beside } from './keptTickets'
import { authorOf, type Entry, recordOf } from './records'
import { leaveTrace } from './traces'
import { wordingOf } from './wording'

/**
 * What is written beside the first. The code is that of the first: whoever asked at the window has only their slip, and
 * opens both with it.
 */
export async function takenOut(
  parent: Ticket,
  { no, category, text }: Extract<Command, { do: 'split' }>,
  ctx: Context,
): Promise<Beside> {
  const wording = await wordingOf(ctx)
  const at = settingOf(ctx)
  const { code, kind, place, asker, consent, lang, spot, behalf, against, taken, about, sample, photos, clips } = parent
  const filed = {
    ...{ no, code, kind, category, text, place, photos, asker, consent, lang },
    ...(clips?.length && { clips }),
    ...(spot && { spot }),
    ...(behalf && { behalf }),
    ...(against && { against }),
    ...(taken && { taken }),
    ...(about && { about }),
    ...(sample && { sample }),
    splitFrom: parent.no,
  }
  // Where the first still lies as it came in, whoever looks at those about the office looks at this too.
  const unit = parent.status === 'submitted' ? parent.unit : at.office
  const ticket: Ticket = { ...fileFrom(filed, parent, at), unit, entries: 2 }
  const shared = { no, at: at.now, public: true }
  const media = { photos, ...(clips?.length && { clips }) }
  const words: Entry = {
    ...shared,
    ...{ seq: 1, did: 'file', by: authorOf(ctx.caller), text, other: parent.no },
    ...media,
  }
  const receipt: Entry = { ...shared, seq: 2, did: 'received', by: { role: 'system', id: 'system' }, photos: [] }
  return async (tx) => {
    await tx.insert('tickets', no, recordOf(ticket))
    await leaveTrace(tx, ticket, wording)
    await tx.insert('entries', idOf('entry', no, '1'), words)
    await tx.insert('entries', idOf('entry', no, '2'), receipt)
  }
}
