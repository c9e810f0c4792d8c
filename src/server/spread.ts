/**
 * Tells everybody who wishes it what was published: an errand in the publishing transaction, which then walks over the
 * people a page at a time. Each page writes the letters and the errand for the next page; done again after a death, it meets
 * the letters that are there, so that each is told once.
 */
import type { Bilingual } from '@/core/district'
import type { PublicNotice } from '@/core/notice'
import { type Bulletin, runBulletin } from './bulletins'
import type { Context } from './context'
import { type Outcome, runAtOnce, sendOn } from './errands'
import type { GrantRecord } from './grants'
import { idOf } from './ids'
import type { IssueFollow } from './issueFollows'
import { type LetterRecord, letterId, putLetter } from './letters'
import { STAGES } from './noticeWords'
import { Duplicate, MAX_PAGE, type Tx } from './ports'
import type { WisherRecord } from './wishes'

/** out: it is new. corrected: another edition. ended: it holds no more. */
export const STAGE_NAMES = ['out', 'corrected', 'ended'] as const
export type Stage = (typeof STAGE_NAMES)[number]

/** wish: who wishes this topic. leave: who lets WeChat tell them of such things. told: who was told before. issue: who follows it. */
export type Audience =
  | { of: 'wish'; topic: string }
  | { of: 'leave'; template: string }
  | { of: 'told' }
  | { of: 'issue' }

/** What is told, as it was when it was published: people hear of a later edition from its own errands. */
export type Telling = {
  notice: PublicNotice
  about: string
  edition: number
  stage: Stage
  title: Bilingual
  text: Bilingual
}
export type Spread = Telling & { kind: 'spread'; to: Audience; after?: string }

/** How many are told of an emergency at the same moment. */
const WIDTH = 10

/** Writes it down, for each audience, together with its cause. */
export async function spread(tx: Tx, telling: Telling, audiences: Audience[], ctx: Context): Promise<void> {
  for (const to of audiences) await sendOn(tx, spreadId(telling, to), { kind: 'spread', ...telling, to }, ctx)
}

const spreadId = ({ about, edition, stage }: Telling, to: Audience, after = '') =>
  idOf('spread', about, stage, String(edition), JSON.stringify(to), after)

/** Those who follow a popular issue hear of its answer, or of a new edition of it. */
export const tellFollowers = (
  tx: Tx,
  issue: { id: string; edition: number; title: Bilingual; change?: Bilingual },
  ctx: Context,
): Promise<void> => {
  const { id: about, edition, title, change } = issue
  const stage = edition > 1 ? 'corrected' : 'out'
  const text = change ?? { zh: '', en: '' }
  return spread(tx, { notice: 'issue', about, edition, stage, title, text }, [{ of: 'issue' }], ctx)
}

/** One page of people, and the errand for the next one. */
export async function runSpread(errand: Spread, ctx: Context): Promise<Outcome> {
  const { kind, to, after, ...telling } = errand
  const page = await peopleOf(telling, to, after, ctx)
  const told: string[] = []
  for (const who of new Set(page.people)) told.push(await write(telling, who, ctx))
  if (page.next) {
    const next: Spread = { kind, ...telling, to, after: page.next }
    await ctx.store.tx((tx) => sendOn(tx, spreadId(telling, to, page.next), next, ctx)).catch(ignoreDuplicate)
  }
  if (telling.notice === 'alert') await atOnce(told, ctx)
  return 'done'
}

/** The letter, and the errand that takes its message to WeChat. */
async function write(telling: Telling, who: string, ctx: Context): Promise<string> {
  const { notice, about, edition, stage, title, text } = telling
  const id = letterId(about, stage, String(edition), who)
  const { before } = STAGES[notice][stage]
  const headed = { zh: before.zh + title.zh, en: title.en && before.en + title.en }
  const kind = notice === 'article' ? 'news' : notice
  const bulletin: Bulletin = { kind: 'bulletin', notice, stage, who, letter: id, about, title }
  await ctx.store
    .tx(async (tx) => {
      await putLetter(tx, id, { who, kind, about, title: headed, text }, ctx)
      if (ctx.wechat && ctx.district.notices[notice].template) await sendOn(tx, id, bulletin, ctx)
    })
    .catch(ignoreDuplicate)
  return id
}

/** An emergency does not wait for its place among other errands. */
async function atOnce(ids: string[], ctx: Context): Promise<void> {
  for (let first = 0; first < ids.length; first += WIDTH) {
    await Promise.all(ids.slice(first, first + WIDTH).map((id) => runAtOnce({ bulletin: runBulletin }, id, ctx)))
  }
}

async function peopleOf({ about }: Telling, to: Audience, after: string | undefined, { store }: Context) {
  const page = { by: 'who', limit: MAX_PAGE, ...(after && { after }) }
  switch (to.of) {
    case 'wish': {
      const found = await store.find<WisherRecord>('wishers', { where: { topic: to.topic }, ...page })
      return { people: found.items.map(({ who }) => who), next: found.next }
    }
    case 'leave': {
      const found = await store.find<GrantRecord>('grants', { where: { template: to.template }, ...page })
      const open = found.items.filter(({ lasting, credits }) => lasting || credits > 0)
      return { people: open.map(({ who }) => who), next: found.next }
    }
    case 'told': {
      const found = await store.find<LetterRecord>('letters', { where: { about }, ...page })
      return { people: found.items.map(({ who }) => who), next: found.next }
    }
    case 'issue': {
      const found = await store.find<IssueFollow>('issueFollows', { where: { group: about }, ...page, by: 'at' })
      return { people: found.items.map(({ who }) => who), next: found.next }
    }
  }
}

const ignoreDuplicate = (error: unknown): void => {
  if (!(error instanceof Duplicate)) throw error
}
