/** Which unit a ticket is suggested to. */
import type { Output } from '@/contract'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'

export const routing = {}

/** Where the rules would send it; undefined where none of them says. */
export async function suggestionFor(_ticket: Ticket, _ctx: Context): Promise<Output<'desk.open'>['suggested']> {
  return undefined
}
