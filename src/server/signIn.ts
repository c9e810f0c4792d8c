/** How officials get in, and out. */
import type { Output } from '@/contract'
import type { Context } from './context'
import { admit, type DeviceRecord, idOfWeChat, isKnown } from './devices'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { isActive, type OfficialRecord, officialOf, officialWith, type StoredOfficial } from './officials'
import { newKey, stepOf, uriOf } from './oneTimeCode'
import { isPassword } from './passwords'
import { Conflict } from './ports'
import { refuse } from './refuse'
import { begin, endSession, openidOf, type SessionRecord, type SignedInBy } from './session'
import { officialView } from './views'

/** Wrong passwords at the lock; the next one is no longer looked at. */
export const UNLOCK_TRIES = 5

type SignIns = 'desk.signIn' | 'desk.signInWeChat' | 'desk.signOut' | 'desk.unlock' | 'desk.here'

export const signIn: Pick<Handlers, SignIns> = {
  async 'desk.signIn'({ account, password, code, label }, ctx) {
    await limit('desk.signIn anybody', ctx.address, ctx)
    const device = ctx.device ?? refuse('device-missing')
    const found = await officialWith(account, ctx.store)
    // On a device of theirs nobody else's tries count: no stranger locks somebody out.
    if (await isKnown(found?.id ?? account, device, ctx.store)) await limit('desk.signIn', `${device} ${account}`, ctx)
    else {
      await limit('desk.signIn', `${ctx.address} ${account}`, ctx)
      await limit('desk.signIn account', account, ctx)
    }
    const right = await isPassword(password, found?.password, ctx.effort)
    if (!found || found.ended || !right) return refuse('sign-in-failed')
    if (found.demo && ctx.production) return refuse('demo-account')
    const asked = await checkCode(found, code, ctx)
    return asked ?? enter(found, 'password', label, ctx)
  },

  async 'desk.signInWeChat'({ code, label }, ctx) {
    await limit('desk.signIn anybody', ctx.address, ctx)
    const openid = await openidHere(code, ctx)
    const bound = await ctx.store.get<DeviceRecord>('devices', idOfWeChat(openid))
    const found = bound && (await ctx.store.get<OfficialRecord>('officials', bound.official))
    if (!found || !isActive(found, ctx.production)) return refuse('wechat-unbound')
    return enter(found, 'wechat', label, ctx)
  },

  async 'desk.signOut'(_, ctx) {
    if (ctx.here) await endSession(ctx.here.id, ctx.store)
    return {}
  },

  async 'desk.unlock'({ password }, ctx) {
    const { id = '' } = ctx.here ?? {}
    const found = (await ctx.store.get<SessionRecord>('sessions', id)) ?? refuse('signed-out')
    const official = await ctx.store.get<OfficialRecord>('officials', found.actor)
    // Counted before it is looked at: many at once are no more tries than one after the other.
    const version = await ctx.store.update('sessions', id, found.version, { inc: { tries: 1 } }).catch(atOnce)
    if (await isPassword(password, official?.password, ctx.effort)) {
      await ctx.store.update('sessions', id, version, { set: { seenAt: ctx.now.toISOString() }, unset: ['tries'] })
      return {}
    }
    if ((found.tries ?? 0) + 1 < UNLOCK_TRIES) return refuse('password-wrong')
    await endSession(id, ctx.store)
    return refuse('signed-out')
  },

  // That it was called is all: handle.ts notes it.
  'desk.here': async () => ({}),
}

const atOnce = (error: unknown): never => {
  if (error instanceof Conflict) return refuse('too-often')
  throw error
}

/** Who WeChat says is there: by itself in its cloud, elsewhere when asked with a code. */
export async function openidHere(code: string | undefined, { openid, wechat }: Context): Promise<string> {
  if (openid !== undefined) return openid || refuse('wechat-login')
  return code && wechat ? openidOf(code, wechat) : refuse('wechat-login')
}

/** In, on this device; or what the device waits for. */
export async function enter(
  official: StoredOfficial,
  by: SignedInBy,
  label: string,
  ctx: Context,
): Promise<Output<'desk.signInWeChat'>> {
  const device = ctx.device ?? refuse('device-missing')
  const { waits, mark } = await admit(official, device, label, ctx)
  if (waits) return { is: 'device', mark }
  const me = officialOf(official.id, official)
  const token = await begin(me, { device, by }, ctx)
  await refuseRenewed(official, token, ctx)
  return { is: 'in', token, official: officialView(me, ctx), lockMinutes: ctx.district.desk.lockMinutes }
}

/**
 * Sealing a password takes a while, and so does comparing one: who came in with what was taken away meanwhile is out again.
 * What is taken away after this ends the session, which is there by now.
 */
async function refuseRenewed({ id, freshAt }: StoredOfficial, token: string, ctx: Context): Promise<void> {
  const now = await ctx.store.get<OfficialRecord>('officials', id)
  if (now && isActive(now, ctx.production) && now.freshAt === freshAt) return
  await endSession(idOf('session', token), ctx.store)
  refuse('sign-in-failed')
}

type CodeAsked = Extract<Output<'desk.signIn'>, { is: 'code' | 'set-up' }>

/** Undefined when nothing more is to be asked for. A code counts once, however many send it at the same moment. */
async function checkCode(
  official: StoredOfficial,
  code: string | undefined,
  ctx: Context,
): Promise<CodeAsked | undefined> {
  const { codeKey, codeKeyNew } = official
  if (codeKey) {
    if (!code) return { is: 'code' }
    await countCode(official, codeKey, code, ctx)
    return undefined
  }
  if (!ctx.production || ctx.district.desk.codes !== 'always') return undefined
  if (!code || !codeKeyNew) return { is: 'set-up', ...(await offerCodes(official, ctx)) }
  await countCode(official, codeKeyNew, code, ctx)
  return undefined
}

/** A new key each time: one that somebody else has seen before is of no use to them. */
export async function offerCodes(
  { id, version, account }: StoredOfficial,
  ctx: Context,
): Promise<{ key: string; uri: string }> {
  const key = newKey(ctx.chance)
  await ctx.store.update('officials', id, version, { set: { codeKeyNew: key } })
  return { key, uri: uriOf(key, ctx.district.program.zh, account) }
}

/** Counts the code, and takes its key for theirs from now on. */
export async function countCode(official: StoredOfficial, key: string, code: string, ctx: Context): Promise<void> {
  const { id, version, codeKey, codeStep } = official
  await limit('desk.code', id, ctx, 'codes-many')
  const step = stepOf(key, code, ctx.now, key === codeKey ? codeStep : undefined)
  if (step === undefined) return refuse('code-wrong', {}, 'code')
  const unset = ['codeKeyNew']
  await ctx.store.update('officials', id, version, { set: { codeKey: key, codeStep: step }, unset }).catch((error) => {
    if (error instanceof Conflict) return refuse('code-wrong', {}, 'code')
    throw error
  })
}
