/** One release, whole, as everybody reads it. */
import type { Content } from '@/contract/content'
import type { Reading } from '@/contract/reading'
import type { Bilingual, District } from '@/core/district'
import { blocksOf } from '@/core/prose'
import type { Release } from '@/core/release'
import { isUnsigned } from '@/core/signing'
import type { Photo } from '@/core/ticket'
import type { Context } from './context'
import { onMap } from './lines'
import { holds, photosOf } from './publishedLists'
import { type EditionRecord, titleOf } from './releaseRecords'
import { openPhotoViews, unitOf } from './views'

/** Kinds that are read as a page of their own; the others are lines of a list. */
export const READ_WHOLE = ['article', 'page', 'faq', 'appeal', 'alert'] as const
type WholeKind = (typeof READ_WHOLE)[number]
type Whole = Extract<Content, { kind: WholeKind }>
export const isReadWhole = (content: Content): content is Whole => READ_WHOLE.some((kind) => kind === content.kind)

const NOTHING: Bilingual = { zh: '', en: '' }
const inBoth = ({ zh, en }: Bilingual) => ({ zh: blocksOf(zh), en: blocksOf(en) })

/**
 * What a citizen reads of a release. `content` is that of the edition that is out; for a preview at the desk that of the
 * draft, and the release with the status it would have. `editions`: the newest first. Of what ended only title, times
 * and ending are left.
 */
export async function readingView(
  release: Release,
  content: Whole,
  editions: EditionRecord[],
  ctx: Context,
): Promise<Reading> {
  const status = release.status === 'published' && !holds(content, ctx) ? 'expired' : release.status
  const head = headOf({ ...release, status }, content, ctx)
  if (status === 'expired' || status === 'withdrawn') {
    const { ending } = release
    return {
      ...head,
      ...{ summary: NOTHING, blocks: inBoth(NOTHING), photos: [] },
      editions: editions.map(({ edition, publishedAt }) => ({ edition, publishedAt })),
      ...(ending && { ending }),
    }
  }
  return {
    ...head,
    summary: 'summary' in content ? content.summary : NOTHING,
    blocks: inBoth(content.text),
    photos: 'photos' in content ? await openPhotoViews(await photosIn(content.photos, ctx), ctx) : [],
    editions: editions.map(({ edition, publishedAt, change }) => ({ edition, publishedAt, ...(change && { change }) })),
    ...(release.reviewBy && { reviewBy: release.reviewBy }),
    ...ownParts(content, ctx.district),
    ...(isUnsigned(release) && { unsigned: true as const }),
  }
}

function headOf(release: Release, content: Whole, { now, district }: Context) {
  const { id, kind: _, sample, status, live, publishedAt, unit } = release
  const corrected = live && live.edition > 1 ? live.publishedAt : undefined
  return {
    id,
    kind: content.kind,
    sample: sample ?? false,
    title: titleOf(content),
    publishedAt: publishedAt ?? now.toISOString(),
    ...(corrected && { correctedAt: corrected }),
    status,
    unit: unitOf(unit, district),
    edition: live?.edition ?? 1,
    ...('onset' in content && { onset: content.onset }),
    ...('expiresAt' in content && content.expiresAt && { expiresAt: content.expiresAt }),
  }
}

/** What only its kind has. */
function ownParts(content: Whole, district: District): Partial<Reading> {
  switch (content.kind) {
    case 'article': {
      const { source, sourceUrl, video, attachments } = content
      const channel = district.channels.find(({ id }) => id === content.channel)
      return {
        attachments,
        ...(channel && { channel }),
        ...(source && { source }),
        ...(sourceUrl && { sourceUrl }),
        ...(video && { video }),
      }
    }
    case 'page': {
      const { section, hours, phone, address, point, url, source } = content
      return {
        section,
        ...(hours && { hours }),
        ...(phone && { phone }),
        ...(address && { address }),
        ...(point && { point, ...onMap({ point }) }),
        ...(url && { url }),
        ...(source && { source }),
      }
    }
    case 'faq':
      return { checkedAt: content.checkedAt }
    case 'appeal':
      return { basis: content.basis, issuer: content.issuer }
    case 'alert': {
      const { type, colour, area, issuer, advice } = content
      return { type, colour, area, issuer, advice: inBoth(advice) }
    }
  }
}

/** In their order; one that is gone is left out. */
async function photosIn(ids: string[], ctx: Context): Promise<Photo[]> {
  if (!ids.length) return []
  const found = await photosOf(ids, ctx)
  return ids.flatMap((id) => found[id] ?? [])
}
