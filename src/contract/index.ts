/** The API on one page: name -> who may ask, what it takes, what it gives. */
import type { InferInput, InferOutput } from 'valibot'
import { account } from './account'
import { alerts } from './alerts'
import { ask } from './ask'
import { audit } from './audit'
import { blocks } from './blocks'
import { desk } from './desk'
import { duty } from './duty'
import { figures } from './figures'
import { filing } from './filing'
import { follows } from './follows'
import { groups } from './groups'
import { home } from './home'
import { inbox } from './inbox'
import { notices } from './notices'
import { offers } from './offers'
import { outside } from './outside'
import { people } from './people'
import type { Code } from './phoneRefusals'
import { phrases } from './phrases'
import { publishing } from './publishing'
import { push } from './push'
import { reading } from './reading'
import { reminders } from './reminders'
import { routing } from './routing'
import { session } from './session'
import { signIn } from './signIn'
import { spots } from './spots'
import { ticketCommands } from './ticketCommands'
import { ticketLines } from './ticketLines'
import { tickets } from './tickets'
import { timer } from './timer'
import { uploads } from './uploads'
import { wishes } from './wishes'

export const contract = {
  ...home,
  ...alerts,
  ...reading,
  ...ask,
  ...outside,
  ...tickets,
  ...ticketLines,
  ...ticketCommands,
  ...session,
  ...signIn,
  ...offers,
  ...account,
  ...desk,
  ...routing,
  ...phrases,
  ...people,
  ...figures,
  ...duty,
  ...reminders,
  ...audit,
  ...publishing,
  ...timer,
  ...push,
  ...uploads,
  ...filing,
  ...follows,
  ...groups,
  ...spots,
  ...notices,
  ...inbox,
  ...wishes,
  ...blocks,
}

export type Action = keyof typeof contract
/** What a client sends. */
export type Ask<A extends Action> = InferInput<(typeof contract)[A]['takes']>
/** What a handler gets. */
export type Input<A extends Action> = InferOutput<(typeof contract)[A]['takes']>
export type Output<A extends Action> = InferOutput<(typeof contract)[A]['gives']>

/** `reason` names one of contract/refusals, or of a newer server's. `message` is a sentence for the person, in their language; `field` names the part of the input that is wrong. */
export type Failure = { code: Code; reason: string; message: string; field?: string; trace?: string }
export type Answer<T> = { ok: true; data: T } | { ok: false; error: Failure }
export type Reply<A extends Action> = Answer<Output<A>>
