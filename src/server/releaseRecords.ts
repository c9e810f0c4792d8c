/** How releases lie in the store: a small head for lists, and one content for each revision that was ever written. */
import type { Content } from '@/contract/content'
import type { Bilingual } from '@/core/district'
import { nextDue } from '@/core/publishing'
import type { Release, ReleaseCommandName } from '@/core/release'
import { owedBy, toSign } from '@/core/signing'
import { idOf } from './ids'

/**
 * A release with the fields it is found by. `shown` is the content of what is out, without long texts (shownOf);
 * `title` that of the newest revision, for the desk. `overdueAt`: when its signatures are due, while some are missing.
 */
export type ReleaseRecord = Release & {
  title: Bilingual
  facet: string
  preparing: boolean
  waits: boolean
  overdueAt?: string
  dueAt?: string
  movedAt: string
  shown?: Content
}

export type ContentRecord = { release: string; revision: number; content: Content; at: string; by: string }
/** One edition in the chain of corrections. */
export type EditionRecord = {
  release: string
  edition: number
  revision: number
  publishedAt: string
  change?: Bilingual
}
export type StepRecord = {
  release: string
  seq: number
  at: string
  did: ReleaseCommandName
  by: { id: string; name: string }
  revision: number
  reason?: string
}
/** What a search finds a release, or a popular issue, by: see search.ts. */
export type FindableRecord = {
  kind: Release['kind'] | 'issue'
  title: Bilingual
  excerpt: Bilingual
  words: string
  at: string
  sample: boolean
  /** A question in the words of those who ask it: see answers.ts. */
  asks?: string[]
  number?: string
  /** After this it is not shown any more, whether or not the timer has taken it away. */
  expiresAt?: string
}

export const contentId = (release: string, revision: number): string => idOf('content', release, String(revision))

/** What its kind is sorted by on the screens. */
export function facetOf(content: Content): string {
  switch (content.kind) {
    case 'article':
      return content.channel
    case 'page':
      return content.section
    case 'hotline':
      return content.group
    case 'service':
      return content.situation
    default:
      return ''
  }
}

/** What lists show of it: the long texts stay behind, in the content itself. */
export function shownOf(content: Content): Content {
  const nothing = { zh: '', en: '' }
  switch (content.kind) {
    case 'article':
      return { ...content, text: nothing, attachments: [], photos: content.photos.slice(0, 1) }
    case 'page':
      return { ...content, text: nothing, photos: content.photos.slice(0, 1) }
    case 'appeal':
      return { ...content, text: nothing, photos: content.photos.slice(0, 1) }
    case 'faq':
      return { ...content, asks: [], text: { zh: '…', en: '' } }
    case 'alert':
      return { ...content, text: { zh: '…', en: '' }, advice: nothing }
    default:
      return content
  }
}

export const titleOf = (content: Content): Bilingual =>
  content.kind === 'menu' ? { zh: '数字菜单', en: 'The number menu' } : content.title

/** The head as it is stored. `shown` comes with what is published, and stays. */
export function releaseRecordOf(
  release: Release,
  about: Pick<ReleaseRecord, 'title' | 'facet' | 'movedAt'> & { shown?: Content },
): ReleaseRecord {
  const due = nextDue(release)
  const overdueAt = owedBy(release)
  return {
    ...release,
    ...about,
    preparing: release.draft !== undefined,
    waits: toSign(release) !== undefined,
    ...(due && { dueAt: due }),
    ...(overdueAt && { overdueAt }),
  }
}
