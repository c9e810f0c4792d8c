import * as v from 'valibot'
import { type Action, type Answer, contract, type Input, type Output } from '@/contract'
import { isReason, REFUSALS, type Reason, sentence } from '@/contract/refusals'
import { account } from './account'
import { ask } from './ask'
import { audit } from './audit'
import { blocks } from './blocks'
import type { Context } from './context'
import { desk } from './desk'
import { duty } from './duty'
import { feeds } from './feeds'
import { figures } from './figures'
import { filing } from './filing'
import { follows } from './follows'
import { notices } from './grants'
import { groups } from './groups'
import { home } from './home'
import { withHours } from './hours'
import { inbox } from './inbox'
import { issueFollows } from './issueFollows'
import { look } from './look'
import { offers } from './offers'
import { outside } from './outside'
import { people } from './people'
import { phrases } from './phrases'
import { places } from './places'
import { BadCursor, Conflict } from './ports'
import { push } from './push'
import { reading } from './reading'
import { Refused, refuse } from './refuse'
import { releases } from './releases'
import { reminders } from './reminders'
import { routing } from './routing'
import { session, touch } from './session'
import { signIn } from './signIn'
import { spots } from './spots'
import { tickets } from './tickets'
import { timer } from './timer'
import { uploads } from './uploads'
import { wishes } from './wishes'
import { turnedAway, witnessed } from './witness'

export type Handlers = { [A in Action]: (input: Input<A>, ctx: Context) => Promise<Output<A>> }
const handlers: Handlers = {
  ...home,
  ...reading,
  ...ask,
  ...outside,
  ...tickets,
  ...session,
  ...signIn,
  ...offers,
  ...account,
  ...desk,
  ...audit,
  ...figures,
  ...duty,
  ...reminders,
  ...people,
  ...routing,
  ...phrases,
  ...releases,
  ...feeds,
  ...timer,
  ...push,
  ...uploads,
  ...filing,
  ...look,
  ...places,
  ...follows,
  ...groups,
  ...issueFollows,
  ...spots,
  ...notices,
  ...inbox,
  ...wishes,
  ...blocks,
}

/** An official whose desk has locked may still open or leave it. */
const WHILE_LOCKED: Action[] = ['desk.unlock', 'desk.signOut']
/** What screens ask by themselves keeps no desk from locking; unlocking is noted where it succeeds. */
const UNNOTICED: Action[] = ['desk.changes', 'desk.unlock', 'desk.signOut']

/**
 * The one way in, for every host. Checks who asks and what they sent, runs the handler, and lets out only the fields
 * that the contract promises. Never throws: an error is a value with a sentence in the person's language.
 */
export async function handle(name: string, raw: unknown, ctx: Context): Promise<Answer<unknown>> {
  if (!isAction(name)) return refusal('unknown-action', ctx)
  const { who, takes, gives } = contract[name]
  const isLocked = ctx.here?.locked ?? false
  if (!who.some((role) => role === ctx.caller.role) && !(isLocked && WHILE_LOCKED.includes(name))) {
    return answering(ctx, name, async () => {
      await turnedAway(name, ctx)
      return refuse(isLocked ? 'locked' : ctx.caller.role === 'anyone' ? 'signed-out' : 'not-allowed')
    })
  }
  const input = v.safeParse(takes, raw)
  if (!input.success) return malformed(input.issues[0], ctx)
  return answering(ctx, name, async () => {
    // The one place where the name and its handler cannot be matched by the compiler.
    const run = handlers[name] as (input: unknown, ctx: Context) => Promise<unknown>
    if (!UNNOTICED.includes(name)) await touch(ctx)
    return witnessed(name, input.output, ctx, async () => v.parse(gives, await run(input.output, await withHours(ctx))))
  })
}

/** Runs work and turns what it throws into an error value; the cause of a failure goes to the log, never to the person. */
export async function answering<T>(ctx: Context, name: string, work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, data: await work() }
  } catch (error) {
    if (error instanceof Refused) return refusal(error.reason, ctx, error.names, error.field)
    if (error instanceof Conflict) return refusal('changed', ctx)
    if (error instanceof BadCursor) return refusal('malformed', ctx, {}, 'after')
    ctx.log.error('failed', error, { action: name })
    return refusal('broken', ctx)
  }
}

export const isAction = (name: string): name is Action => Object.hasOwn(contract, name)

type Refusal = Extract<Answer<never>, { ok: false }>

export function refusal(
  reason: Reason,
  { lang }: { lang: Context['lang'] },
  names: Record<string, string> = {},
  field?: string,
): Refusal {
  const error = { code: REFUSALS[reason].code, reason, message: sentence(reason, lang, names) }
  return { ok: false, error: field ? { ...error, field } : error }
}

function malformed(issue: v.BaseIssue<unknown>, ctx: Context): Refusal {
  const reason = isReason(issue.message) ? issue.message : 'malformed'
  return refusal(reason, ctx, {}, v.getDotPath(issue) ?? undefined)
}
