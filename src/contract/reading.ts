/** What everybody reads: the category pages, without an account. */
import * as v from 'valibot'
import { RELEASE_STATUSES } from '@/core/release'
import { action } from './action'
import { Kind } from './content'
import { everyone } from './everyone'
import { ALERT_TYPES, COLOURS, HOTLINE_GROUPS, ROAD_EVENTS, SECTIONS, SITUATIONS } from './kinds'
import { AlertLine, Channel, IssueLine, line, NewsPage } from './lines'
import * as s from './shapes'
import { WebAddress } from './webAddress'

/** One piece of prose: a paragraph, a small heading, or a line of a list, made of words and links. */
export const Block = v.object({
  is: v.picklist(['p', 'h', 'li']),
  spans: v.array(v.object({ text: v.string(), href: v.exactOptional(WebAddress) })),
})
export type Block = v.InferOutput<typeof Block>

/** Where it is (WGS-84), and where maps of China draw that (GCJ-02): they come together. */
const placed = { point: v.exactOptional(s.Point), map: v.exactOptional(s.Point) }

export const PageLine = v.object({
  ...line,
  section: v.picklist(SECTIONS),
  summary: s.Bilingual,
  thumb: v.exactOptional(v.string()),
  hours: v.exactOptional(s.Bilingual),
  phone: v.exactOptional(v.string()),
  address: v.exactOptional(s.Bilingual),
  ...placed,
  expiresAt: v.exactOptional(s.Moment),
})
export type PageLine = v.InferOutput<typeof PageLine>

export const RoadLine = v.object({
  ...line,
  event: v.picklist(ROAD_EVENTS),
  direction: s.Bilingual,
  text: s.Bilingual,
  ...placed,
  onset: s.Moment,
  expiresAt: v.exactOptional(s.Moment),
  source: s.Bilingual,
  /** Reported by somebody here and confirmed by this unit. */
  reported: v.boolean(),
  unit: s.Unit,
})
export type RoadLine = v.InferOutput<typeof RoadLine>

export const HotlineLine = v.object({
  ...line,
  group: v.picklist(HOTLINE_GROUPS),
  number: v.string(),
  summary: s.Bilingual,
  needs: v.array(v.string()),
  hours: s.Bilingual,
  source: v.string(),
  checkedAt: v.string(),
})
export type HotlineLine = v.InferOutput<typeof HotlineLine>

export const ServiceLine = v.object({
  ...line,
  situation: v.picklist(SITUATIONS),
  summary: s.Bilingual,
  text: s.Bilingual,
  appId: v.exactOptional(v.string()),
  path: v.exactOptional(v.string()),
  shortLink: v.exactOptional(v.string()),
  url: v.exactOptional(v.string()),
  phone: v.exactOptional(v.string()),
})
export type ServiceLine = v.InferOutput<typeof ServiceLine>

/** One release, whole. */
export const Reading = v.object({
  ...line,
  kind: v.picklist(['article', 'page', 'faq', 'appeal', 'alert']),
  /** `published`, or that it ended: then only title, times and `ending` are left. */
  status: v.picklist(RELEASE_STATUSES),
  summary: s.Bilingual,
  blocks: v.object({ zh: v.array(Block), en: v.array(Block) }),
  photos: v.array(s.PhotoView),
  unit: s.Unit,
  edition: v.number(),
  /** Every edition, the newest first: when it went out, and what was corrected. */
  editions: v.array(v.object({ edition: v.number(), publishedAt: s.Moment, change: v.exactOptional(s.Bilingual) })),
  /** The day by which somebody looks at it again. */
  reviewBy: v.exactOptional(v.string()),
  ending: v.exactOptional(v.string()),
  onset: v.exactOptional(s.Moment),
  expiresAt: v.exactOptional(s.Moment),
  // Of an article
  channel: v.exactOptional(Channel),
  source: v.exactOptional(v.string()),
  sourceUrl: v.exactOptional(v.string()),
  video: v.exactOptional(v.string()),
  attachments: v.exactOptional(v.array(v.object({ name: v.string(), url: v.string() }))),
  // Of a page
  section: v.exactOptional(v.picklist(SECTIONS)),
  hours: v.exactOptional(s.Bilingual),
  phone: v.exactOptional(v.string()),
  address: v.exactOptional(s.Bilingual),
  ...placed,
  url: v.exactOptional(v.string()),
  /** Of an answered question: when its answer was last checked. */
  checkedAt: v.exactOptional(v.string()),
  // Of an appeal
  basis: v.exactOptional(v.string()),
  // Of an appeal or an alert
  issuer: v.exactOptional(s.Bilingual),
  // Of an alert
  type: v.exactOptional(v.picklist(ALERT_TYPES)),
  colour: v.exactOptional(v.picklist(COLOURS)),
  area: v.exactOptional(s.Bilingual),
  advice: v.exactOptional(v.object({ zh: v.array(Block), en: v.array(Block) })),
  /** It went out before its signatures were there, and some are still missing. */
  unsigned: v.exactOptional(v.literal(true)),
})
export type Reading = v.InferOutput<typeof Reading>

const Followed = v.object({ followers: v.number() })
const ReleaseId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'release-missing'))
const after = v.exactOptional(s.Cursor)

export const reading = {
  'news.list': action(
    everyone,
    v.object({ channel: v.exactOptional(v.pipe(v.string(), v.maxLength(20))), after }),
    v.object({ ...NewsPage.entries, channels: v.array(Channel), appeals: v.array(v.object(line)) }),
  ),
  /** An article, a page, an answered question, an appeal or an alert. */
  'release.read': action(everyone, v.object({ id: ReleaseId }), Reading),
  'hotlines.open': action(everyone, v.object({}), v.object({ items: v.array(HotlineLine) })),
  'services.open': action(everyone, v.object({}), v.object({ items: v.array(ServiceLine) })),
  'about.open': action(
    everyone,
    v.object({}),
    v.object({ items: v.array(PageLine), district: v.object({ name: s.Bilingual }) }),
  ),
  'issues.list': action(
    everyone,
    v.object({ after }),
    v.object({ items: v.array(IssueLine), next: v.exactOptional(v.string()) }),
  ),
  'issues.open': action(
    everyone,
    v.object({ id: ReleaseId }),
    v.object({
      ...IssueLine.entries,
      question: s.Bilingual,
      answer: v.exactOptional(
        v.object({
          blocks: v.object({ zh: v.array(Block), en: v.array(Block) }),
          edition: v.number(),
          at: s.Moment,
          unit: s.Unit,
        }),
      ),
      /** The chain of its answers, the newest first. */
      editions: v.array(
        v.object({ edition: v.number(), at: s.Moment, unit: s.Unit, change: v.exactOptional(s.Bilingual) }),
      ),
      /** By whoever reads this. */
      followed: v.boolean(),
      /** Templates of WeChat's messages to ask about when somebody follows it. */
      notices: v.array(v.string()),
    }),
  ),
  /** Told of each new answer without asking again. Twice is once. */
  'issues.follow': action(['citizen'], v.object({ id: ReleaseId }), Followed),
  'issues.unfollow': action(['citizen'], v.object({ id: ReleaseId }), Followed),
  /** Emergency notices that hold now, the worst first; and those that ended lately. */
  'alerts.open': action(
    everyone,
    v.object({}),
    v.object({
      now: v.array(AlertLine),
      past: v.array(v.object({ ...AlertLine.entries, ending: v.exactOptional(v.string()) })),
    }),
  ),
  /** Over everything published. `loose`: nothing had all the words, these have some. */
  'search.find': action(
    everyone,
    v.object({
      words: v.pipe(s.written('words-missing'), v.minLength(1, 'words-missing'), v.maxLength(60, 'text-long')),
    }),
    v.object({
      loose: v.boolean(),
      items: v.array(
        v.object({
          id: v.string(),
          kind: v.union([Kind, v.literal('issue')]),
          title: s.Bilingual,
          excerpt: s.Bilingual,
          at: s.Moment,
          sample: v.boolean(),
          /** Of a hotline. */
          number: v.exactOptional(v.string()),
        }),
      ),
    }),
  ),
}
