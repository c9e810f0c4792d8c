/** Releases as the desk sees them. */
import type { Content } from '@/contract/content'
import type { ReleaseLine, ReleaseView } from '@/contract/publishing'
import type { PhotoView } from '@/contract/shapes'
import { privateDetails } from '@/core/privacy'
import { isOverdue, may, missingSeats } from '@/core/publishing'
import { LEVEL_OF, type Release, type Signature } from '@/core/release'
import type { Context } from './context'
import { textsOf } from './findables'
import { MAX_PAGE } from './ports'
import { contentOf, publishingSetting, releaseOf, type StoredRelease } from './publishing'
import type { PhotoRecord } from './records'
import { type StepRecord, titleOf } from './releaseRecords'
import { unitOf } from './views'

export function releaseLine(record: StoredRelease, ctx: Context): ReleaseLine {
  const release = releaseOf(record)
  const { id, kind, status, draft, live, publishedAt, reviewBy } = release
  const paper = draft ?? live
  return {
    id,
    kind,
    level: LEVEL_OF[kind],
    sample: release.sample ?? false,
    title: record.title,
    unit: unitOf(release.unit, ctx.district),
    status,
    ...(draft && { stage: draft.stage }),
    ...(paper && { author: paper.author.name }),
    ...(draft?.publishAt && { publishAt: draft.publishAt }),
    ...(publishedAt && { publishedAt }),
    ...(paper?.expiresAt && { expiresAt: paper.expiresAt }),
    ...(reviewBy && { reviewBy }),
    overdue: isOverdue(release, ctx.now.toISOString()),
    movedAt: record.movedAt,
  }
}

export async function releaseView(record: StoredRelease, ctx: Context): Promise<ReleaseView> {
  const release = releaseOf(record)
  const revision = release.draft?.revision ?? release.live?.revision ?? release.revisions
  const [content, history] = await Promise.all([contentOf(release.id, revision, ctx), historyOf(release.id, ctx)])
  return {
    ...releaseLine(record, ctx),
    revision,
    content,
    photos: await photosOf(content, ctx),
    privateDetails: privateDetails(wordsOf(content)),
    ...papersOf(release),
    ...(release.ending && { ending: release.ending }),
    history,
    may: may(ctx.caller, release, publishingSetting(ctx)),
  }
}

/** What is being prepared, and what is out. */
function papersOf({ kind, draft, live }: Release): Pick<ReleaseView, 'draft' | 'live'> {
  const shared = ({ change, signatures }: { change?: string; signatures: Signature[] }) => ({
    signatures,
    missing: missingSeats(kind, signatures).map((duties) => [...duties]),
    ...(change && { change }),
  })
  return {
    ...(draft && {
      draft: {
        stage: draft.stage,
        author: draft.author,
        ...shared(draft),
        ...(draft.returned && { returned: draft.returned }),
      },
    }),
    ...(live && {
      live: {
        edition: live.edition,
        revision: live.revision,
        author: live.author,
        ...shared(live),
        ...(live.override && { override: live.override }),
      },
    }),
  }
}

/** Every word of it, for the eye that looks for private details. */
export const wordsOf = (content: Content): string =>
  [titleOf(content), ...textsOf(content)].flatMap(({ zh, en }) => [zh, en]).join('\n')

export const photoIdsOf = (content: Content): string[] => ('photos' in content ? content.photos : [])

/** The pictures that are still there, with the addresses under which they can be seen. */
async function photosOf(content: Content, { store, files, now }: Context): Promise<PhotoView[]> {
  const found = await Promise.all(photoIdsOf(content).map((id) => store.get<PhotoRecord>('photos', id)))
  const there = found.flatMap((photo) => photo ?? [])
  const at = there.length ? await files.urls([...new Set(there.map(({ name }) => name))], now) : {}
  return there.map(({ id, name, width, height }) => ({ id, ...(at[name] ?? { url: '', thumb: '' }), width, height }))
}

/** Who did what, the newest first: as much of it as a screen can show. */
async function historyOf(release: string, { store }: Context): Promise<ReleaseView['history']> {
  const { items } = await store.find<StepRecord>('steps', {
    where: { release },
    by: 'seq',
    dir: 'desc',
    limit: MAX_PAGE,
  })
  return items.map(({ at, did, by, revision, reason }) => ({
    at,
    did,
    by: by.name,
    revision,
    ...(reason && { reason }),
  }))
}
