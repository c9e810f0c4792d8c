/** Releases in the store: read, written with all that hangs on them, and what the timer does to them. */
import type { Content } from '@/contract/content'
import type { Actor } from '@/core/actor'
import { dayOf } from '@/core/deadline'
import { districtOffice } from '@/core/district'
import { decide } from '@/core/publishing'
import type { Edition, PublishingSetting, Release, ReleaseCommand } from '@/core/release'
import type { Photo } from '@/core/ticket'
import type { Context } from './context'
import { idOf } from './ids'
import { Conflict, type Doc, Duplicate, MAX_PAGE, type Patch, type Tx } from './ports'
import {
  type ContentRecord,
  contentId,
  type EditionRecord,
  facetOf,
  type ReleaseRecord,
  releaseRecordOf,
  type StepRecord,
  shownOf,
  titleOf,
} from './releaseRecords'
import { findable, listUnder, touchMark } from './search'
import { tellWishers } from './telling'
import type { Round } from './timer'
import { attach } from './uploads'

export type StoredRelease = ReleaseRecord & Doc

/** The release in a stored record, without what it is found by. */
export function releaseOf(record: StoredRelease): Release {
  const { version, title, facet, preparing, waits, overdueAt, dueAt, movedAt, shown, ...release } = record
  return release
}

/** What core's rules of publishing are told about the world. */
export const publishingSetting = ({ now, district }: Context, privateDetails = false): PublishingSetting => ({
  now: now.toISOString(),
  today: dayOf(now.toISOString()),
  office: districtOffice(district).id,
  countersignMinutes: district.limits.countersignMinutes,
  privateDetails,
})

export async function contentOf(release: string, revision: number, { store }: Pick<Context, 'store'>) {
  const found = await store.get<ContentRecord>('contents', contentId(release, revision))
  if (!found) throw new Error(`revision ${revision} of a release has no content`)
  return found.content
}

/** One change of a release: what it was (null for a new one), what it becomes, by which command. */
export type Change = {
  before: StoredRelease | null
  after: Release
  command: ReleaseCommand
  stepId: string
  /** Of the newest revision, where this command wrote it. */
  written?: Content
  /** Photos that are new in it. */
  photos?: Photo[]
}

/** The head, the line of its history, and what follows from it for everybody who reads: together or not at all. */
export async function saveRelease(change: Change, ctx: Context): Promise<void> {
  const { before, command, stepId, written, photos = [] } = change
  const after = { ...change.after, entries: change.after.entries + 1 }
  const shown = await newlyShown(before, after, ctx)
  const head = headOf(after, { before, ...(written && { written }), ...(shown && { shown }) }, ctx)
  const step = stepOf(after, before, command, ctx)
  const isOut = after.status === 'published'
  const wasOut = before?.status === 'published'
  await ctx.store.tx(async (tx) => {
    if (before) await tx.update('releases', before.id, before.version, patchTo(before, head))
    else await tx.insert('releases', after.id, head)
    await tx.insert('steps', stepId, step)
    await attach(tx, { photos, clips: [] })
    if (written) await putRevision(tx, after, { content: written, at: step.at, by: step.by.id })
    const edition = newEdition(before, after)
    if (edition) await putEdition(tx, after.id, edition)
    const words = shown && findable(after, shown)
    if (words) await listUnder(tx, after.id, words, ctx.now)
    if (wasOut && !isOut) await listUnder(tx, after.id, null, ctx.now)
    // What is found by nothing is read all the same: a menu.
    if (!words && (shown || wasOut !== isOut)) await touchMark(tx, ctx.now)
    await tellWishers(tx, { before, after, edition, shown }, ctx)
  })
}

/** The edition that this change puts out, if it does. */
const newEdition = (before: Release | null, { live }: Release): Edition | undefined =>
  live && live.edition !== before?.live?.edition ? live : undefined

/** What everybody reads from now on and did not before: a new edition, or one that is out again. */
async function newlyShown(before: Release | null, after: Release, ctx: Context): Promise<Content | undefined> {
  const { live } = after
  if (!live || after.status !== 'published') return undefined
  if (before?.status === 'published' && !newEdition(before, after)) return undefined
  return contentOf(after.id, live.revision, ctx)
}

async function putRevision(tx: Tx, release: Release, said: Pick<ContentRecord, 'content' | 'at' | 'by'>) {
  const { id, revisions: revision } = release
  const record: ContentRecord = { release: id, revision, ...said }
  await tx.insert('contents', contentId(id, revision), record)
}

async function putEdition(tx: Tx, release: string, { edition, revision, publishedAt, change }: Edition) {
  const record: EditionRecord = { release, edition, revision, publishedAt, ...(change && { change }) }
  await tx.insert('editions', idOf('edition', release, String(edition)), record)
}

type Known = { before: StoredRelease | null; written?: Content; shown?: Content }

/** Lists are sorted by what is out; the desk's title is that of the newest revision. */
function headOf(after: Release, { before, written, shown: out }: Known, ctx: Context): ReleaseRecord {
  const shown = out ? shownOf(out) : before?.shown
  const newest = written ?? (after.draft ? undefined : shown)
  const sorted = shown ?? written
  return releaseRecordOf(after, {
    title: newest ? titleOf(newest) : (before?.title ?? { zh: '', en: '' }),
    facet: sorted ? facetOf(sorted) : (before?.facet ?? ''),
    movedAt: ctx.now.toISOString(),
    ...(shown && { shown }),
  })
}

function stepOf(
  after: Release,
  before: StoredRelease | null,
  command: ReleaseCommand,
  { caller, now }: Context,
): StepRecord {
  const touched = after.draft ?? before?.draft ?? after.live
  return {
    release: after.id,
    seq: after.entries,
    at: now.toISOString(),
    did: command.do,
    by: personOf(caller),
    revision: touched?.revision ?? 0,
    ...('reason' in command && { reason: command.reason }),
  }
}

/** The timer has no name: the desk says what it is. */
const personOf = (caller: Actor): StepRecord['by'] =>
  caller.role === 'official' ? { id: caller.id, name: caller.name } : { id: caller.role, name: '' }

/** What to write so that the stored record becomes the next: fields that are gone are removed. */
function patchTo({ id: _, version: __, ...before }: StoredRelease, { id: ___, ...set }: ReleaseRecord): Patch {
  return { set, unset: Object.keys(before).filter((field) => !Object.hasOwn(set, field)) }
}

/** How many releases went out unsigned, and still are although their time is over: told to everybody on duty. */
export const overdueReleases = ({ store, now }: Context): Promise<number> =>
  store.count('releases', { overdueAt: { lte: now.toISOString() } })

/** Publishes, ends and hides what is due, a page at a time. */
export async function lapseReleases(ctx: Context): Promise<Round> {
  const where = { dueAt: { lte: ctx.now.toISOString() } }
  const due = await ctx.store.find<ReleaseRecord>('releases', { where, by: 'dueAt', limit: MAX_PAGE })
  let did = 0
  for (const record of due.items) {
    try {
      if (await lapseOne(record, ctx)) did++
    } catch (error) {
      // One that is broken does not keep the others from their time.
      ctx.log.error('failed', error, { job: 'releases' })
    }
  }
  // A release may be due for two things; but what cannot be done is not tried ten times a minute.
  return { did, more: did > 0 }
}

/** One thing that is due; the next one of the same release has its turn in the next round. */
async function lapseOne(record: StoredRelease, ctx: Context): Promise<boolean> {
  const release = releaseOf(record)
  const decision = decide(ctx.caller, release, { do: 'lapse' }, publishingSetting(ctx))
  if (!decision.ok) return false
  const stepId = idOf('step', release.id, 'lapse', String(release.entries))
  try {
    await saveRelease({ before: record, after: decision.release, command: { do: 'lapse' }, stepId }, ctx)
    return true
  } catch (error) {
    // Somebody acted at the last moment, or another timer was faster.
    if (error instanceof Conflict || error instanceof Duplicate) return false
    throw error
  }
}
