/** The desk that publishes. */
import * as v from 'valibot'
import type { Input, Output } from '@/contract'
import { Content } from '@/contract/content'
import { isReason, type Reason } from '@/contract/refusals'
import { districtOffice } from '@/core/district'
import { menuProblem } from '@/core/menu'
import { privateDetails } from '@/core/privacy'
import { decide, maySeeRelease, mayWrite } from '@/core/publishing'
import type { Release, ReleaseCommand, ReleaseRefusal } from '@/core/release'
import type { Photo } from '@/core/ticket'
import { type Context, idOfCaller } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { Conflict, Duplicate } from './ports'
import { contentOf, publishingSetting, releaseOf, type StoredRelease, saveRelease } from './publishing'
import { refuse } from './refuse'
import { releaseList } from './releaseLists'
import type { ReleaseRecord } from './releaseRecords'
import { photoIdsOf, releaseView } from './releaseViews'
import { wordsOf } from './releaseWords'
import { ownPhotos } from './uploads'

type Topic = 'releases.list' | 'releases.open' | 'releases.write' | 'releases.act'
type Removed = Output<'releases.write'>['removed']
/** How often a command is tried again on what somebody else has just written. */
const TRIES = 4

export const releases: Pick<Handlers, Topic> = {
  'releases.list': (input, ctx) => releaseList(input, ctx),

  async 'releases.open'({ id }, ctx) {
    return releaseView(await load(id, ctx), ctx)
  },

  async 'releases.write'(input, ctx) {
    const caller = idOfCaller(ctx)
    await limit('releases', caller, ctx)
    const id = input.id ?? idOf('release', caller, input.key)
    const stepId = idOf('step', id, caller, input.key)
    const { content, removed } = cleaned(input.content, ctx)
    checkContent(content, ctx)
    await again(async () => {
      const before = await forWriting(input, id, ctx)
      if (await ctx.store.get('steps', stepId)) return
      const release = before ? releaseOf(before) : blank(id, content, ctx)
      const command = writeOf(input, content)
      const decision = decide(ctx.caller, release, command, publishingSetting(ctx))
      if (!decision.ok) return refuseCommand(decision.refusal)
      const photos = await newPhotos(content, release, ctx)
      await saveRelease({ before, after: decision.release, command, stepId, written: content, photos }, ctx)
    })
    return { ...(await releaseView(await load(id, ctx), ctx)), removed }
  },

  async 'releases.act'({ id, key, command }, ctx) {
    const caller = idOfCaller(ctx)
    await limit('releases', caller, ctx)
    const stepId = idOf('step', id, caller, key)
    await again(async () => {
      const before = await load(id, ctx)
      if (await ctx.store.get('steps', stepId)) return
      const release = releaseOf(before)
      const decision = decide(
        ctx.caller,
        release,
        command,
        publishingSetting(ctx, await isPrivate(release, command, ctx)),
      )
      if (!decision.ok) return refuseCommand(decision.refusal)
      await saveRelease({ before, after: decision.release, command, stepId }, ctx)
    })
    return releaseView(await load(id, ctx), ctx)
  },
}

/** Works on what is there now; when somebody wrote first, or this very call arrived twice, once more. */
async function again(work: () => Promise<void>): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate)) throw error
      if (left <= 1) return refuse('not-this-revision')
    }
  }
}

/** One that this official may not see is as missing as one that is not there. */
async function load(id: string, ctx: Context): Promise<StoredRelease> {
  const record = await ctx.store.get<ReleaseRecord>('releases', id)
  const seen = record && maySeeRelease(ctx.caller, releaseOf(record), districtOffice(ctx.district).id)
  return seen ? record : refuse('release-missing')
}

/** The release that is written on; null for a new one, which is there already when its key comes again. */
async function forWriting({ id: named, content }: Input<'releases.write'>, id: string, ctx: Context) {
  if (named === undefined && !(await ctx.store.get('releases', id))) return null
  const record = await load(id, ctx)
  return record.kind === content.kind ? record : refuse('malformed', {}, 'content.kind')
}

function blank(id: string, { kind }: Content, ctx: Context): Release {
  const office = districtOffice(ctx.district).id
  const unit = ctx.caller.role === 'official' ? ctx.caller.unit : office
  if (!mayWrite(ctx.caller, kind, unit, office)) refuse('not-allowed')
  return { id, kind, unit, ...(ctx.sample && { sample: ctx.sample }), status: 'draft', revisions: 0, entries: 0 }
}

function writeOf({ revision, change, reviewBy }: Input<'releases.write'>, content: Content): ReleaseCommand {
  const { onset, expiresAt } = { onset: undefined, expiresAt: undefined, ...content }
  return {
    do: 'write',
    revision,
    validity: { ...(onset && { onset }), ...(expiresAt && { expiresAt }) },
    ...(change && { change }),
    ...(reviewBy && { reviewBy }),
  }
}

/** Pasted text without its markup, and what was taken out. What is left must still be a whole content. */
function cleaned(content: Content, { readHtml }: Context): { content: Content; removed: Removed } {
  const times = new Map<string, number>()
  const clean = (html: string) => {
    const { text, removed } = readHtml(html)
    for (const { what, times: more } of removed) times.set(what, (times.get(what) ?? 0) + more)
    return text
  }
  const both = ({ zh, en }: { zh: string; en: string }) => ({ zh: clean(zh), en: clean(en) })
  const texts = {
    ...('text' in content && { text: both(content.text) }),
    ...('advice' in content && { advice: both(content.advice) }),
  }
  const whole = v.safeParse(Content, { ...content, ...texts })
  const removed = [...times].map(([what, count]) => ({ what, times: count }))
  if (whole.success) return { content: whole.output, removed }
  const [issue] = whole.issues
  return refuse(isReason(issue.message) ? issue.message : 'malformed', {}, `content.${v.getDotPath(issue) ?? ''}`)
}

/** What the shape of a content cannot say: it fits the district, and a menu is one tree. */
function checkContent(content: Content, { district, lang }: Context): void {
  if (content.kind === 'article' && !district.channels.some(({ id }) => id === content.channel)) {
    refuse('channel-unknown', {}, 'content.channel')
  }
  if (content.kind !== 'menu') return
  const problem = menuProblem(content.entries)
  if (!problem) return
  const named = {
    ...('entry' in problem && { name: problem.entry.name[lang] || problem.entry.name.zh }),
    ...('number' in problem && { number: String(problem.number) }),
  }
  refuse(problem.is, named, 'content.entries')
}

/** The writer's own photos, without those that were in it before: whoever corrects need not upload them again. */
async function newPhotos(content: Content, { id, draft, live }: Release, ctx: Context): Promise<Photo[]> {
  const earlier = draft?.revision ?? live?.revision
  const kept = photoIdsOf(content).length && earlier ? photoIdsOf(await contentOf(id, earlier, ctx)) : []
  return ownPhotos(
    photoIdsOf(content).filter((photo) => !kept.includes(photo)),
    idOfCaller(ctx),
    ctx,
  )
}

/** Only where it is asked for: before the words leave the hands of whoever wrote them. */
async function isPrivate({ id, draft }: Release, { do: did }: ReleaseCommand, ctx: Context): Promise<boolean> {
  if (!draft || (did !== 'submit' && did !== 'override')) return false
  return privateDetails(wordsOf(await contentOf(id, draft.revision, ctx), draft.change)).length > 0
}

/** The sentences of tickets speak of tickets. */
const refuseCommand = (refusal: ReleaseRefusal): never =>
  refuse((refusal === 'not-now' ? 'release-moved' : refusal) satisfies Reason)
