/** The first screen. */

import { deskOpensAt } from './clockViews'
import type { Context } from './context'
import type { Handlers } from './handle'
import { unseenLetters } from './inbox'
import { alertsNow, currentMenu, hottestIssues, newsPage } from './reading'
import { weatherStrip } from './readings'
import { type TicketRecord, ticketOf } from './records'
import { ticketLines } from './views'

/** How many news and issues the first screen shows. */
const TOP = 3

export const home: Pick<Handlers, 'home.open'> = {
  async 'home.open'(_, ctx) {
    const { name, program, hotline, sample } = ctx.district
    const [latest, unseen, alerts, weather, menu, news, issues] = await Promise.all([
      latestTicket(ctx),
      unseenLetters(ctx),
      alertsNow(ctx),
      weatherStrip(ctx),
      currentMenu(ctx),
      newsPage({ limit: TOP }, ctx),
      hottestIssues({ limit: TOP }, ctx),
    ])
    return {
      district: { name, program, hotline, sample },
      ...desk(ctx),
      ...(latest && { latest }),
      unseen,
      alerts,
      ...(weather && { weather }),
      menu,
      news: news.items,
      issues: issues.items,
    }
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
