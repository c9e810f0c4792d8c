/** What somebody did in the chat or with the account, out of what WeChat pushes about it. */
import * as v from 'valibot'
import * as s from '@/contract/shapes'
import type { Deed, Door } from '@/core/chat'
import { idOf } from '../ids'

/** `id` is the same for each try of the same push. `at`: when they did it. `deed`: what it lets us send. */
export type Heard = { door: Door; openid: string; id: string; at: string; deed?: Deed; says: Says }
/** `from`: what the button carried. `thing`: what a machine cannot read. `gone`: they no longer follow the account. */
export type Says =
  | { is: 'words'; words: string }
  | { is: 'entered'; from: string }
  | { is: 'followed' }
  | { is: 'gone' }
  | { is: 'thing'; thing: Thing }
export const THINGS = ['photo', 'voice', 'film', 'place', 'card', 'link'] as const
export type Thing = (typeof THINGS)[number]

/** Longer than anything that WeChat lets people write. */
const MOST_CHARACTERS = 3000

const Text = s.written()
const Pushed = v.object({
  FromUserName: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  CreateTime: v.pipe(
    v.union([v.pipe(v.string(), v.digits()), v.number()]),
    v.transform(Number),
    v.integer(),
    v.minValue(0),
  ),
  MsgType: v.string(),
  MsgId: v.exactOptional(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
  Event: v.optional(v.string(), ''),
  EventKey: v.optional(v.fallback(Text, ''), ''),
  Content: v.optional(v.fallback(Text, ''), ''),
  /** A line of a menu was tapped: which. */
  bizmsgmenuid: v.optional(
    v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim()), ''),
    '',
  ),
  Recognition: v.optional(v.fallback(Text, ''), ''),
  SessionFrom: v.optional(v.fallback(Text, ''), ''),
})
type Pushed = v.InferOutput<typeof Pushed>

/** Null when it is nothing that a person said to us. */
export function heardAt(door: Door, message: unknown, now: Date): Heard | null {
  const parsed = v.safeParse(Pushed, message)
  if (!parsed.success) return null
  const pushed = parsed.output
  const meant = pushed.MsgType === 'event' ? meantByEvent(pushed) : meantByMessage(pushed)
  // Their clock may be ahead of ours, and a number may be anything.
  const at = new Date(Math.min(now.getTime(), pushed.CreateTime * 1000)).toISOString()
  return meant && { door, openid: pushed.FromUserName, id: idOfPush(door, pushed), at, ...meant }
}

/** A message by its own number. An event has none: by whose it is, when it was, and what happened. */
function idOfPush(door: Door, { FromUserName, CreateTime, MsgId, Event, EventKey }: Pushed): string {
  if (MsgId) return idOf('push', door, FromUserName, MsgId)
  return idOf('push', door, FromUserName, String(CreateTime), Event, EventKey)
}

type Meant = Pick<Heard, 'says' | 'deed'>

const NUMBER = /^\d{1,2}(\.\d{1,2})*$/

function meantByMessage({ MsgType, Content, bizmsgmenuid, Recognition }: Pushed): Meant | null {
  const thing = THING_OF.get(MsgType)
  // What WeChat cannot pass on, such as a sticker, comes as a text of its own.
  if (MsgType === 'text' && UNSUPPORTED.test(Content)) return { deed: 'wrote', says: { is: 'thing', thing: 'card' } }
  if (MsgType === 'text') {
    const words = NUMBER.test(bizmsgmenuid) ? bizmsgmenuid : Content
    return { deed: 'wrote', says: { is: 'words', words: words.slice(0, MOST_CHARACTERS) } }
  }
  if (!thing) return null
  if (thing === 'voice' && Recognition) return { deed: 'wrote', says: { is: 'words', words: Recognition } }
  return { deed: 'wrote', says: { is: 'thing', thing } }
}

const UNSUPPORTED = /^【收到不支持的消息类型/u

const THING_OF = new Map<string, Thing>([
  ['image', 'photo'],
  ['voice', 'voice'],
  ['video', 'film'],
  ['shortvideo', 'film'],
  ['location', 'place'],
  ['miniprogrampage', 'card'],
  ['link', 'link'],
])

function meantByEvent({ Event, EventKey, SessionFrom }: Pushed): Meant | null {
  switch (Event.toLowerCase()) {
    case 'user_enter_tempsession':
      return { deed: 'entered', says: { is: 'entered', from: SessionFrom.slice(0, MOST_CHARACTERS) } }
    case 'subscribe':
    case 'scan':
      return { deed: 'touched', says: { is: 'followed' } }
    case 'click':
      return { deed: 'touched', says: { is: 'words', words: EventKey } }
    case 'unsubscribe':
      return { says: { is: 'gone' } }
    default:
      return null
  }
}
