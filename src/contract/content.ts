/** What a release says, by its kind, as it is written at the desk and kept. Checked here for the form and for the server. */
import * as v from 'valibot'
import { MENU_TARGETS } from '@/core/district'
import { RELEASE_KINDS } from '@/core/release'
import { ALERT_TYPES, COLOURS, HOTLINE_GROUPS, ROAD_EVENTS, SECTIONS, SITUATIONS } from './kinds'
import * as s from './shapes'
import { WebAddress } from './webAddress'

const pair = (most: number) => s.pair(most, most, 'content-missing', 'content-long')
const loose = (most: number) => {
  const text = v.pipe(s.written('malformed'), v.maxLength(most, 'content-long'))
  return v.object({ zh: text, en: text })
}
const line = (most: number) =>
  v.pipe(s.written('content-missing'), v.minLength(1, 'content-missing'), v.maxLength(most, 'content-long'))
const Title = pair(80)
const Summary = loose(200)
/** Words with a few marks: see core/prose.ts. */
const Prose = loose(20_000)
const Telephone = v.pipe(v.string(), v.trim(), v.regex(/^\+?\d[\d-]{2,19}$/, 'phone-wrong'))
const Day = v.pipe(v.string('day-wrong'), v.isoDate('day-wrong'))

export const Article = v.object({
  kind: v.literal('article'),
  channel: v.pipe(v.string('channel-unknown'), v.regex(/^[a-z-]{1,20}$/, 'channel-unknown')),
  title: Title,
  summary: Summary,
  text: Prose,
  photos: s.PhotoIds,
  /** Who says it, when it is somebody else. */
  source: v.exactOptional(line(80)),
  sourceUrl: v.exactOptional(WebAddress),
  video: v.exactOptional(WebAddress),
  attachments: v.pipe(v.array(v.object({ name: line(80), url: WebAddress })), v.maxLength(10, 'content-long')),
  expiresAt: v.exactOptional(s.When),
})
export const PageContent = v.object({
  kind: v.literal('page'),
  section: v.picklist(SECTIONS),
  title: Title,
  summary: Summary,
  text: Prose,
  photos: s.PhotoIds,
  hours: v.exactOptional(loose(100)),
  phone: v.exactOptional(Telephone),
  address: v.exactOptional(loose(200)),
  point: v.exactOptional(s.Point),
  url: v.exactOptional(WebAddress),
  source: v.exactOptional(line(80)),
  expiresAt: v.exactOptional(s.When),
})
/** A question that people have, with all the ways in which they put it, and the answer. */
export const Faq = v.object({
  kind: v.literal('faq'),
  title: Title,
  /** The same question in people's words, whatever the language. */
  asks: v.pipe(v.array(line(60)), v.maxLength(20, 'content-long')),
  text: pair(3000),
  checkedAt: Day,
})
export const Road = v.object({
  kind: v.literal('road'),
  event: v.picklist(ROAD_EVENTS),
  /** Road and stretch. */
  title: Title,
  direction: Summary,
  text: loose(1000),
  point: v.exactOptional(s.Point),
  onset: s.When,
  expiresAt: v.exactOptional(s.When),
  source: pair(80),
  /** Reported by somebody here, and confirmed by whoever publishes it. */
  reported: v.boolean(),
})
export const Hotline = v.object({
  kind: v.literal('hotline'),
  group: v.picklist(HOTLINE_GROUPS),
  number: Telephone,
  title: Title,
  summary: Summary,
  /** Words by which people look for it: 停电, 漏水. */
  needs: v.pipe(v.array(line(20)), v.maxLength(30, 'content-long')),
  hours: loose(100),
  source: line(80),
  checkedAt: Day,
})
export const Service = v.object({
  kind: v.literal('service'),
  situation: v.picklist(SITUATIONS),
  title: Title,
  summary: Summary,
  /** Where to go and what to bring, for when nothing can be opened. */
  text: loose(2000),
  /** Another mini program; empty until the district has its id. */
  appId: v.exactOptional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/, 'appid-wrong'))),
  path: v.exactOptional(line(200)),
  shortLink: v.exactOptional(v.pipe(v.string(), v.regex(/^#小程序:\/\/\S{1,100}$/, 'address-wrong'))),
  url: v.exactOptional(WebAddress),
  phone: v.exactOptional(Telephone),
})
export const Appeal = v.object({
  kind: v.literal('appeal'),
  title: Title,
  summary: Summary,
  text: loose(3000),
  photos: s.PhotoIds,
  /** The law that allows showing this. */
  basis: line(300),
  issuer: pair(80),
  expiresAt: s.When,
})
export const AlertContent = v.object({
  kind: v.literal('alert'),
  type: v.picklist(ALERT_TYPES),
  colour: v.picklist(COLOURS),
  title: Title,
  area: pair(200),
  issuer: pair(80),
  text: pair(3000),
  advice: loose(2000),
  onset: s.When,
  expiresAt: s.When,
})

/** What an entry of the menu opens; a group opens its own entries. */
export const MenuEntry = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,30}$/, 'malformed')),
  /** The entry it lies under. */
  parent: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,30}$/, 'malformed'))),
  number: v.pipe(
    v.number('menu-number'),
    v.integer('menu-number'),
    v.minValue(0, 'menu-number'),
    v.maxValue(9, 'menu-number'),
  ),
  name: pair(20),
  icon: v.pipe(v.string(), v.regex(/^[a-z]{1,20}$/, 'malformed')),
  opens: v.picklist(MENU_TARGETS),
  /** The page it opens instead of the whole category. */
  page: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'malformed'))),
})
export const MenuContent = v.object({
  kind: v.literal('menu'),
  entries: v.pipe(v.array(MenuEntry), v.minLength(1, 'content-missing'), v.maxLength(60, 'content-long')),
})

const Any = v.variant('kind', [Article, PageContent, Faq, Road, Hotline, Service, Appeal, AlertContent, MenuContent])
/** Beside the shape: what ends must end after it began, a topic page must end. */
export const Content = v.pipe(
  Any,
  v.check((content) => !('onset' in content && content.expiresAt && content.expiresAt <= content.onset), 'ends-before'),
  v.check(
    (content) => content.kind !== 'page' || content.section !== 'topic' || content.expiresAt !== undefined,
    'expiry-missing',
  ),
)
export type Content = v.InferOutput<typeof Content>
export type ContentOf<K extends Content['kind']> = Extract<Content, { kind: K }>

export const Kind = v.picklist(RELEASE_KINDS)
