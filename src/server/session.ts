import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Actor, Citizen, Duty, Official } from '@/core/actor'
import type { Context } from './context'
import type { Handlers } from './handle'
import { idOf, newId } from './ids'
import { limit } from './limit'
import { Duplicate, type Store, Unavailable, type WeChat } from './ports'
import { refuse } from './refuse'
import { officialView } from './views'

/** An official as stored. `demo` accounts exist for trying out and are refused in production. */
export type OfficialRecord = {
  account: string
  name: string
  unit: string
  duties: Duty[]
  password: string
  demo?: true
}
type SessionRecord = { role: 'citizen' | 'official'; actor: string; expiresAt: string; openid?: string }

const DAY = 24 * 3_600_000
/** A citizen's session is the device's only key to its tickets, so it lasts; an official's ends with the day's shift. */
const LIFETIME = { citizen: 400 * DAY, official: DAY / 2 }

export const session: Pick<Handlers, 'session.open' | 'desk.signIn' | 'desk.signOut'> = {
  async 'session.open'({ code }, ctx) {
    await limit('session.open', ctx.address, ctx)
    const who = code && ctx.wechat ? citizenOf(await openidOf(code, ctx.wechat)) : { id: `c_${newId(ctx.chance)}` }
    return { token: await begin({ role: 'citizen', ...who }, ctx) }
  },

  async 'desk.signIn'({ account, password }, ctx) {
    await limit('desk.signIn anybody', ctx.address, ctx)
    await limit('desk.signIn', `${ctx.address} ${account}`, ctx)
    const { items } = await ctx.store.find<OfficialRecord>('officials', { where: { account }, by: 'account', limit: 1 })
    const [found] = items
    const right = await isPassword(password, found?.password ?? NOBODY)
    if (!found || !right) return refuse('sign-in-failed')
    if (found.demo && ctx.production) return refuse('demo-account')
    const token = await begin(officialOf(found.id, found), ctx)
    return { token, official: officialView(officialOf(found.id, found), ctx) }
  },

  async 'desk.signOut'(_, ctx) {
    if (ctx.token) await end(ctx.token, ctx.store)
    return {}
  },
}

/** Who a token belongs to now. Unknown, expired and removed tokens are anyone; duties are read afresh each time. */
export async function actorOf(token: string | undefined, store: Store, now: Date, production: boolean): Promise<Actor> {
  if (!token) return { role: 'anyone' }
  const found = await store.get<SessionRecord>('sessions', idOf('session', token))
  if (!found || found.expiresAt <= now.toISOString()) return { role: 'anyone' }
  if (found.role === 'citizen') {
    return { role: 'citizen', id: found.actor, ...(found.openid && { openid: found.openid }) }
  }
  const official = await store.get<OfficialRecord>('officials', found.actor)
  if (!official || (official.demo && production)) return { role: 'anyone' }
  return officialOf(found.actor, official)
}

export const officialOf = (id: string, { name, unit, duties }: OfficialRecord): Official => ({
  role: 'official',
  id,
  name,
  unit,
  duties,
})

/** The same person in the cloud and with a server of one's own; the id itself tells nobody the openid. */
export const citizenOf = (openid: string): Citizen => ({ role: 'citizen', id: idOf('citizen', openid), openid })

async function openidOf(code: string, wechat: WeChat): Promise<string> {
  const reply = await wechat.code2session(code).catch((error: unknown) => {
    if (error instanceof Unavailable) return refuse('wechat-login')
    throw error
  })
  return reply.ok ? reply.value.openid : refuse('wechat-login')
}

/** Only the hash of a token is stored: who reads the database cannot sign in with it. */
async function begin(actor: Citizen | Official, ctx: Context): Promise<string> {
  const { role, id } = actor
  const token = Buffer.from(ctx.chance.bytes(32)).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME[role]).toISOString()
  const openid = role === 'citizen' ? actor.openid : undefined
  const record: SessionRecord = { role, actor: id, expiresAt, ...(openid && { openid }) }
  await ctx.store.insert('sessions', idOf('session', token), record)
  return token
}

async function end(token: string, store: Store): Promise<void> {
  const found = await store.get<SessionRecord>('sessions', idOf('session', token))
  if (found) await store.remove('sessions', found.id, found.version)
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** A password as it is stored: salt and scrypt key (N = 16384, r = 8, p = 1), base64url. */
export async function sealPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(password, salt, 32)).toString('base64url')}`
}

/** An unknown account costs as much time as a wrong password, so that accounts cannot be found by the clock. */
const NOBODY = `${Buffer.alloc(16).toString('base64url')}.${createHash('sha256').update('nobody').digest('base64url')}`

async function isPassword(password: string, sealed: string): Promise<boolean> {
  const [salt = '', key = ''] = sealed.split('.')
  const wanted = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), wanted.length)
  return timingSafeEqual(given, wanted)
}

/** Puts an official into the store once; an account that is there stays as it is. */
export async function enrol(id: string, record: OfficialRecord, store: Store): Promise<void> {
  await store.insert('officials', id, record).catch((error: unknown) => {
    if (!(error instanceof Duplicate)) throw error
  })
}
