/** Tickets of others that may be about the same thing as what somebody is writing. */
import { DAY } from '@/core/deadline'
import { coarse, metresBetween, squaresAround, toldMetres } from '@/core/nearby'
import { likeness, type Terms, termsOf, type Wording } from '@/core/similar'
import { fitOf, isForOthers } from '@/core/similarOffer'
import type { Point, Ticket } from '@/core/ticket'
import { type Context, idOfCaller } from './context'
import { type Doc, MAX_PAGE, type Where } from './ports'
import { type TicketRecord, ticketOf } from './records'

/** What nobody has moved for so long is told to nobody any more. */
const DAYS = 60

export type Sought = { category: string; written: Terms; wording: Wording; point?: Point; spot?: string }
export type Near = { ticket: Ticket; metres?: number }

/** The best first, `most` of them. Two look-ups, whatever the number of tickets. */
export async function nearby(sought: Sought, most: number, ctx: Context): Promise<Near[]> {
  const [around, alike] = await Promise.all([
    sought.point ? newest({ cell: { in: squaresAround(sought.point) } }, ctx) : [],
    sought.category ? newest({ open: true, category: sought.category }, ctx) : [],
  ])
  const caller = idOfCaller(ctx)
  const all = new Map([...around, ...alike].map((ticket) => [ticket.id, ticket]))
  return (
    [...all.values()]
      // Those that are answered together are offered as that: nobody has to choose one of two hundred.
      .filter((ticket) => ticket.askerId !== caller && !ticket.group && isForOthers(ticket))
      .map((ticket) => ({ ...beside(ticket, sought), ticket: ticketOf(ticket) }))
      .filter(({ fit }) => fit > 0)
      .sort((one, other) => other.fit - one.fit)
      .slice(0, most)
  )
}

async function newest(where: Where, { store, now }: Context): Promise<(TicketRecord & Doc)[]> {
  const filedAt = { gte: new Date(now.getTime() - DAYS * DAY).toISOString() }
  const query = { where: { ...where, filedAt }, by: 'filedAt', dir: 'desc', limit: MAX_PAGE } as const
  return (await store.find<TicketRecord>('tickets', query)).items
}

function beside({ text, category, spot, place }: Ticket, sought: Sought): { fit: number; metres?: number } {
  const metres = sought.point && place.point ? toldMetres(metresBetween(sought.point, coarse(place.point))) : undefined
  const fit = fitOf(sought.written, {
    likeness: likeness(sought.written, termsOf(text, sought.wording, place.address)),
    isSameCategory: category === sought.category,
    isSameSpot: spot !== undefined && spot.id === sought.spot,
    ...(metres !== undefined && { metres }),
  })
  return { fit, ...(metres !== undefined && { metres }) }
}
