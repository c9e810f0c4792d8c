/** Somebody who abuses the desk may not write to it for a while: no new tickets, nothing added unasked, no person in the chat. */
import type { BlockLine } from '@/contract/blocks'
import { hasDuty } from '@/core/actor'
import { DAY } from '@/core/deadline'
import type { Context } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { load } from './keptTickets'
import { limit } from './limit'
import { Conflict, type Doc, Duplicate, Missing } from './ports'
import { ticketOf } from './records'
import { refuse } from './refuse'

/** One document a person: who is kept away again is kept away until the later of the two. */
type BlockRecord = { who: string; no: string; reason: string; by: string; at: string; until: string; key: string }

const PAGE = 15
const TRIES = 4
const blockId = (who: string): string => idOf('block', who)

export const blocks: Pick<Handlers, 'blocks.add' | 'blocks.list' | 'blocks.lift'> = {
  async 'blocks.add'({ key, no: asked, days, reason }, ctx) {
    const by = blocker(ctx)
    await limit('blocks', by.id, ctx)
    const { asker, no, taken } = ticketOf(await load(asked, ctx))
    // At a window and on the telephone nobody is known again.
    if (taken) return refuse('nobody-to-block')
    const [at, until] = [ctx.now, new Date(ctx.now.getTime() + days * DAY)].map((one) => one.toISOString())
    return put({ who: asker.id, no, reason, by: by.name, at: at ?? '', until: until ?? '', key }, ctx)
  },

  async 'blocks.list'({ after }, ctx) {
    if (!hasDuty(ctx.caller, 'admin')) return refuse('not-allowed')
    const where = { until: { gt: ctx.now.toISOString() } }
    const page = await ctx.store.find<BlockRecord>('blocks', {
      where,
      by: 'until',
      limit: PAGE,
      ...(after && { after }),
    })
    return { items: page.items.map(blockLine), ...(page.next && { next: page.next }) }
  },

  async 'blocks.lift'({ id }, ctx) {
    if (!hasDuty(ctx.caller, 'admin')) return refuse('not-allowed')
    const found = await ctx.store.get('blocks', id)
    if (found) await ctx.store.remove('blocks', id, found.version).catch(ignoreGone)
    return {}
  },
}

/** Refuses what would write to somebody at the desk, with the reason, the end, and where to complain about it. */
export async function refuseBlocked(citizen: string, { store, now, lang, district }: Context): Promise<void> {
  const block = await store.get<BlockRecord>('blocks', blockId(citizen))
  if (!block || block.until <= now.toISOString()) return
  refuse('blocked', { reason: block.reason, until: untilText(block.until, lang), phone: district.hotline })
}

/** 3月2日 10:00, and 2 March, 10:00: in Beijing. */
function untilText(until: string, lang: Context['lang']): string {
  const options = {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { ...options, hourCycle: 'h23' }).format(
    new Date(until),
  )
}

function blocker({ caller }: Context) {
  if (caller.role !== 'official') return refuse('not-allowed')
  return hasDuty(caller, 'dispatch') || hasDuty(caller, 'admin') ? caller : refuse('not-allowed')
}

async function put(block: BlockRecord, { store }: Context): Promise<{ until: string }> {
  const id = blockId(block.who)
  for (let left = TRIES; ; left--) {
    const found = await store.get<BlockRecord>('blocks', id)
    if (found?.key === block.key) return { until: found.until }
    const until = found && found.until > block.until ? found.until : block.until
    try {
      if (found) await store.update('blocks', id, found.version, { set: { ...block, until } })
      else await store.insert('blocks', id, block)
      return { until }
    } catch (error) {
      const isOvertaken = error instanceof Conflict || error instanceof Duplicate || error instanceof Missing
      if (!isOvertaken || left <= 1) throw error
    }
  }
}

/** Lifted by somebody else, or over. */
const ignoreGone = (error: unknown): void => {
  if (!(error instanceof Conflict || error instanceof Missing)) throw error
}

const blockLine = ({ id, no, reason, by, at, until }: BlockRecord & Doc): BlockLine => ({
  id,
  no,
  reason,
  by,
  at,
  until,
})
