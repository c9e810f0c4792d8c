/**
 * What stays of a ticket when its time is over: what was asked for in general, by whom it was handled, when, and what came
 * of it, so that figures stay true. Nothing that says who asked, where they live, or what they wrote.
 */
import type { Moment } from './deadline'
import { DAY } from './deadline'
import type { Bilingual } from './district'
import { OPEN_STATUSES } from './lifecycle'
import type { Point, Ticket } from './ticket'

/** Whose ticket it then is: nobody's, and the same for all, so that no two are told to be one person's. No id of a person is this. */
export const GONE = 'gone'
/** No code that anybody types reads as this: see number.ts. */
const NO_CODE = '-'
/** In the place of words. */
export const REMOVED: Bilingual = {
  zh: '已过保存期限，内容已删除。',
  en: 'The time for which this is kept is over; its words were removed.',
}

/** Those that ended, and in which nothing has happened, before this moment. */
export const endOfKeeping = (now: Moment, days: number): Moment => new Date(Date.parse(now) - days * DAY).toISOString()

/** Never one in which somebody still has something to do: a dispute is one of those. */
export const isOver = ({ status }: Pick<Ticket, 'status'>): boolean => !OPEN_STATUSES.includes(status)

/** About a kilometre. */
const coarse = ({ lat, lng }: Point): Point => ({ lat: Number(lat.toFixed(2)), lng: Number(lng.toFixed(2)) })

/** The ticket without its asker and words. Done again, it changes nothing. Its lines of history are another matter. */
export function anonymised(ticket: Ticket): Ticket {
  const { clips, details, spot, behalf, against, followers, screened, urge, group, told, ...kept } = ticket
  const { result, rating, place, lang } = ticket
  return {
    ...kept,
    code: NO_CODE,
    text: REMOVED[lang],
    place: place.point ? { point: coarse(place.point) } : {},
    photos: [],
    asker: { id: GONE, visibility: 'anonymous' },
    consent: false,
    ...(result && { result: { kind: result.kind } }),
    ...(rating && { rating: { stars: rating.stars } }),
  }
}
