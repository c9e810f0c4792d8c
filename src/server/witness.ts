/** What of an official's doings is written down before it is shown or done: see audit.ts and chains.ts. */
import type { Action, contract, Input } from '@/contract'
import { REFUSALS } from '@/contract/refusals'
import type { Official } from '@/core/actor'
import { readNumber } from '@/core/number'
import { type AuditLine, append, doorOf } from './chains'
import type { Context } from './context'
import { Refused } from './refuse'
import type { OfficialRecord } from './session'

/** Actions that officials may call. A new one does not compile until it is said here what is written down of it. */
type OfficialAction = {
  [A in Action]: 'official' extends (typeof contract)[A]['who'][number] ? A : never
}[Action]
type Told = Pick<AuditLine, 'what' | 'about'>
/**
 * shown: written when it is ready, and before it goes out; so its line says as well whether it was refused. done: written
 * before anything is done; a refusal is one more line.
 */
type Watch<A extends Action> = { when: 'shown' | 'done'; tells: (input: Input<A>) => Told }

const nothing = (): Told => ({})
/** As it stands in the store, or not at all: what was typed may be anything. */
const ticket = (no: string): Told => {
  const about = readNumber(no)
  return about ? { about } : {}
}
const idIn = ({ id }: { id?: string }): Told => (id ? { about: id } : {})

/** What everybody may read, what belongs to nobody yet, and what a screen asks every few seconds. */
const OPEN_TO_ALL = {
  ...{ 'home.open': null, 'alerts.now': null, 'alerts.open': null, 'news.list': null, 'release.read': null },
  ...{ 'hotlines.open': null, 'services.open': null, 'about.open': null, 'issues.list': null, 'issues.open': null },
  ...{ 'search.find': null, 'weather.open': null, 'traffic.open': null, 'places.search': null },
  ...{ 'filing.open': null, 'filing.look': null, 'uploads.begin': null, 'uploads.receive': null },
  ...{ 'session.open': null, 'spots.list': null, 'spots.code': null, 'desk.changes': null },
}

const WATCHED: { [A in OfficialAction]: Watch<A> | null } = {
  ...OPEN_TO_ALL,
  // Written by `atDoor`, for whoever it may be.
  'desk.signIn': null,
  'desk.signOut': { when: 'done', tells: nothing },
  'desk.queue': { when: 'shown', tells: ({ queue }) => ({ what: queue }) },
  'desk.open': { when: 'shown', tells: ({ no }) => ticket(no) },
  'desk.file': { when: 'done', tells: ({ channel }) => ({ what: channel }) },
  'tickets.lookUp': { when: 'shown', tells: ({ no }) => ticket(no) },
  'tickets.act': { when: 'done', tells: ({ no, command }) => ({ ...ticket(no), what: command.do }) },
  'releases.list': { when: 'shown', tells: ({ list }) => ({ what: list }) },
  'releases.open': { when: 'shown', tells: idIn },
  'releases.write': { when: 'done', tells: idIn },
  'releases.act': { when: 'done', tells: ({ id, command }) => ({ about: id, what: command.do }) },
  'feeds.read': { when: 'done', tells: nothing },
  'spots.save': { when: 'done', tells: nothing },
  'spots.retire': { when: 'done', tells: idIn },
  'audit.list': {
    when: 'shown',
    tells: ({ about, official }) => ({
      ...(about ? ticket(about) : official && { about: official }),
      what: about ? 'ticket' : official ? 'official' : 'all',
    }),
  },
}

/** Does the work of an action, and writes down what has to be. What cannot be written down is neither shown nor done. */
export async function witnessed<T>(name: Action, input: unknown, ctx: Context, work: () => Promise<T>): Promise<T> {
  if (name === 'desk.signIn') return atDoor(name, input, ctx, work)
  const { caller } = ctx
  const watch = caller.role === 'official' ? watchOf(name) : null
  if (caller.role !== 'official' || !watch) return work()
  const write = (refused?: string) => writeDown(caller, name, watch.tells(input), ctx, refused)
  if (watch.when === 'done') await write()
  const result = await work().catch(async (error: unknown) => {
    if (isTurnedAway(error)) await write(error.reason)
    throw error
  })
  if (watch.when === 'shown') await write()
  return result
}

/** An official asks for what is for others alone. */
export async function turnedAway(name: Action, ctx: Context): Promise<void> {
  if (ctx.caller.role === 'official') await writeDown(ctx.caller, name, {}, ctx, 'not-allowed')
}

// The one place where an action and its watch cannot be matched by the compiler.
const watchOf = (name: string) => (WATCHED as Partial<Record<string, Watch<never> | null>>)[name] as Untyped | null
type Untyped = { when: 'shown' | 'done'; tells: (input: unknown) => Told }

const writeDown = ({ id }: Official, did: Action, told: Told, ctx: Context, refused?: string) =>
  append(id, { at: ctx.now.toISOString(), who: id, did, ...told, ...(refused && { refused }) }, ctx)

/** They asked for what they may not have, or for what is not there for them. */
const isTurnedAway = (error: unknown): error is Refused =>
  error instanceof Refused && ['forbidden', 'not-found'].includes(REFUSALS[error.reason].code)

/** Signing in, right or wrong, by the account that was named, where somebody has it: what else was typed may be a secret. */
async function atDoor<T>(did: Action, input: unknown, ctx: Context, work: () => Promise<T>): Promise<T> {
  const write = async (refused?: string) => {
    const who = await holderOf(input, ctx)
    const line = { at: ctx.now.toISOString(), who, did, ...(refused && { refused }) }
    await append(doorOf(who), line, ctx)
  }
  const result = await work().catch(async (error: unknown) => {
    if (isTurnedAway(error)) await write(error.reason)
    throw error
  })
  await write()
  return result
}

/** The id of the official whose account was typed; empty where nobody has it. */
async function holderOf(input: unknown, { store }: Context): Promise<string> {
  const account = typeof input === 'object' && input && 'account' in input ? input.account : undefined
  if (typeof account !== 'string') return ''
  const { items } = await store.find<OfficialRecord>('officials', { where: { account }, by: 'account', limit: 1 })
  return items[0]?.id ?? ''
}
