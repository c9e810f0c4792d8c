import type { Context } from './context'
import { askable } from './grants'
import type { Handlers } from './handle'
import { type TicketRecord, ticketOf } from './records'
import { deskOpensAt, ticketLines } from './views'

export const home: Pick<Handlers, 'home.open' | 'filing.open'> = {
  async 'home.open'(_, ctx) {
    const { name, program, hotline, sample } = ctx.district
    const latest = await latestTicket(ctx)
    return {
      district: { name, program, hotline, sample },
      ...desk(ctx),
      ...(latest && { latest }),
      alerts: [],
      menu: ctx.district.menu,
      news: [],
      issues: [],
    }
  },

  async 'filing.open'(_, ctx) {
    const { categories, guide, hotline } = ctx.district
    return { categories, guide, hotline, ...desk(ctx), notices: await askable(ctx) }
  },
}

const desk = (ctx: Context) => {
  const opensAt = deskOpensAt(ctx)
  return { firstReplyMinutes: ctx.district.limits.firstReplyMinutes.target, ...(opensAt && { opensAt }) }
}

async function latestTicket(ctx: Context) {
  if (ctx.caller.role !== 'citizen') return undefined
  const where = { askerId: ctx.caller.id }
  const { items } = await ctx.store.find<TicketRecord>('tickets', { where, by: 'filedAt', dir: 'desc', limit: 1 })
  const [line] = await ticketLines(items.map(ticketOf), ctx)
  return line
}
