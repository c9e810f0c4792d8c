/**
 * Takes whoever asked out of tickets whose time is over. The ticket first: from then on it is nobody's and nobody writes to it.
 * Then its lines, one by one, with what hangs on them. What was cut off in between still counts as kept, and is gone on with.
 */
import { anonymised, endOfKeeping, GONE, isOver, REMOVED } from '@/core/anonymise'
import type { Context } from './context'
import { idOf } from './ids'
import { Conflict, type Doc, Duplicate, MAX_PAGE, Missing, type Store, type Tx } from './ports'
import {
  type ClipRecord,
  type Entry,
  type PhotoRecord,
  patchTo,
  type TicketRecord,
  ticketOf,
  type UploadRecord,
} from './records'
import type { Round } from './timer'
import { removeTrace } from './traces'

/** Each has a page of lines or more. */
const AT_ONCE = 10

/** One page of the tickets that ended longest ago. */
export async function anonymise(ctx: Context): Promise<Round> {
  const { store, now, district } = ctx
  const before = endOfKeeping(now.toISOString(), district.retention.ticketDays)
  const where = { kept: true, movedAt: { lt: before } }
  const old = await store.find<TicketRecord>('tickets', { where, by: 'movedAt', limit: AT_ONCE })
  let did = 0
  for (const record of old.items) if (await hasGone(record, ctx)) did++
  return { did, more: old.next !== undefined && did > 0 }
}

/** False when somebody has just written to it, or another host is at it. */
async function hasGone(record: TicketRecord & Doc, ctx: Context): Promise<boolean> {
  const ticket = ticketOf(record)
  if (!isOver(ticket)) return false
  try {
    const { no } = ticket
    const after = anonymised(ticket)
    const version = await ctx.store.update('tickets', no, record.version, patchTo(ticket, after))
    await removeTrace(no, ctx.store)
    for await (const entry of documents<Entry>('entries', no, 'seq', ctx.store)) await clear(entry, ctx)
    for (const [collection, by] of HANGING) {
      for await (const { id, version } of documents(collection, no, by, ctx.store)) {
        await ctx.store.remove(collection, id, version)
      }
    }
    const done = { ...after, anonymisedAt: ctx.now.toISOString() }
    await ctx.store.update('tickets', no, version, patchTo(after, done))
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Missing || error instanceof Duplicate) return false
    throw error
  }
}

/** What is found by a ticket's number: who follows it, and the keys of the phones that filed it. */
const HANGING = [
  ['follows', 'at'],
  ['filings', 'no'],
] as const

/** All of a collection that are about one ticket; what is removed or changed on the way does not disturb. */
async function* documents<T>(collection: string, no: string, by: string, store: Store): AsyncGenerator<T & Doc> {
  for (let after: string | undefined; ; ) {
    const page = await store.find<T>(collection, { where: { no }, by, limit: MAX_PAGE, ...(after && { after }) })
    yield* page.items
    if (!page.next) return
    after = page.next
  }
}

/** The line without words, pictures and the person; its pictures are let go in the same moment, or neither is done. */
async function clear(entry: Entry & Doc, { store, now }: Context): Promise<void> {
  const { id, version, ...line } = entry
  const { set, unset } = patchOf(line)
  if (!unset.length && JSON.stringify({ ...line, ...set }) === JSON.stringify(line)) return
  await store.tx(async (tx) => {
    await tx.update('entries', id, version, { set, unset })
    for (const photo of idsOf(line.photos)) await letGo(tx, 'photos', photo, line.no, now)
    for (const clip of idsOf(line.clips ?? [])) await letGo(tx, 'clips', clip, line.no, now)
  })
}

const idsOf = (media: { id: string }[]): Set<string> => new Set(media.map(({ id }) => id))

/** In both languages: a line does not say in which it was written. */
const WORDS = `${REMOVED.zh} ${REMOVED.en}`

/** Who did what when stays, and of officials their names; what was said does not. */
function patchOf({ text, note, reason, by, clips, part, talk }: Entry): { set: Partial<Entry>; unset: string[] } {
  const isCitizen = by.role === 'citizen'
  const set = {
    photos: [],
    ...(text && { text: WORDS }),
    ...(isCitizen && { by: { role: by.role, id: GONE } }),
  }
  const gone = Object.entries({ note, reason, clips, part, talk }).flatMap(([field, held]) => (held ? field : []))
  return { set, unset: gone }
}

/**
 * One line less of which it is part. With the last, it goes itself; its bytes with the next round, by the upload that is
 * written here, unless somebody else has sent the same: see keeping.ts.
 */
async function letGo(tx: Tx, collection: 'photos' | 'clips', id: string, no: string, now: Date): Promise<void> {
  const verdict = await tx.get('screenings', idOf('screening', no, id))
  if (verdict) await tx.remove('screenings', verdict.id, verdict.version)
  const found = await tx.get<(PhotoRecord | ClipRecord) & { uses?: number }>(collection, id)
  if (found?.uses === undefined) return
  if (found.uses > 1) return void (await tx.update(collection, id, found.version, { inc: { uses: -1 } }))
  await tx.remove(collection, id, found.version)
  const { name } = found
  const type = 'type' in found ? { type: found.type } : {}
  const left: UploadRecord = { owner: '', until: now.toISOString(), name, ...type }
  await tx.insert('uploads', idOf('left', collection, id, now.toISOString()), left)
}
