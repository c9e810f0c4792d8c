/**
 * Takes out of a ticket what content security holds, before a view is made of it: for whoever may not see it the words
 * are not there, and a photo or recording has no name to ask an address by. An address that somebody got before the verdict came
 * works until it ends by itself.
 */
import type { ScreenedView } from '@/contract/screening'
import type { Actor } from '@/core/actor'
import { isHidden, type Part, screenedOf } from '@/core/screening'
import { type Clip, maySeeHeld, type Photo, type Ticket } from '@/core/ticket'
import type { Entry } from './records'

/** The line of history with which every ticket begins: its words are the ticket's own. */
export const FILED = { seq: 1 }

export function veiled(ticket: Ticket, caller: Actor): Ticket {
  if (!ticket.screened || maySeeHeld(caller, ticket)) return ticket
  const shown = { ...ticket, ...veiledMedia(ticket, ticket) }
  if (!isHidden(ticket.screened, FILED)) return shown
  const { address, ...place } = ticket.place
  const { name, ...asker } = ticket.asker
  const { behalf, ...rest } = shown
  return { ...rest, text: '', place, asker, ...(behalf && { behalf: { ...behalf, name: '' } }) }
}

export function veiledEntry(entry: Entry, ticket: Ticket, caller: Actor): Entry {
  if (!ticket.screened || maySeeHeld(caller, ticket)) return entry
  const shown = { ...entry, ...veiledMedia(entry, ticket) }
  if (!isHidden(ticket.screened, { seq: entry.seq })) return shown
  const { text, talk, ...rest } = shown
  return rest
}

type Media = { photos: Photo[]; clips?: Clip[] }

/** Without a name nothing has an address. */
const veiledMedia = ({ photos, clips }: Media, { screened }: Ticket): Media => ({
  photos: photos.map((photo) => (isHidden(screened, { photo: photo.id }) ? { ...photo, name: '' } : photo)),
  ...(clips && { clips: clips.map((clip) => (isHidden(screened, { clip: clip.id }) ? { ...clip, name: '' } : clip)) }),
})

/** What is said beside a part that is kept from others; undefined where it is not, or no longer. */
export function screenedView(ticket: Ticket, part: Part): ScreenedView | undefined {
  const screened = screenedOf(ticket.screened, part)
  if (!screened) return undefined
  const { label, state, reason } = screened
  if (state === 'released') return undefined
  return { part, label, state, ...(reason && { reason }) }
}
