/** What of an official's doings is written down before it is shown or done: see audit.ts and chains.ts. */
import * as v from 'valibot'
import type { Action } from '@/contract'
import { REFUSALS } from '@/contract/refusals'
import type { Official } from '@/core/actor'
import { type AuditLine, append, doorOf } from './chains'
import type { Context } from './context'
import { Refused } from './refuse'
import type { OfficialRecord } from './session'
import { type Told, WATCHED, type Watch } from './watched'

/** Where somebody comes in: with a password, by WeChat, or let in by their phone. */
const DOORS: Action[] = ['desk.signIn', 'desk.signInWeChat', 'desk.collect']

/** Does the work of an action, and writes down what has to be. What cannot be written down is neither shown nor done. */
export async function witnessed<T>(name: Action, input: unknown, ctx: Context, work: () => Promise<T>): Promise<T> {
  if (DOORS.includes(name)) return atDoor(name, input, ctx, work)
  const { caller } = ctx
  const watch = caller.role === 'official' ? watchOf(name) : null
  if (caller.role !== 'official' || !watch) return work()
  const write = (refused?: string) => writeDown(caller, name, watch.tells(input), ctx, refused)
  if (watch.when === 'done' && !watch.goesOn?.(input)) await write()
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
type Untyped = { when: 'shown' | 'done'; tells: (input: unknown) => Told; goesOn?: (input: unknown) => boolean }

const writeDown = ({ id }: Official, did: Action, told: Told, ctx: Context, refused?: string) =>
  append(id, { at: ctx.now.toISOString(), who: id, did, ...told, ...(refused && { refused }) }, ctx)

/** They asked for what they may not have, or for what is not there for them. */
const isTurnedAway = (error: unknown): error is Refused =>
  error instanceof Refused && ['forbidden', 'not-found'].includes(REFUSALS[error.reason].code)

/**
 * Signing in, right or wrong, by the account that was named, where somebody has it: what else was typed may be a secret. With
 * what came of it: in, or what is still wanted.
 */
async function atDoor<T>(did: Action, input: unknown, ctx: Context, work: () => Promise<T>): Promise<T> {
  const write = async (who: string, told: Pick<AuditLine, 'what' | 'refused'>) =>
    append(doorOf(who), { at: ctx.now.toISOString(), who, did, ...told }, ctx)
  const result = await work().catch(async (error: unknown) => {
    if (isTurnedAway(error) && did !== 'desk.collect')
      await write(await holderOf(input, ctx), { refused: error.reason })
    throw error
  })
  const { is, official } = v.parse(Opened, result)
  // A computer asks every few seconds whether a phone has let it in.
  if (did !== 'desk.collect' || official) {
    await write(official?.id ?? (await holderOf(input, ctx)), is ? { what: is } : {})
  }
  return result
}

/** What the doors have in common. */
const Opened = v.object({
  is: v.exactOptional(v.string()),
  official: v.exactOptional(v.object({ id: v.string() })),
})

/** The id of the official whose account was typed; empty where nobody has it. */
async function holderOf(input: unknown, { store }: Context): Promise<string> {
  const account = typeof input === 'object' && input && 'account' in input ? input.account : undefined
  if (typeof account !== 'string') return ''
  const { items } = await store.find<OfficialRecord>('officials', { where: { account }, by: 'account', limit: 1 })
  return items[0]?.id ?? ''
}
