/** Reply templates. */
import type { PhraseView } from '@/contract/phrases'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'

export const phrases = {}

/** Those that may be of use for this ticket. */
export async function phrasesFor(_ticket: Ticket, _ctx: Context): Promise<PhraseView[]> {
  return []
}
