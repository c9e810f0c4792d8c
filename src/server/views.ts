/** What goes out. Each view lists its fields; what is not listed here, or not in the contract, stays inside. */
import type { Output } from '@/contract'
import type { ClipView, PhotoView } from '@/contract/shapes'
import type { TicketLine } from '@/contract/ticketLines'
import type { EntryView, TicketView } from '@/contract/tickets'
import type { Actor, Official } from '@/core/actor'
import type { Due } from '@/core/deadline'
import type { Category, District, Unit } from '@/core/district'
import { toGcj02 } from '@/core/gcj02'
import { RESOLVE_CLOCK } from '@/core/lifecycle'
import { heldSince } from '@/core/screening'
import { type Clip, may, maySeeAgainst, maySeeAsker, type Photo, type Place, partsOf, type Ticket } from '@/core/ticket'
import { clipViews } from './clipViews'
import { deskOpensAt, firstReplyView, resolveView } from './clockViews'
import { type Context, settingOf } from './context'
import { askable } from './grants'
import { SPOKEN } from './noticeWords'
import type { Addresses } from './ports'
import { stampOf } from './queues'
import { sendingView } from './reach'
import type { Entry } from './records'
import { FILED, screenedView, veiled, veiledEntry } from './veil'

export async function ticketView(whole: Ticket, history: Entry[], ctx: Context): Promise<TicketView> {
  const { caller, district } = ctx
  const ticket = veiled(whole, caller)
  const seen = history
    .filter((entry) => entry.public || caller.role === 'official')
    .map((entry) => veiledEntry(entry, whole, caller))
  const [at, clips, sending] = await Promise.all([
    addressesOf([...ticket.photos, ...seen.flatMap(({ photos }) => photos)], ctx),
    clipsOf([...(ticket.clips ?? []), ...seen.flatMap(({ clips }) => clips ?? [])], ctx),
    caller.role === 'official' ? sendingView(ticket, ctx) : {},
  ])
  const mine = partsOf(caller, ticket).includes('asker')
  const { visibility, name, phone } = ticket.asker
  return {
    no: ticket.no,
    ...(mine && { code: ticket.code, stamp: stampOf({ items: [ticket] }) }),
    sample: ticket.sample ?? false,
    kind: ticket.kind,
    category: categoryOf(ticket.category, district),
    text: ticket.text,
    place: placeView(ticket.place),
    photos: ticketPhotos(ticket, ticket.photos, at),
    ...(ticket.clips && { clips: ticketClips(ticket, ticket.clips, clips) }),
    ...(ticket.details && { details: ticket.details }),
    ...(ticket.spot && { spot: ticket.spot }),
    ...(ticket.behalf && maySeeAsker(caller, ticket) && { behalf: ticket.behalf }),
    ...againstView(ticket, ctx),
    ...takenView(ticket, ctx),
    ...(ticket.followers && { followers: ticket.followers }),
    consent: ticket.consent,
    asker: { visibility, ...(maySeeAsker(caller, ticket) && { ...(name && { name }), ...(phone && { phone }) }) },
    status: ticket.status,
    filedAt: ticket.filedAt,
    ...(ticket.about && { about: ticket.about }),
    unit: unitOf(ticket.unit, district),
    coUnits: ticket.coUnits.map((id) => unitOf(id, district)),
    ...(ticket.handler && { handler: ticket.handler.name }),
    ...expectedView(ticket),
    ...othersView(ticket, caller),
    ...(ticket.result && { result: ticket.result }),
    ...(ticket.status === 'answered' && ticket.lapsesAt && { disputeUntil: ticket.lapsesAt }),
    ...(ticket.outcome && { outcome: ticket.outcome }),
    ...(ticket.rating && { rating: ratingView(ticket.rating, seen) }),
    firstReply: firstReplyView(ticket, deskOpensAt(ctx), ctx),
    resolve: resolveView(ticket, ctx),
    held: heldSince(ticket.screened) !== undefined,
    ...sending,
    history: seen.map((entry) => entryView(entry, ticket, { at, clips }, ctx)),
    notices: mine && RESOLVE_CLOCK[ticket.status] !== 'stopped' ? await askable(ctx) : [],
    may: may(caller, ticket, settingOf(ctx)),
  }
}

function placeView({ address, point }: Place): TicketView['place'] {
  return { ...(address && { address }), ...(point && { point, map: toGcj02(point) }) }
}

function againstView(ticket: Ticket, { caller, district }: Context): Pick<TicketView, 'against'> {
  const { unit, name } = ticket.against ?? {}
  if (!(unit || name) || !maySeeAgainst(caller, ticket)) return {}
  return { against: { ...(unit && { unit: unitOf(unit, district) }), ...(name && { name }) } }
}

function takenView({ taken }: Ticket, { district }: Context): Pick<TicketView, 'taken'> {
  if (!taken) return {}
  const { by, unit, channel } = taken
  return { taken: { by: by.name, unit: unitOf(unit, district), channel } }
}

/** It is late, or will be, and a person has said until when: as long as it is not answered. */
function expectedView({ expected, status }: Ticket): Pick<TicketView, 'expectedOn'> {
  return expected && RESOLVE_CLOCK[status] !== 'stopped' && status !== 'answered' ? { expectedOn: expected.on } : {}
}

/** What was taken out of a ticket is its asker's too. With whose it is answered is officials' business alone. */
function othersView(ticket: Ticket, caller: Actor) {
  const { splitFrom, splitInto, mergedInto, merged } = ticket
  return {
    ...(splitFrom && { splitFrom }),
    ...(splitInto && { splitInto }),
    ...(caller.role === 'official' && mergedInto && { mergedInto }),
    ...(caller.role === 'official' && merged && { merged: merged.map(({ no }) => no) }),
  }
}

/** How much of the text a list shows. */
const LINE_LENGTH = 60

/** The tickets of a list. What is the same for all of them is worked out once, and their pictures are asked for at once. */
export async function ticketLines(tickets: Ticket[], ctx: Context): Promise<TicketLine[]> {
  const opens = deskOpensAt(ctx)
  const shown = tickets.map((ticket) => veiled(ticket, ctx.caller))
  const at = await addressesOf(
    shown.flatMap(({ photos }) => photos.slice(0, 1)),
    ctx,
  )
  return shown.map((ticket) => ticketLine(ticket, opens, at, ctx))
}

/** Where somebody spoke instead of writing, that is what the line says. Words that are held leave it empty. */
function lineText(ticket: Ticket, { lang }: Context): string {
  const { text, clips = [] } = ticket
  if (text || screenedView(ticket, FILED)) return text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text
  return clips[0] ? SPOKEN[clips[0].kind][lang] : ''
}

function ticketLine(ticket: Ticket, opens: Due | undefined, at: Addresses, ctx: Context): TicketLine {
  const [photo] = photoViews(ticket.photos.slice(0, 1), at)
  const screened = screenedView(ticket, FILED)
  return {
    no: ticket.no,
    sample: ticket.sample ?? false,
    category: categoryOf(ticket.category, ctx.district),
    text: lineText(ticket, ctx),
    ...(photo?.thumb && { thumb: photo.thumb }),
    status: ticket.status,
    filedAt: ticket.filedAt,
    movedAt: ticket.movedAt,
    unit: unitOf(ticket.unit, ctx.district),
    ...(ticket.handler && { handler: ticket.handler.name }),
    firstReply: firstReplyView(ticket, opens, ctx),
    resolve: resolveView(ticket, ctx),
    held: heldSince(ticket.screened) !== undefined,
    ...(screened && { screened: screened.state }),
  }
}

/** Lines whose other ticket is the same asker's. */
const OWN_OTHERS: Entry['did'][] = ['split', 'file']

type Media = { at: Addresses; clips: ClipView[] }

function entryView(entry: Entry, ticket: Ticket, { at, clips }: Media, ctx: Context): EntryView {
  const { caller, district } = ctx
  const official = caller.role === 'official'
  const askerName = maySeeAsker(caller, ticket) ? ticket.asker.name : undefined
  const name = entry.by.role === 'citizen' ? askerName : entry.by.name
  const screened = screenedView(ticket, { seq: entry.seq })
  return {
    id: `${entry.no}/${entry.seq}`,
    at: entry.at,
    did: entry.did,
    by: {
      role: entry.by.role,
      ...(name && { name }),
      ...(entry.by.unit && { unit: unitOf(entry.by.unit, district).name }),
    },
    photos: ticketPhotos(ticket, entry.photos, at),
    ...(entry.clips?.length && { clips: ticketClips(ticket, entry.clips, clips) }),
    public: entry.public,
    ...(entry.text && { text: entry.text }),
    ...(entry.talk && { talk: entry.talk }),
    ...(official && entry.note && { note: entry.note }),
    ...(entry.reason && { reason: entry.reason }),
    ...(entry.result && { result: entry.result }),
    ...(entry.reopened !== undefined && { reopened: entry.reopened }),
    ...(entry.unit && { unit: unitOf(entry.unit, district).name }),
    ...(entry.days && { days: entry.days }),
    ...(entry.edition && { edition: entry.edition }),
    ...(entry.change && { change: entry.change }),
    ...(entry.ready && { ready: entry.ready }),
    ...(entry.to && { to: entry.to }),
    ...(entry.until && { until: entry.until }),
    ...(entry.other && (official || OWN_OTHERS.includes(entry.did)) && { other: entry.other }),
    ...(entry.stars && { stars: entry.stars }),
    ...(screened && { screened }),
    ...(entry.part && { about: 'photo' in entry.part ? 'photo' : 'clip' in entry.part ? 'clip' : 'words' }),
    ...(entry.label && { label: entry.label }),
  }
}

/** Pictures of one screen are asked for together: in a cloud each question is a request. */
const addressesOf = async (photos: Photo[], { files, now }: Context): Promise<Addresses> =>
  photos.length ? files.urls([...new Set(photos.flatMap(({ name }) => name || []))], now) : {}

const NOWHERE = { url: '', thumb: '' }

const photoViews = (photos: Photo[], at: Addresses): PhotoView[] =>
  photos.map(({ id, name, width, height }) => ({ id, ...(at[name] ?? NOWHERE), width, height }))

/** Photos as they stand in a ticket, where content security may hold them. */
const ticketPhotos = (ticket: Ticket, photos: Photo[], at: Addresses): PhotoView[] =>
  photoViews(photos, at).map((photo) => {
    const screened = screenedView(ticket, { photo: photo.id })
    return screened ? { ...photo, screened } : photo
  })

/** Each once, and all of a screen together. */
const clipsOf = async (clips: Clip[], ctx: Context): Promise<ClipView[]> =>
  clips.length ? clipViews([...new Map(clips.map((clip) => [clip.id, clip])).values()], ctx) : []

/** As they stand in a ticket, where content security may hold them. */
const ticketClips = (ticket: Ticket, clips: Clip[], shown: ClipView[]): ClipView[] =>
  clips.flatMap(({ id }) => {
    const clip = shown.find((one) => one.id === id)
    const screened = screenedView(ticket, { clip: id })
    return clip && screened ? { ...clip, screened } : (clip ?? [])
  })

/** The words of a rating are those of its line of history, so that what is held there is held here. */
function ratingView({ stars }: NonNullable<Ticket['rating']>, seen: Entry[]): NonNullable<TicketView['rating']> {
  const words = seen.find(({ did }) => did === 'rate')?.text
  return { stars, ...(words && { words }) }
}

/** Photos that nobody holds back: what was just uploaded, and what is published. */
export const openPhotoViews = async (photos: Photo[], ctx: Context): Promise<PhotoView[]> =>
  photoViews(photos, await addressesOf(photos, ctx))

export async function photoView(photo: Photo, ctx: Context): Promise<PhotoView> {
  const [shown] = await openPhotoViews([photo], ctx)
  return shown ?? { ...photo, ...NOWHERE }
}

const UNKNOWN_CATEGORY: Omit<Category, 'id'> = {
  name: { zh: '其他', en: 'Other' },
  icon: 'other',
  kind: 'consult',
  hint: { zh: '', en: '' },
}

/** A category or unit that the district has since removed still reads as something. */
export const categoryOf = (id: string, { categories }: District): Category =>
  categories.find((category) => category.id === id) ?? { id, ...UNKNOWN_CATEGORY }

export function unitOf(id: string, { units }: District): Pick<Unit, 'id' | 'name'> {
  const name = units.find((unit) => unit.id === id)?.name ?? { zh: id, en: id }
  return { id, name }
}

export const officialView = ({ id, name, unit, duties }: Official, ctx: Context): Output<'account.open'>['me'] => ({
  id,
  name,
  unit: unitOf(unit, ctx.district),
  duties,
})
