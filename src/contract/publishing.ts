/** The desk that publishes. */
import * as v from 'valibot'
import { DUTIES } from '@/core/actor'
import { LEVELS, RELEASE_COMMANDS, RELEASE_STATUSES, STAGES } from '@/core/release'
import { action } from './action'
import { Content, Kind } from './content'
import { TROUBLES } from './outside'
import { Reading } from './reading'
import * as s from './shapes'
import { OfficialView } from './signIn'

/** mine: what is being prepared in this official's unit. sign: what waits for this official's signature. stale: whose review date has passed or is near. */
export const RELEASE_LISTS = ['mine', 'sign', 'published', 'stale', 'ended'] as const

const Person = v.object({ id: v.string(), name: v.string() })
const SignatureView = v.object({ by: Person, duty: v.picklist(DUTIES), at: s.Moment })
const reason = v.pipe(s.written('needs-reason'), v.minLength(1, 'needs-reason'), v.maxLength(500, 'text-long'))
const Day = v.pipe(v.string('day-wrong'), v.isoDate('day-wrong'))

export const Command = v.variant('do', [
  v.object({ do: v.literal('submit'), checked: v.exactOptional(v.boolean()) }),
  v.object({ do: v.literal('sign'), revision: v.pipe(v.number(), v.integer()) }),
  v.object({ do: v.literal('return'), reason }),
  v.object({
    do: v.literal('publish'),
    at: v.exactOptional(s.When),
  }),
  v.object({ do: v.literal('override'), reason, checked: v.exactOptional(v.boolean()) }),
  v.object({ do: v.literal('drop') }),
  v.object({ do: v.literal('withdraw'), reason }),
  v.object({ do: v.literal('close'), reason }),
  v.object({ do: v.literal('renew'), reviewBy: Day }),
])
export type ReleaseCommand = v.InferOutput<typeof Command>

/** Something private found in a text, for a person to look at. */
export const PRIVATE = ['phone', 'identity', 'plate', 'bank'] as const
export const PrivateDetail = v.object({ what: v.picklist(PRIVATE), text: v.string() })

export const ReleaseLine = v.object({
  id: v.string(),
  kind: Kind,
  level: v.picklist(LEVELS),
  sample: v.boolean(),
  title: s.Bilingual,
  unit: s.Unit,
  status: v.picklist(RELEASE_STATUSES),
  stage: v.exactOptional(v.picklist(STAGES)),
  author: v.exactOptional(v.string()),
  publishAt: v.exactOptional(s.Moment),
  publishedAt: v.exactOptional(s.Moment),
  expiresAt: v.exactOptional(s.Moment),
  reviewBy: v.exactOptional(v.string()),
  /** It went out unsigned, and the time to sign it is over. */
  overdue: v.boolean(),
  /** So many said of the edition that is out that it did not help. */
  unhelpful: v.exactOptional(v.number()),
  movedAt: s.Moment,
})
export type ReleaseLine = v.InferOutput<typeof ReleaseLine>

export const ReleaseView = v.object({
  ...ReleaseLine.entries,
  /** Of the draft where there is one, else of what is out. */
  revision: v.number(),
  content: Content,
  /** As the citizen sees it: drawn by the same pieces. Absent for kinds that are lines of a list. */
  preview: v.exactOptional(Reading),
  photos: v.array(s.PhotoView),
  privateDetails: v.array(PrivateDetail),
  draft: v.exactOptional(
    v.object({
      stage: v.picklist(STAGES),
      author: Person,
      signatures: v.array(SignatureView),
      /** The duties that each missing signature asks for. */
      missing: v.array(v.array(v.picklist(DUTIES))),
      change: v.exactOptional(s.Bilingual),
      returned: v.exactOptional(v.object({ by: Person, reason: v.string() })),
    }),
  ),
  live: v.exactOptional(
    v.object({
      edition: v.number(),
      revision: v.number(),
      author: Person,
      signatures: v.array(SignatureView),
      missing: v.array(v.array(v.picklist(DUTIES))),
      override: v.exactOptional(v.object({ by: Person, reason: v.string(), dueAt: s.Moment })),
      change: v.exactOptional(s.Bilingual),
    }),
  ),
  ending: v.exactOptional(v.string()),
  /** Who did what, the newest first. */
  history: v.array(
    v.object({
      at: s.Moment,
      did: v.picklist(RELEASE_COMMANDS),
      by: v.string(),
      revision: v.number(),
      reason: v.exactOptional(v.string()),
    }),
  ),
  may: v.array(v.picklist(RELEASE_COMMANDS)),
})
export type ReleaseView = v.InferOutput<typeof ReleaseView>

const ReleaseId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'release-missing'))

export const publishing = {
  'releases.list': action(
    ['official'],
    v.object({ list: v.picklist(RELEASE_LISTS), kind: v.exactOptional(Kind), after: v.exactOptional(s.Cursor) }),
    v.object({
      items: v.array(ReleaseLine),
      next: v.exactOptional(v.string()),
      me: OfficialView,
      /** What this official may write. */
      writes: v.array(Kind),
      channels: v.array(v.object({ id: v.string(), name: s.Bilingual })),
      counts: v.object({ sign: v.number(), stale: v.number(), overdue: v.number() }),
    }),
  ),
  'releases.open': action(['official'], v.object({ id: ReleaseId }), ReleaseView),
  /** A new release, or the next revision of one. `revision`: the one it was written upon, 0 for a new release. */
  'releases.write': action(
    ['official'],
    v.object({
      key: s.Key,
      id: v.exactOptional(ReleaseId),
      revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
      content: Content,
      change: v.exactOptional(s.pair(300)),
      reviewBy: v.exactOptional(Day),
    }),
    v.object({
      ...ReleaseView.entries,
      /** What was taken out of pasted text, by kind: script, iframe, link, image, … */
      removed: v.array(v.object({ what: v.string(), times: v.number() })),
    }),
  ),
  'releases.act': action(['official'], v.object({ id: ReleaseId, key: s.Key, command: Command }), ReleaseView),
  /** Reads the district's feeds now; new items become drafts. */
  'feeds.read': action(
    ['official'],
    v.object({}),
    v.object({
      feeds: v.array(
        v.object({
          url: v.string(),
          read: v.number(),
          added: v.number(),
          trouble: v.exactOptional(v.picklist(TROUBLES)),
          at: v.exactOptional(s.Moment),
        }),
      ),
    }),
  ),
}
