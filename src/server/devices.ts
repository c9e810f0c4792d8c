/** The phones and computers of officials, and the WeChat that vouches for one. */
import type { DeviceView } from '@/contract/account'
import type { Context } from './context'
import { idOf } from './ids'
import { type OfficialRecord, officialsOf, type StoredOfficial } from './officials'
import { Conflict, type Doc, Duplicate, MAX_PAGE, Missing, type Store } from './ports'
import { refuse } from './refuse'
import { endSessions, type SessionRecord, sessionsOf } from './session'

/**
 * Of one official on one device, or by one WeChat. `mark`: four digits by which they name it to an admin. `waits`: nobody has
 * let it in yet.
 */
export type DeviceRecord = {
  official: string
  kind: 'device' | 'wechat'
  device: string
  label: string
  mark: string
  at: string
  seenAt: string
  waits?: true
}

const idFor = (official: string, device: string): string => idOf('device', official, device)
export const idOfWeChat = (openid: string): string => idOf('wechat', openid)

/** Whether this official has been let in on this device before. */
export async function isKnown(official: string, device: string, store: Store): Promise<boolean> {
  const found = await store.get<DeviceRecord>('devices', idFor(official, device))
  return found !== null && !found.waits
}

/** The device as it is known from now on. One that waits lets nobody in. */
export async function admit(
  official: StoredOfficial,
  device: string,
  label: string,
  ctx: Context,
): Promise<DeviceRecord> {
  const { store, now } = ctx
  const id = idFor(official.id, device)
  const asked = ctx.district.desk.devices === 'approved'
  const found = await store.get<DeviceRecord>('devices', id)
  const seen = { label, seenAt: now.toISOString() }
  if (found) {
    const unset = found.waits && !asked ? ['waits'] : []
    await store.update('devices', id, found.version, { set: seen, unset }).catch(sameMoment)
    const { waits, ...known } = found
    return { ...known, ...(waits && asked && { waits }) }
  }
  const waits = asked && !(await isFirst(official, ctx)) && !(await isNext(official.id, ctx))
  const fresh: DeviceRecord = {
    ...{ official: official.id, kind: 'device', device, mark: newMark(ctx), at: now.toISOString(), ...seen },
    ...(waits && { waits }),
  }
  await store.insert('devices', id, fresh).catch(sameMoment)
  return fresh
}

function sameMoment(error: unknown): void {
  if (!(error instanceof Conflict || error instanceof Duplicate || error instanceof Missing)) throw error
}

/** Somebody must be able to let the others in: an admin, as long as no admin is on any device. */
async function isFirst({ duties }: StoredOfficial, ctx: Context): Promise<boolean> {
  if (!duties.includes('admin')) return false
  for (const one of await officialsOf(ctx)) {
    if (!one.duties.includes('admin')) continue
    const theirs = await devicesOf(one.id, ctx.store)
    if (theirs.some(({ kind, waits }) => kind === 'device' && !waits)) return false
  }
  return true
}

/** Once: whoever has it was given a password from the server's own shell. */
async function isNext(id: string, { store }: Context): Promise<boolean> {
  const official = await store.get<OfficialRecord>('officials', id)
  if (!official?.nextDevice) return false
  return store.update('officials', id, official.version, { unset: ['nextDevice'] }).then(
    () => true,
    (error: unknown) => {
      sameMoment(error)
      return false
    },
  )
}

const newMark = ({ chance }: Context): string =>
  String(Buffer.from(chance.bytes(4)).readUInt32BE() % 10_000).padStart(4, '0')

export async function devicesOf(official: string, store: Store): Promise<(DeviceRecord & Doc)[]> {
  const where = { official }
  return (await store.find<DeviceRecord>('devices', { where, by: 'at', dir: 'desc', limit: MAX_PAGE })).items
}

/** Devices with their sessions. `here`: that of the one who looks. */
export async function deviceViews(official: string, ctx: Context): Promise<DeviceView[]> {
  const [devices, sessions] = await Promise.all([
    devicesOf(official, ctx.store),
    sessionsOf(official, ctx.store, ctx.now),
  ])
  return devices.map(({ id, device, waits, kind, label, mark, at, seenAt }) => ({
    ...{ id, kind, label, mark, at, seenAt },
    waits: waits ?? false,
    here: isHere(official, device, ctx),
    sessions: sessions.filter((one) => kind === 'device' && one.device === device).map((one) => sessionView(one, ctx)),
  }))
}

const isHere = (official: string, device: string, { caller, device: here }: Context): boolean =>
  caller.role === 'official' && caller.id === official && device === here

const sessionView = ({ id, madeAt, seenAt, by, expiresAt }: SessionRecord & Doc, ctx: Context) => ({
  ...{ id, since: madeAt ?? expiresAt, seenAt: seenAt ?? expiresAt, by: by ?? ('password' as const) },
  here: id === ctx.here?.id,
})

/** Removes a device and ends what is open on it, at once. `whose`: refused where it is somebody else's. */
export async function removeDevice(id: string, ctx: Context, whose?: string): Promise<string> {
  const found = await ctx.store.get<DeviceRecord>('devices', id)
  if (!found || (whose && found.official !== whose)) return refuse('device-gone')
  await ctx.store.remove('devices', id, found.version).catch(sameMoment)
  // Who came in by a WeChat that vouches no more is out, wherever that was.
  await endSessions(found.official, ctx, ({ device, by }) =>
    found.kind === 'wechat' ? by === 'wechat' : device === found.device,
  )
  return found.official
}

/** Lets a device in. */
export async function letIn(id: string, { store }: Context): Promise<string> {
  const found = await store.get<DeviceRecord>('devices', id)
  if (!found) return refuse('device-gone')
  await store.update('devices', id, found.version, { unset: ['waits'] })
  return found.official
}
