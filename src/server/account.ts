/** What officials see and set of their own account. */
import type { Output } from '@/contract'
import type { Context } from './context'
import { type DeviceRecord, deviceViews, idOfWeChat, removeDevice } from './devices'
import type { Handlers } from './handle'
import { limit } from './limit'
import { type OfficialRecord, officialOf, type StoredOfficial } from './officials'
import { isPassword, sealPassword } from './passwords'
import { Duplicate } from './ports'
import { refuse } from './refuse'
import { endSessions, sessionsOf } from './session'
import { countCode, offerCodes, openidHere } from './signIn'
import { officialView } from './views'

type Own =
  | 'account.open'
  | 'account.password'
  | 'account.codes'
  | 'account.confirmCodes'
  | 'account.bind'
  | 'account.removeDevice'
  | 'account.endSession'

export const account: Pick<Handlers, Own> = {
  'account.open': async (_, ctx) => view(ctx),

  async 'account.password'({ password, next }, ctx) {
    const me = await whoseIsRight(password, ctx)
    if (next === password || next === me.account) return refuse('password-same', {}, 'next')
    const patch = { set: { password: await sealPassword(next, ctx.effort) }, unset: ['given'] }
    await ctx.store.update('officials', me.id, me.version, patch)
    await endSessions(me.id, ctx, ({ id }) => id !== ctx.here?.id)
    return view(ctx)
  },

  'account.codes': async ({ password }, ctx) => offerCodes(await whoseIsRight(password, ctx), ctx),

  async 'account.confirmCodes'({ code }, ctx) {
    const me = await mine(ctx)
    if (!me.codeKeyNew) return refuse('code-wrong', {}, 'code')
    await countCode(me, me.codeKeyNew, code, ctx)
    return view(ctx)
  },

  async 'account.bind'({ code }, ctx) {
    const { id } = await mine(ctx)
    if (ctx.here?.by !== 'password') return refuse('sign-in-again')
    const at = ctx.now.toISOString()
    const bound: DeviceRecord = {
      ...{ official: id, kind: 'wechat', device: '', label: '', mark: '', at, seenAt: at },
    }
    await ctx.store.insert('devices', idOfWeChat(await openidHere(code, ctx)), bound).catch((error: unknown) => {
      if (error instanceof Duplicate) return refuse('wechat-taken')
      throw error
    })
    return view(ctx)
  },

  async 'account.removeDevice'({ device }, ctx) {
    await removeDevice(device, ctx, (await mine(ctx)).id)
    return view(ctx)
  },

  async 'account.endSession'({ session }, ctx) {
    const { id } = await mine(ctx)
    if (!(await sessionsOf(id, ctx.store, ctx.now)).some((one) => one.id === session)) return refuse('device-gone')
    await endSessions(id, ctx, (one) => one.id === session)
    return view(ctx)
  },
}

async function mine({ caller, store }: Context): Promise<StoredOfficial> {
  if (caller.role !== 'official') return refuse('not-allowed')
  return (await store.get<OfficialRecord>('officials', caller.id)) ?? refuse('signed-out')
}

/** Before what could lock its owner out, the password is asked for once more: somebody else may sit there. */
async function whoseIsRight(password: string, ctx: Context): Promise<StoredOfficial> {
  const me = await mine(ctx)
  await limit('desk.password', me.id, ctx)
  return (await isPassword(password, me.password, ctx.effort)) ? me : refuse('password-wrong', {}, 'password')
}

async function view(ctx: Context): Promise<Output<'account.open'>> {
  const { id, version, ...record } = await mine(ctx)
  return {
    me: officialView(officialOf(id, record), ctx),
    account: record.account,
    codes: Boolean(record.codeKey),
    given: record.given ?? false,
    binds: ctx.here?.by === 'password',
    admin: record.duties.includes('admin'),
    devices: await deviceViews(id, ctx),
  }
}
