/** What a person was told, newest first. */
import type { LetterView } from '@/contract/inbox'
import { type Context, idOfCaller } from './context'
import type { Handlers } from './handle'
import { type LetterRecord, lookAt, type StoredLetter } from './letters'
import { limit } from './limit'
import { MAX_PAGE } from './ports'

const PAGE = 15
/** Pages of unseen letters that one call looks at: what is left is looked at by the next. */
const PAGES = 4

export const inbox: Pick<Handlers, 'inbox.open' | 'inbox.seen'> = {
  async 'inbox.open'({ after }, ctx) {
    const [page, unseen] = await Promise.all([
      ctx.store.find<LetterRecord>('letters', {
        where: { who: idOfCaller(ctx) },
        by: 'at',
        dir: 'desc',
        limit: PAGE,
        ...(after && { after }),
      }),
      unseenLetters(ctx),
    ])
    return { items: page.items.map(letterView), unseen, ...(page.next && { next: page.next }) }
  },

  async 'inbox.seen'(seen, ctx) {
    const who = idOfCaller(ctx)
    await limit('inbox.seen', who, ctx)
    if ('id' in seen) {
      const letter = await ctx.store.get<LetterRecord>('letters', seen.id)
      if (letter?.who === who && letter.unseen) await lookAt(letter, ctx.store)
      return {}
    }
    const where = { who, unseen: true, at: { lte: seen.upTo } }
    for (let left = PAGES; left > 0; left--) {
      const { items, next } = await ctx.store.find<LetterRecord>('letters', {
        where,
        by: 'at',
        dir: 'desc',
        limit: MAX_PAGE,
      })
      await Promise.all(items.map((letter) => lookAt(letter, ctx.store)))
      if (!next) break
    }
    return {}
  },
}

export const unseenLetters = (ctx: Context): Promise<number> =>
  ctx.caller.role === 'citizen' ? ctx.store.count('letters', { who: ctx.caller.id, unseen: true }) : Promise.resolve(0)

const letterView = ({ id, kind, at, title, text, about, unseen }: StoredLetter): LetterView => ({
  ...{ id, kind, at, title, text, about },
  unseen: unseen ?? false,
})
