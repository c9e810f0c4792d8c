/** Releases as the desk sees them. */
import type { Content } from '@/contract/content'
import type { ReleaseLine, ReleaseView } from '@/contract/publishing'
import type { PhotoView } from '@/contract/shapes'
import type { Bilingual } from '@/core/district'
import { privateDetails } from '@/core/privacy'
import { may } from '@/core/publishing'
import { LEVEL_OF, type Release, type Signature } from '@/core/release'
import { isOverdue, missingSeats } from '@/core/signing'
import type { Context } from './context'
import { MAX_PAGE } from './ports'
import { photosOf } from './publishedLists'
import { contentOf, publishingSetting, releaseOf, type StoredRelease } from './publishing'
import { isReadWhole, readingView } from './readingViews'
import type { EditionRecord, StepRecord } from './releaseRecords'
import { wordsOf } from './releaseWords'
import { openPhotoViews, unitOf } from './views'

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
    photos: await photosIn(content, ctx),
    ...(await previewOf(release, content, ctx)),
    privateDetails: privateDetails(wordsOf(content, (release.draft ?? release.live)?.change)),
    ...papersOf(release),
    ...(release.ending && { ending: release.ending }),
    history,
    may: may(ctx.caller, release, publishingSetting(ctx)),
  }
}

/** What is being prepared, and what is out. */
function papersOf({ kind, draft, live }: Release): Pick<ReleaseView, 'draft' | 'live'> {
  const shared = ({ change, signatures }: { change?: Bilingual; signatures: Signature[] }) => ({
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

export const photoIdsOf = (content: Content): string[] => ('photos' in content ? content.photos : [])

/** The pictures that are still there, with the addresses under which they can be seen. */
async function photosIn(content: Content, ctx: Context): Promise<PhotoView[]> {
  const ids = photoIdsOf(content)
  if (!ids.length) return []
  const found = await photosOf(ids, ctx)
  return openPhotoViews(
    ids.flatMap((id) => found[id] ?? []),
    ctx,
  )
}

/** As it is read, or will be read once it is out. */
async function previewOf(release: Release, content: Content, ctx: Context): Promise<Pick<ReleaseView, 'preview'>> {
  if (!isReadWhole(content)) return {}
  const { items } = await ctx.store.find<EditionRecord>('editions', {
    where: { release: release.id },
    by: 'edition',
    dir: 'desc',
    limit: MAX_PAGE,
  })
  const shown: Release = release.draft ? { ...release, status: 'published' } : release
  return { preview: await readingView(shown, content, items, ctx) }
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
