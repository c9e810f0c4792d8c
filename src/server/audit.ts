/** Who saw and did what, as administrators and reviewers read it. It is written by witness.ts. */
import type { AuditLineView } from '@/contract/audit'
import { hasDuty, type Official } from '@/core/actor'
import { isKeptAway } from '@/core/concern'
import { readNumber } from '@/core/number'
import type { AuditRecord } from './chains'
import type { Context } from './context'
import type { Handlers } from './handle'
import { officialsOf } from './officials'
import type { Doc, Query } from './ports'
import type { TicketRecord } from './records'
import { refuse } from './refuse'
import { unitOf } from './views'

const PAGE = 20

export const audit: Pick<Handlers, 'audit.list'> = {
  async 'audit.list'({ official, about, after }, ctx) {
    const me = readerOf(ctx)
    const no = about === undefined ? undefined : (readNumber(about) ?? refuse('number-wrong', {}, 'about'))
    const where = { ...(no && { about: no }), ...(official && { who: official }) }
    const query: Query = { where, by: 'turn', dir: 'desc', limit: PAGE, ...(after && { after }) }
    const [{ items, next }, officials] = await Promise.all([
      ctx.store.find<AuditRecord>('audit', query),
      officialsOf(ctx),
    ])
    const hidden = await hiddenFrom(me, items, ctx)
    const shown = no && hidden.includes(no) ? [] : items
    const of = official && officials.find(({ id }) => id === official)
    return {
      items: shown.map((line) => lineView(line, officials, hidden, ctx)),
      ...(next && shown.length && { next }),
      ...(of && { of: of.name }),
    }
  },
}

function readerOf({ caller }: Context): Official {
  const reads = hasDuty(caller, 'admin') || hasDuty(caller, 'review')
  return caller.role === 'official' && reads ? caller : refuse('not-allowed')
}

/** The numbers of tickets that are about the reader: they do not learn of them here either. */
async function hiddenFrom(me: Official, lines: AuditRecord[], { store }: Context): Promise<string[]> {
  const numbers = [...new Set(lines.flatMap(({ about }) => (about && readNumber(about)) || []))]
  if (!numbers.length) return []
  const where = { id: { in: numbers }, named: true }
  const { items } = await store.find<TicketRecord>('tickets', { where, by: 'id', limit: PAGE })
  return items.filter(({ against }) => isKeptAway(me, against)).map(({ no }) => no)
}

function lineView(
  { id, at, who, did, what, about, refused }: AuditRecord & Doc,
  officials: Official[],
  hidden: string[],
  ctx: Context,
): AuditLineView {
  const official = officials.find((one) => one.id === who)
  const unit = official ? unitOf(official.unit, ctx.district).name : { zh: '', en: '' }
  return {
    ...{ id, at, did, refused: refused !== undefined },
    ...(who && who !== 'timer' && { who: { id: who, name: official?.name ?? who, unit } }),
    ...(what && { what }),
    ...(about && !hidden.includes(about) && { about: officials.find((one) => one.id === about)?.name ?? about }),
  }
}
