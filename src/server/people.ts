/** The officials and what they sign in with, as admins manage them. */
import type { PersonView } from '@/contract/people'
import { hasDuty } from '@/core/actor'
import type { Context } from './context'
import { type DeviceRecord, deviceViews, letIn, removeDevice } from './devices'
import { sendOn } from './errands'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { type OfficialRecord, officialsOf, type StoredOfficial } from './officials'
import { newPassword, sealPassword } from './passwords'
import { Conflict, type Doc, Duplicate, Missing, type Patch } from './ports'
import { refuse } from './refuse'
import { endSessions } from './session'
import { unitOf } from './views'

type Managing =
  | 'people.list'
  | 'people.open'
  | 'people.add'
  | 'people.change'
  | 'people.renew'
  | 'people.end'
  | 'people.letIn'
  | 'people.removeDevice'
  | 'people.endSession'

const A_PAGE = 20

export const people: Pick<Handlers, Managing> = {
  async 'people.list'({ unit, after }, ctx) {
    onlyAdmins(ctx)
    const { items, next } = await ctx.store.find<OfficialRecord>('officials', {
      ...(unit && { where: { unit } }),
      by: 'account',
      dir: 'asc',
      limit: A_PAGE,
      ...(after && { after }),
    })
    const units = ctx.district.units.map(({ id, name }) => ({ id, name }))
    const waiting = after ? [] : await waitingDevices(ctx)
    return { items: items.map((one) => personView(one, ctx)), ...(next && { next }), waiting, units }
  },

  async 'people.open'({ id }, ctx) {
    onlyAdmins(ctx)
    return opened(id, ctx)
  },

  async 'people.add'({ account, name, unit, duties }, ctx) {
    onlyAdmins(ctx)
    knownUnit(unit, ctx)
    const password = newPassword(ctx.chance)
    const record: OfficialRecord = {
      ...{ account, name, unit, duties, password: await sealPassword(password, ctx.effort), given: true },
    }
    const person = await ctx.store.insert('officials', `o_${account}`, record).catch((error: unknown) => {
      if (error instanceof Duplicate) return refuse('account-taken', {}, 'account')
      throw error
    })
    return { person: personView(person, ctx), password }
  },

  async 'people.change'({ id, version, name, unit, duties }, ctx) {
    const found = await oneOf(id, version, ctx)
    knownUnit(unit, ctx)
    if (isOneself(id, ctx) && (unit !== found.unit || duties.some((one) => !found.duties.includes(one))))
      refuse('own-duties')
    const stopsAnswering = found.duties.includes('answer') && !duties.includes('answer')
    const leaves = unit !== found.unit
    await save(found, { set: { name, unit, duties } }, { signsOut: leaves, handsBack: leaves || stopsAnswering }, ctx)
    return opened(id, ctx)
  },

  async 'people.renew'({ id, version }, ctx) {
    const found = await oneOf(id, version, ctx)
    // Somebody else may sit at their desk: their own password is changed with the old one.
    if (isOneself(id, ctx)) refuse('own-password')
    const password = newPassword(ctx.chance)
    const patch = { set: { password: await sealPassword(password, ctx.effort), given: true }, unset: CODES }
    await save(found, patch, { signsOut: true }, ctx)
    return { person: (await opened(id, ctx)).person, password }
  },

  async 'people.end'({ id, version }, ctx) {
    const found = await oneOf(id, version, ctx)
    const patch = { set: { ended: ctx.now.toISOString(), password: '' }, unset: CODES }
    await save(found, patch, { signsOut: true, handsBack: true }, ctx)
    for (const device of (await opened(id, ctx)).devices) await removeDevice(device.id, ctx, id)
    return opened(id, ctx)
  },

  async 'people.letIn'({ device }, ctx) {
    onlyAdmins(ctx)
    await letIn(device, ctx)
    return {}
  },

  async 'people.removeDevice'({ device }, ctx) {
    onlyAdmins(ctx)
    await removeDevice(device, ctx)
    return {}
  },

  async 'people.endSession'({ id, session }, ctx) {
    onlyAdmins(ctx)
    await endSessions(id, ctx, (one) => one.id === session)
    return {}
  },
}

const CODES = ['codeKey', 'codeStep', 'codeKeyNew']

function onlyAdmins({ caller }: Context): void {
  if (!hasDuty(caller, 'admin')) refuse('not-allowed')
}

const isOneself = (id: string, { caller }: Context): boolean => caller.role === 'official' && caller.id === id

function knownUnit(unit: string, { district }: Context): void {
  if (!district.units.some(({ id }) => id === unit)) refuse('unit-unknown', {}, 'unit')
}

/** One that is still as the admin saw it, and has not ended. */
async function oneOf(id: string, version: number, ctx: Context): Promise<StoredOfficial> {
  onlyAdmins(ctx)
  const found = (await ctx.store.get<OfficialRecord>('officials', id)) ?? refuse('official-missing')
  if (found.ended) return refuse('official-ended')
  return found.version === version ? found : refuse('official-changed')
}

type Consequences = { signsOut?: boolean; handsBack?: boolean }

/**
 * Writes a change with what follows from it: signed out everywhere in the same moment, tickets handed back by an errand. Of
 * two admins who take each other's duty at once, one is refused: both write down that the admins changed.
 */
async function save(found: StoredOfficial, { set, unset = [] }: Patch, what: Consequences, ctx: Context) {
  const { store, now } = ctx
  const patch = { set: { ...set, ...(what.signsOut && { freshAt: now.toISOString() }) }, unset }
  const admins = await store.get('settings', 'admins')
  if (isAdmin(found) && !isAdmin({ ...found, ...set }) && (await isLastAdmin(found.id, ctx))) refuse('last-admin')
  await store
    .tx(async (tx) => {
      await tx.update('officials', found.id, found.version, patch)
      if (isAdmin(found))
        await (admins
          ? tx.update('settings', 'admins', admins.version, COUNT)
          : tx.insert('settings', 'admins', { changes: 1 }))
      const errand = idOf('leave', found.id, String(found.version))
      if (what.handsBack) await sendOn(tx, errand, { kind: 'leave', official: found.id }, ctx)
    })
    .catch((error: unknown) => {
      if (error instanceof Conflict || error instanceof Duplicate || error instanceof Missing)
        refuse('official-changed')
      throw error
    })
  // They are over already, by `freshAt`; here they go from the lists.
  if (what.signsOut) await endSessions(found.id, ctx)
}
const COUNT: Patch = { inc: { changes: 1 } }

const isAdmin = ({ duties, ended }: OfficialRecord): boolean => !ended && duties.includes('admin')

async function isLastAdmin(id: string, ctx: Context): Promise<boolean> {
  return !(await officialsOf(ctx)).some((one) => one.id !== id && one.duties.includes('admin'))
}

async function opened(id: string, ctx: Context) {
  const found = (await ctx.store.get<OfficialRecord>('officials', id)) ?? refuse('official-missing')
  return { person: personView(found, ctx), devices: await deviceViews(id, ctx) }
}

function personView(found: OfficialRecord & Doc, { district }: Context): PersonView {
  const { id, version, account, name, unit, duties, codeKey, given, demo, ended } = found
  return {
    ...{ id, version, account, name, duties, unit: unitOf(unit, district) },
    codes: Boolean(codeKey),
    given: given ?? false,
    sample: demo ?? false,
    ...(ended && { ended }),
  }
}

async function waitingDevices(ctx: Context) {
  const where = { waits: true }
  const { items } = await ctx.store.find<DeviceRecord>('devices', { where, by: 'at', dir: 'desc', limit: A_PAGE })
  const whose = await Promise.all(items.map(({ official }) => ctx.store.get<OfficialRecord>('officials', official)))
  return items.flatMap(({ id, mark, label, at }, place) => {
    const official = whose[place]
    return official ? [{ id, mark, label, at, name: official.name, unit: unitOf(official.unit, ctx.district) }] : []
  })
}
