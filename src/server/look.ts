/** What there is already while somebody writes a filing, and what should perhaps not stand in it. Keeps nothing. */
import type { SimilarLine } from '@/contract/filing'
import { onEarth } from '@/core/gcj02'
import { placesIn } from '@/core/privacy'
import { likeness, type Terms, termsOf, type Wording } from '@/core/similar'
import { ALIKE } from '@/core/similarOffer'
import { type Context, idOfCaller } from './context'
import { followId } from './follows'
import type { GroupRecord } from './groupRecords'
import { issuesLike } from './groupsLike'
import type { Handlers } from './handle'
import { limit } from './limit'
import { issueLine } from './lines'
import { type Near, nearby } from './nearby'
import { MAX_PAGE } from './ports'
import { findIssues } from './search'
import { suggestCategory } from './suggesting'
import { categoryOf } from './views'
import { wordingOf } from './wording'

const MOST_SIMILAR = 3
const MOST_ANSWERS = 2
/** Of the words that are searched for, and of the issues that are compared with them. */
const SEARCHED = 60
const COMPARED = 10

export const look: Pick<Handlers, 'filing.look'> = {
  async 'filing.look'({ category, text, point, spot }, ctx) {
    await limit('filing.look', ctx.address, ctx)
    const wording = await wordingOf(ctx)
    const written = termsOf(text, wording)
    const sought = {
      ...{ category, written, wording },
      ...(point && { point: onEarth(point) }),
      ...(spot && { spot }),
    }
    const [similar, named, asked, categories] = await Promise.all([
      nearby(sought, MOST_SIMILAR, ctx),
      issuesNamed(text.slice(0, SEARCHED), written, wording, ctx),
      issuesLike({ text, place: sought.point ? { point: sought.point } : {} }, MOST_ANSWERS, ctx),
      category ? [] : suggestCategory(text, ctx),
    ])
    return {
      similar: await Promise.all(similar.map((near) => similarLine(near, ctx))),
      answers: [...named, ...asked.filter(({ id }) => !named.some((one) => one.id === id))]
        .slice(0, MOST_ANSWERS)
        .map(issueLine),
      private: placesIn(text),
      categories,
    }
  },
}

/** Each field here is a decision: of somebody else's ticket nothing goes out that is not needed to know it again. */
async function similarLine({ ticket, metres }: Near, ctx: Context): Promise<SimilarLine> {
  const { no, category, status, filedAt, spot, followers = 0, sample = false } = ticket
  const followed = ctx.caller.role === 'citizen' && (await ctx.store.get('follows', followId(idOfCaller(ctx), no)))
  return {
    ...{ no, status, filedAt, followers, sample },
    category: categoryOf(category, ctx.district),
    ...(metres !== undefined && { metres }),
    ...(spot && { spot: spot.name }),
    followed: Boolean(followed),
  }
}

/** Popular issues whose question is like what is written, also while the answer is still to come. */
async function issuesNamed(words: string, written: Terms, wording: Wording, ctx: Context) {
  if (!written.size) return []
  const ids = await findIssues(words, COMPARED, ctx)
  if (!ids.length) return []
  const { items } = await ctx.store.find<GroupRecord>('groups', {
    where: { id: { in: ids } },
    by: 'id',
    limit: MAX_PAGE,
  })
  return items
    .filter((group) => group.public)
    .map((group) => ({ group, alike: likenessTo(group, written, wording) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((one, other) => other.alike - one.alike)
    .slice(0, MOST_ANSWERS)
    .map(({ group }) => group)
}

/** In whichever language it is more alike. */
const likenessTo = ({ title, question }: GroupRecord, written: Terms, wording: Wording): number =>
  Math.max(
    ...(['zh', 'en'] as const).map((lang) => likeness(written, termsOf(`${title[lang]}\n${question[lang]}`, wording))),
  )
