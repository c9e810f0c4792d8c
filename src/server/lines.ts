/** What lists show of each kind, from the heads of releases. */
import type { AlertLine, IssueLine, NewsLine } from '@/contract/lines'
import type { HotlineLine, PageLine, RoadLine, ServiceLine } from '@/contract/reading'
import { toGcj02 } from '@/core/gcj02'
import type { Point } from '@/core/ticket'
import type { Context } from './context'
import type { GroupRecord } from './groupRecords'
import type { Doc } from './ports'
import { firstPhoto, type Shown } from './publishedLists'
import { titleOf } from './releaseRecords'
import { unitOf } from './views'

type Thumbs = Record<string, string>

/** What every line has. The title is that of what is out: the head's own is that of a draft which may be there too. */
export function lineOf({ id, sample, shown, publishedAt, live }: Shown) {
  const first = publishedAt ?? live?.publishedAt ?? ''
  const corrected = live && live.edition > 1 ? live.publishedAt : undefined
  return {
    id,
    sample: sample ?? false,
    title: titleOf(shown),
    publishedAt: first,
    ...(corrected && { correctedAt: corrected }),
  }
}

const thumbOf = (release: Shown, thumbs: Thumbs) => {
  const thumb = thumbs[firstPhoto(release.shown)[0] ?? '']
  return thumb ? { thumb } : {}
}

/** Where a phone's map is to show it: to the millionth of a degree, which is less than a step. */
export function onMap({ point }: { point?: Point }): { map?: Point } {
  if (!point) return {}
  const { lat, lng } = toGcj02(point)
  return { map: { lat: Number(lat.toFixed(6)), lng: Number(lng.toFixed(6)) } }
}

export function newsLine(release: Shown<'article'>, thumbs: Thumbs): NewsLine {
  const { channel, summary, source } = release.shown
  return { ...lineOf(release), channel, summary, ...thumbOf(release, thumbs), ...(source && { source }) }
}

export function pageLine(release: Shown<'page'>, thumbs: Thumbs): PageLine {
  const { kind: _, text: __, photos: ___, url: ____, source: _____, ...shown } = release.shown
  return { ...lineOf(release), ...shown, ...onMap(shown), ...thumbOf(release, thumbs) }
}

export function roadLine(release: Shown<'road'>, { district }: Context): RoadLine {
  const { kind: _, ...shown } = release.shown
  return { ...lineOf(release), ...shown, ...onMap(shown), unit: unitOf(release.unit, district) }
}

export function hotlineLine(release: Shown<'hotline'>): HotlineLine {
  const { kind: _, ...shown } = release.shown
  return { ...lineOf(release), ...shown }
}

export function serviceLine(release: Shown<'service'>): ServiceLine {
  const { kind: _, ...shown } = release.shown
  return { ...lineOf(release), ...shown }
}

export function alertLine(release: Shown<'alert'>): AlertLine {
  const { type, colour, area, issuer, onset, expiresAt } = release.shown
  return {
    ...lineOf(release),
    type,
    colour,
    area,
    issuer,
    onset,
    expiresAt,
    edition: release.live?.edition ?? 1,
  }
}

export function issueLine({ id, title, askers, followers, answer, movedAt, sample }: GroupRecord & Doc): IssueLine {
  return { id, sample: sample ?? false, title, askers, followers, answered: answer !== undefined, movedAt }
}
