/**
 * Which categories somebody probably means. What was learnt lies in the store (see learning.ts) and is held by each host,
 * read anew when it has changed; until there is anything, the district's own words for its categories are all that is known.
 */
import type { District } from '@/core/district'
import { type Hint, learn } from '@/core/suggest/learn'
import { type Model, type Opened, opened } from '@/core/suggest/model'
import { suggest } from '@/core/suggest/suggest'
import type { Context } from './context'
import type { Store } from './ports'

/** Where what was learnt lies; when that was is written down apart, for that is asked far more often. */
export const LEARNT = 'categories'
export const LEARNING = 'learning-categories'
/** `at`: when the last one was learnt. */
export type LearningRecord = { at: string }
export type ModelRecord = { model: Model }

/** Learning is repeatable: the same tickets always teach the same. */
export const SEED = 1
const MOST_SUGGESTED = 3
/** What is less probable than this is no help. */
const LEAST_SHARE = 0.1
/** How long a host goes on with what it has read. */
const MODEL_KEPT = 60_000

type Known = { checkedAt: number; learntAt: string; model: Opened }
type Here = Pick<Context, 'store' | 'now' | 'district'>
/** By store: hosts, and tests, have one each. */
const known = new WeakMap<Store, Known>()

/** Ids, the best first; empty where nothing sensible can be said. */
export async function suggestCategory(text: string, ctx: Here): Promise<string[]> {
  if (!text.trim()) return []
  const { model } = await modelNow(ctx)
  const offered = suggestable(ctx.district)
  return suggest(model, { text })
    .filter(({ category, share, why }) => share >= LEAST_SHARE && why.length > 0 && offered.has(category))
    .slice(0, MOST_SUGGESTED)
    .map(({ category }) => category)
}

/** What the desk is told: the category it probably is, where that is another than the ticket's and hardly in doubt. */
export async function otherCategory(
  ticket: { text: string; category: string },
  ctx: Here,
): Promise<string | undefined> {
  const { model } = await modelNow(ctx)
  const [best] = suggest(model, ticket)
  if (!best || best.share < SURE || best.category === ticket.category) return undefined
  return suggestable(ctx.district).has(best.category) ? best.category : undefined
}
/** So probable that whoever chose otherwise may have been mistaken: right nine times in ten, see decision 029. */
const SURE = 0.8

async function modelNow(ctx: Here): Promise<Known> {
  const { store, now, district } = ctx
  const moment = now.getTime()
  const last = known.get(store)
  if (last && Math.abs(moment - last.checkedAt) < MODEL_KEPT) return last
  const learntAt = (await store.get<LearningRecord>('jobs', LEARNING))?.at ?? ''
  if (last?.learntAt === learntAt) return remember({ ...last, checkedAt: moment }, store)
  const found = learntAt ? await store.get<ModelRecord>('models', LEARNT) : null
  const model =
    found?.model ?? learn({ categories: idsOf(district), examples: [], hints: hintsOf(district), seed: SEED })
  return remember({ checkedAt: moment, learntAt, model: opened(model) }, store)
}

function remember(found: Known, store: Store): Known {
  known.set(store, found)
  return found
}

export const idsOf = ({ categories }: District): string[] => categories.map(({ id }) => id)

/** A category without words is for whatever fits nowhere else. */
const suggestable = ({ categories }: District): Set<string> =>
  new Set(categories.filter(({ words }) => words).map(({ id }) => id))

/** The names of a category, what is said to explain it, and what people here search for it by. */
export function hintsOf({ categories, synonyms }: District): Hint[] {
  return categories
    .filter(({ words }) => words)
    .map(({ id, name, hint, words = [] }) => {
      const said = [name.zh, name.en, hint.zh, hint.en].flatMap((one) => one.split(/[、，,]/)).map((one) => one.trim())
      const own = new Set([...said, ...words.flatMap((line) => line.split(' '))])
      const same = synonyms.filter((group) => group.some((word) => own.has(word))).flat()
      return { category: id, words: [...new Set([...own, ...same])] }
    })
}
