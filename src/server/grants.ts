/**
 * Leave to send somebody messages in WeChat, by person and template. A one-time template gives one message for each
 * "yes" (a credit); a lasting one gives all of them until it is taken back. WeChat keeps its own count, which rules:
 * ours says when there is no use in asking it.
 */
import { NOTICES, type NoticeForm, type NoticeKind, OWN_NOTICES } from '@/core/notice'
import type { Context } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { Conflict, type Doc, Duplicate, type Store } from './ports'

/** `held`: credits that are taken out for messages not yet settled, by the message's mark. `keys`: answers counted last. */
export type GrantRecord = {
  who: string
  template: string
  openid: string
  credits: number
  lasting: boolean
  held: string[]
  keys: string[]
  refusedAt?: string
}

/** WeChat's number for: the person has not agreed, has taken it back, or has used it up. */
export const NO_LEAVE = 43101
/** Phones with an old WeChat ask about three templates at once, newer ones about five. */
const MOST_ASKED = 3
/** Somebody with so many messages to come is not asked for more. */
const ENOUGH = 3
/** Who said no is left alone for so long. */
const QUIET = 30 * 24 * 3_600_000
const KEYS_KEPT = 10
const TRIES = 8

export const notices: Pick<Handlers, 'notices.allow'> = {
  async 'notices.allow'({ key, answers }, ctx) {
    const { caller } = ctx
    if (caller.role !== 'citizen' || !caller.openid) return {}
    await limit('notices.allow', caller.id, ctx)
    const { id, openid } = caller
    for (const { template, said } of answers) {
      const form = templatesOf(ctx).find((one) => one.template === template)
      if (!form) continue
      await change(id, template, ctx.store, (grant = noGrant({ who: id, template, openid })) => {
        if (grant.keys.includes(key)) return null
        const counted = { ...grant, openid, keys: [...grant.keys, key].slice(-KEYS_KEPT) }
        return said === 'accept' ? accepted(counted, form) : refused(counted, ctx)
      })
    }
    return {}
  },
}

type Whose = Pick<GrantRecord, 'who' | 'template' | 'openid'>
export const noGrant = (whose: Whose): GrantRecord => ({ ...whose, credits: 0, lasting: false, held: [], keys: [] })

export function accepted({ refusedAt, ...grant }: GrantRecord, { lasting }: NoticeForm): GrantRecord {
  return lasting ? { ...grant, lasting } : { ...grant, credits: grant.credits + 1 }
}

/** What was agreed to before still holds. */
export const refused = (grant: GrantRecord, { now }: Context): GrantRecord => ({
  ...grant,
  refusedAt: now.toISOString(),
})

/** Nothing more may be sent. */
export const withdrawn = (grant: GrantRecord, ctx: Context): GrantRecord => ({
  ...refused(grant, ctx),
  credits: 0,
  lasting: false,
})

/** The templates that the district has chosen, each once, those whose news would be missed most first. */
export function templatesOf({ district }: Context, kinds: readonly NoticeKind[] = NOTICES): NoticeForm[] {
  const forms = kinds.map((kind) => district.notices[kind]).filter(({ template }) => template)
  return forms.filter(({ template }, place) => forms.findIndex((one) => one.template === template) === place)
}

/**
 * The templates of these kinds of news about which it is worth asking this person now, at most three, lasting ones and one-time ones never
 * together, as WeChat wants. Somebody without a session yet is asked like anybody who has said nothing.
 */
export async function askable(ctx: Context, kinds: readonly NoticeKind[] = OWN_NOTICES): Promise<string[]> {
  const { caller, wechat, store } = ctx
  const openid = caller.role === 'citizen' ? caller.openid : undefined
  if (!wechat || (caller.role !== 'anyone' && !openid)) return []
  const forms = templatesOf(ctx, kinds)
  const grants = await Promise.all(
    forms.map(({ template }) => (caller.role === 'citizen' ? grantOf(caller.id, template, store) : null)),
  )
  const open = forms.filter((form, place) => isWorthAsking(form, grants[place] ?? undefined, ctx))
  const lasting = open.filter((form) => form.lasting)
  return (lasting.length ? lasting : open).slice(0, MOST_ASKED).map(({ template }) => template)
}

function isWorthAsking({ lasting }: NoticeForm, grant: GrantRecord | undefined, { now }: Context): boolean {
  if (!grant) return true
  if (grant.refusedAt && Date.parse(grant.refusedAt) + QUIET > now.getTime()) return false
  return lasting ? !grant.lasting : grant.credits < ENOUGH
}

/**
 * Takes out a credit for the message of this mark; gives whom to send to, or null where there is no leave. A message
 * that was cut off finds the credit that it took.
 */
export async function takeCredit(
  citizen: string,
  template: string,
  mark: string,
  { store }: Context,
): Promise<string | null> {
  const grant = await change(citizen, template, store, (found) =>
    !found || found.lasting || found.held.includes(mark) || found.credits < 1
      ? null
      : { ...found, credits: found.credits - 1, held: [...found.held, mark] },
  )
  return grant && (grant.lasting || grant.held.includes(mark)) ? grant.openid : null
}

/** What became of it. spent: sent. back: not sent, to be used again. withdrawn: WeChat says that there is no leave. */
export async function settle(
  citizen: string,
  template: string,
  mark: string,
  how: 'spent' | 'back' | 'withdrawn',
  ctx: Context,
): Promise<void> {
  await change(citizen, template, ctx.store, (grant) => {
    if (!grant) return null
    const held = grant.held.filter((one) => one !== mark)
    // A one-time template that is used up was not refused: the next time may be asked about.
    if (how === 'withdrawn') return grant.lasting ? withdrawn({ ...grant, held }, ctx) : { ...grant, held, credits: 0 }
    if (held.length === grant.held.length) return null
    return { ...grant, held, credits: grant.credits + (how === 'back' ? 1 : 0) }
  })
}

export const grantOf = (citizen: string, template: string, store: Store) =>
  store.get<GrantRecord>('grants', grantId(citizen, template))

/** Whether the message of this mark may be sent. */
export async function hasLeave(citizen: string, template: string, mark: string, { store }: Context): Promise<boolean> {
  const grant = await grantOf(citizen, template, store)
  return grant !== null && (grant.lasting || grant.credits > 0 || grant.held.includes(mark))
}

const grantId = (citizen: string, template: string) => idOf('grant', citizen, template)

/**
 * Writes what `next` makes of the grant that is there, onto exactly that one; null leaves it. Gives it as it is then.
 * Throws Conflict when others were always faster.
 */
export async function change(
  citizen: string,
  template: string,
  store: Store,
  next: (grant: GrantRecord | undefined) => GrantRecord | null,
): Promise<GrantRecord | undefined> {
  const id = grantId(citizen, template)
  for (let left = TRIES; ; left--) {
    const found = await store.get<GrantRecord>('grants', id)
    const before = found ? grantIn(found) : undefined
    const after = next(before)
    if (!after) return before
    try {
      if (!found) await store.insert('grants', id, after)
      else {
        const unset = found.refusedAt && !after.refusedAt ? ['refusedAt'] : []
        await store.update('grants', id, found.version, { set: after, unset })
      }
      return after
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate) || left <= 1) throw error
    }
  }
}

function grantIn({ id, version, ...grant }: GrantRecord & Doc): GrantRecord {
  return grant
}
