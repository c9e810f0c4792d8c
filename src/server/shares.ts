/** The tickets a unit helps with, a document for each unit and ticket, so that a unit finds them by the clock that runs out next. */
import { idOf } from './ids'
import type { Tx } from './ports'
import type { TicketRecord } from './records'

export type ShareRecord = { unit: string; no: string; open: boolean; nextDue: string }

const shareId = (unit: string, no: string): string => idOf('share', unit, no)

/** Keeps them in step with the ticket, in its own transaction. What is as it was is not written. */
export async function shareOut(tx: Tx, before: TicketRecord, after: TicketRecord): Promise<void> {
  const { no, open, nextDue, coUnits } = after
  const moved = open !== before.open || nextDue !== before.nextDue
  for (const unit of coUnits) {
    if (moved || !before.coUnits.includes(unit)) await putShare(tx, { unit, no, open, nextDue })
  }
  for (const unit of before.coUnits) if (!coUnits.includes(unit)) await removeShare(tx, unit, no)
}

/** One that was filed before shares were written has none yet: it gets it now. */
async function putShare(tx: Tx, share: ShareRecord): Promise<void> {
  const id = shareId(share.unit, share.no)
  const known = await tx.get<ShareRecord>('shares', id)
  if (!known) await tx.insert('shares', id, share)
  else await tx.update('shares', id, known.version, { set: { open: share.open, nextDue: share.nextDue } })
}

async function removeShare(tx: Tx, unit: string, no: string): Promise<void> {
  const known = await tx.get<ShareRecord>('shares', shareId(unit, no))
  if (known) await tx.remove('shares', known.id, known.version)
}
