/** Sessions: who a token belongs to, where, and until when. */
import type { Actor, Citizen, Official } from '@/core/actor'
import type { Context } from './context'
import type { Handlers } from './handle'
import { idOf, newId } from './ids'
import { limit } from './limit'
import { isActive, type OfficialRecord, officialOf } from './officials'
import { Conflict, type Doc, MAX_PAGE, Missing, type Store, Unavailable, type WeChat } from './ports'
import { refuse } from './refuse'

export { enrol, type OfficialRecord, officialOf } from './officials'
export { sealPassword } from './passwords'

/**
 * `device`, `madeAt`, `seenAt`, `by` and `tries` are an official's: the session works on that device alone, locks when
 * nothing was done since `seenAt`, and is over after so many tries to unlock it.
 */
export type SessionRecord = {
  role: 'citizen' | 'official'
  actor: string
  expiresAt: string
  openid?: string
  device?: string
  madeAt?: string
  seenAt?: string
  by?: SignedInBy
  tries?: number
}
export type SignedInBy = NonNullable<Context['here']>['by']

const MINUTE = 60_000
const DAY = 24 * 3_600_000
/** A citizen's session is the device's only key to its tickets, so it lasts; an official's ends with the day's shift. */
const LIFETIME = { citizen: 400 * DAY, official: DAY / 2 }

export const session: Pick<Handlers, 'session.open'> = {
  async 'session.open'({ code }, ctx) {
    await limit('session.open', ctx.address, ctx)
    const who = code && ctx.wechat ? citizenOf(await openidOf(code, ctx.wechat)) : { id: `c_${newId(ctx.chance)}` }
    return { token: await begin({ role: 'citizen', ...who }, {}, ctx) }
  },
}

/** What a request brought: its token, and what its phone or computer says that it is. */
export type Brought = { token: string | undefined; device: string | undefined }
/** Long and random, so that none is guessed. */
const DEVICE = /^[\w-]{16,64}$/

/**
 * Who asks now, and from where. Unknown, expired and removed tokens are anyone, and so are those of another device;
 * duties are read afresh each time. While a session is locked its official is anyone too, with the session at hand.
 */
export async function whoAsks(
  { token, device: said }: Brought,
  { store, production, district }: Pick<Context, 'store' | 'production' | 'district'>,
  now: Date,
): Promise<Pick<Context, 'caller' | 'token' | 'device' | 'here'>> {
  const device = said && DEVICE.test(said) ? idOf('device', said) : undefined
  const anyone = { caller: { role: 'anyone' } satisfies Actor, ...(device && { device }) }
  const found = token ? await store.get<SessionRecord>('sessions', idOf('session', token)) : null
  if (!token || !found || found.expiresAt <= now.toISOString()) return anyone
  if (found.role === 'citizen') {
    return { ...anyone, token, caller: citizenWith(found.actor, found.openid) }
  }
  const official = await store.get<OfficialRecord>('officials', found.actor)
  if (!official || !isActive(official, production)) return anyone
  const { madeAt = '', seenAt = madeAt, by = 'password' } = found
  if (found.device !== device || madeAt < (official.freshAt ?? '')) return anyone
  const here = { id: found.id, version: found.version, seenAt, by }
  const isLocked = now.getTime() - Date.parse(seenAt) > district.desk.lockMinutes * MINUTE
  if (isLocked) return { ...anyone, token, here: { ...here, locked: true } }
  return { ...anyone, token, here, caller: officialOf(found.actor, official) }
}

/**
 * That somebody does something: the desk does not lock. One that has locked is opened by the password alone, whatever else is
 * asked for there. Written at most once a minute; nothing waits for it to succeed.
 */
export async function touch({ here, now, store }: Context): Promise<void> {
  if (!here || here.locked || now.getTime() - Date.parse(here.seenAt) < MINUTE) return
  await store
    .update('sessions', here.id, here.version, { set: { seenAt: now.toISOString() } })
    .catch((error: unknown) => {
      // Another call of theirs was first, or they have just signed out.
      if (!(error instanceof Conflict || error instanceof Missing)) throw error
    })
}

const citizenWith = (id: string, openid?: string): Citizen => ({ role: 'citizen', id, ...(openid && { openid }) })

/** The same person in the cloud and with a server of one's own; the id itself tells nobody the openid. */
export const citizenOf = (openid: string): Citizen => ({ role: 'citizen', id: idOf('citizen', openid), openid })

export async function openidOf(code: string, wechat: WeChat): Promise<string> {
  const reply = await wechat.code2session(code).catch((error: unknown) => {
    if (error instanceof Unavailable) return refuse('wechat-login')
    throw error
  })
  return reply.ok ? reply.value.openid : refuse('wechat-login')
}

/** Only the hash of a token is stored: who reads the database cannot sign in with it. */
export async function begin(
  actor: Citizen | Official,
  where: Pick<SessionRecord, 'device' | 'by'>,
  ctx: Context,
): Promise<string> {
  const { role, id } = actor
  const token = Buffer.from(ctx.chance.bytes(32)).toString('base64url')
  const now = ctx.now.toISOString()
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME[role]).toISOString()
  const openid = role === 'citizen' ? actor.openid : undefined
  const record: SessionRecord = {
    ...{ role, actor: id, expiresAt },
    ...(openid && { openid }),
    ...(role === 'official' && { ...where, madeAt: now, seenAt: now }),
  }
  await ctx.store.insert('sessions', idOf('session', token), record)
  return token
}

/** Whether a session holds, and its official may be here: what it allowed a moment ago it may not allow any more. */
export async function holds(id: string, { store, now, production }: Pick<Context, 'store' | 'now' | 'production'>) {
  const found = await store.get<SessionRecord>('sessions', id)
  if (!found || found.expiresAt <= now.toISOString()) return false
  const official = await store.get<OfficialRecord>('officials', found.actor)
  return official !== null && isActive(official, production) && (found.madeAt ?? '') >= (official.freshAt ?? '')
}

/** Ends one session; one that is gone is fine. */
export async function endSession(id: string, store: Store): Promise<void> {
  for (;;) {
    const found = await store.get<SessionRecord>('sessions', id)
    if (!found) return
    try {
      return await store.remove('sessions', id, found.version)
    } catch (error) {
      // It was being used at this moment.
      if (!(error instanceof Conflict || error instanceof Missing)) throw error
    }
  }
}

/** An official's sessions that have not ended. */
export async function sessionsOf(official: string, store: Store, now: Date): Promise<(SessionRecord & Doc)[]> {
  const where = { actor: official, expiresAt: { gt: now.toISOString() } }
  const { items } = await store.find<SessionRecord>('sessions', {
    where,
    by: 'expiresAt',
    dir: 'desc',
    limit: MAX_PAGE,
  })
  return items
}

/** Ends an official's sessions, or those chosen, however many there are. */
export async function endSessions(
  official: string,
  { store, now }: Pick<Context, 'store' | 'now'>,
  isMeant: (session: SessionRecord & Doc) => boolean = () => true,
): Promise<void> {
  for (;;) {
    const meant = (await sessionsOf(official, store, now)).filter(isMeant)
    if (!meant.length) return
    for (const { id } of meant) await endSession(id, store)
  }
}
