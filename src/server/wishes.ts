/** What people want to be told, and when; and what WeChat may still send them. */
import type { Input, Output } from '@/contract'
import { ALERT_TYPES } from '@/contract/kinds'
import type { Lang } from '@/contract/phoneRefusals'
import { NIGHT, type QuietHours } from '@/core/hush'
import { NOTICES, PUBLIC_NOTICES } from '@/core/notice'
import { type Context, idOfCaller } from './context'
import { askable, grantOf, templatesOf } from './grants'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { Conflict, Duplicate, Missing, type Tx } from './ports'
import { unitOf } from './views'

/** A document a person, who has set anything; `key` of the call that wrote it last, `lang` in which it came. */
export type WishRecord = { topics: string[]; towns: string[]; quiet?: QuietHours; lang: Lang; key: string }
/** A document for each topic that each person wishes. */
export type WisherRecord = { topic: string; who: string }

const TRIES = 4
/** A topic is a channel, a kind of emergency, or a town: each in a room of names of its own. */
export const alertTopic = (type: string): string => `alert:${type}`
export const townTopic = (unit: string): string => `town:${unit}`

export const wishes: Pick<Handlers, 'wishes.open' | 'wishes.set'> = {
  async 'wishes.open'(_, ctx) {
    const { channels, units, hotline } = ctx.district
    const [found, leave, notices] = await Promise.all([
      ctx.store.get<WishRecord>('wishes', idOfCaller(ctx)),
      leaveOf(ctx),
      askable(ctx, [...PUBLIC_NOTICES, ...NOTICES]),
    ])
    const { topics, towns, quiet } = found ?? { topics: [], towns: [], quiet: NIGHT }
    return {
      wishes: { topics, towns, ...(quiet && { quiet }) },
      topics: channels,
      alerts: ALERT_TYPES.map(alertTopic),
      towns: units.filter(({ town }) => town).map(({ id }) => unitOf(id, ctx.district)),
      ...{ leave, notices, hotline },
    }
  },

  async 'wishes.set'({ key, wishes: asked }, ctx) {
    await limit('wishes.set', idOfCaller(ctx), ctx)
    const wish = { ...known(asked, ctx), lang: ctx.lang, key }
    for (let left = TRIES; ; left--) {
      try {
        await ctx.store.tx((tx) => write(tx, idOfCaller(ctx), wish))
        return {}
      } catch (error) {
        const isOvertaken = error instanceof Conflict || error instanceof Duplicate || error instanceof Missing
        if (!isOvertaken || left <= 1) throw error
      }
    }
  },
}

/** What the district does not offer (any more) is left out. */
function known(
  { topics, towns, quiet }: Input<'wishes.set'>['wishes'],
  { district }: Context,
): Omit<WishRecord, 'key' | 'lang'> {
  const all = [...district.channels.map(({ id }) => id), ...ALERT_TYPES.map(alertTopic)]
  const isTown = (id: string) => district.units.some((unit) => unit.id === id && unit.town)
  return {
    topics: [...new Set(topics)].filter((topic) => all.includes(topic)),
    towns: [...new Set(towns)].filter(isTown),
    ...(quiet && { quiet }),
  }
}

const wanted = ({ topics, towns }: WishRecord): string[] => [...topics, ...towns.map(townTopic)]

/** What they wish, and under each topic that they do: together or not at all. */
async function write(tx: Tx, who: string, wish: WishRecord): Promise<void> {
  const before = await tx.get<WishRecord>('wishes', who)
  if (before?.key === wish.key) return
  if (before) await tx.update('wishes', who, before.version, { set: wish, unset: wish.quiet ? [] : ['quiet'] })
  else await tx.insert('wishes', who, wish)
  const [had, has] = [before ? wanted(before) : [], wanted(wish)]
  for (const topic of has.filter((one) => !had.includes(one))) {
    await tx.insert('wishers', wisherId(who, topic), { topic, who } satisfies WisherRecord)
  }
  for (const topic of had.filter((one) => !has.includes(one))) {
    const found = await tx.get('wishers', wisherId(who, topic))
    if (found) await tx.remove('wishers', found.id, found.version)
  }
}

const wisherId = (who: string, topic: string): string => idOf('wisher', who, topic)

/** For each template what it tells of, and how often WeChat may still send it. */
async function leaveOf(ctx: Context): Promise<Output<'wishes.open'>['leave']> {
  const { caller, district, store, wechat } = ctx
  if (!wechat || caller.role !== 'citizen' || !caller.openid) return []
  return Promise.all(
    templatesOf(ctx).map(async ({ template }) => {
      const grant = await grantOf(caller.id, template, store)
      const kinds = NOTICES.filter((kind) => district.notices[kind].template === template)
      return { kinds, left: grant?.credits ?? 0, lasting: grant?.lasting ?? false }
    }),
  )
}
