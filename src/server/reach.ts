/** How the asker of a ticket is reached, as officials see it: what may still be said in a chat, and what did not arrive. */
import type { TicketView } from '@/contract/tickets'
import { troubleIn } from '@/core/chat'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'
import { windowOf } from './doors/chats'
import { unsentAbout } from './letters'

export async function sendingView(ticket: Ticket, ctx: Context): Promise<Pick<TicketView, 'chat' | 'unsent'>> {
  const { door, no, asker } = ticket
  const [unsent, window] = await Promise.all([unsentAbout(no, ctx), door && windowOf(asker.id, ctx)])
  return {
    ...(door && window && { chat: { door, ...window } }),
    ...(unsent && { unsent: { at: unsent.at, why: troubleIn(unsent.code) } }),
  }
}
