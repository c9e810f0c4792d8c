/**
 * What WeChat pushes about leave to send messages: somebody answered its question, took leave back in its settings, or
 * was or was not reached. Credits are counted where the phone reports them (notices.allow), never here: each "yes" of
 * the question would count twice.
 */
import * as v from 'valibot'
import type { Input } from '@/contract'
import type { Context } from './context'
import { accepted, change, type GrantRecord, NO_LEAVE, noGrant, refused, templatesOf, withdrawn } from './grants'
import { citizenOf } from './session'

const Item = v.object({
  TemplateId: v.string(),
  SubscribeStatusString: v.exactOptional(v.string()),
  ErrorCode: v.exactOptional(v.union([v.number(), v.pipe(v.string(), v.transform(Number))])),
})
type Item = v.InferOutput<typeof Item>
/** WeChat sends one as an object and several as an array. */
const Items = v.union([
  v.array(Item),
  v.pipe(
    Item,
    v.transform((item) => [item]),
  ),
])
/** As JSON they lie in `List` or under the event's own name, in the shape of XML in both. */
const Lists = v.union([
  v.pipe(
    v.object({ List: Items }),
    v.transform(({ List }) => List),
  ),
  Items,
])
const Sender = v.object({ FromUserName: v.pipe(v.string(), v.minLength(1)) })

type Heard = { item: Item; who: string; grant: GrantRecord | undefined; openid: string; ctx: Context }

const HEARD = new Map<string, { under: string; hear: (heard: Heard) => GrantRecord | null }>([
  ['subscribe_msg_popup_event', { under: 'SubscribeMsgPopupEvent', hear: hearAnswer }],
  ['subscribe_msg_change_event', { under: 'SubscribeMsgChangeEvent', hear: hearChange }],
  ['subscribe_msg_sent_event', { under: 'SubscribeMsgSentEvent', hear: hearSent }],
])

/** Takes what it understands; unknown templates and people are forgotten. The same push again changes nothing more. */
export async function hearConsent(message: Input<'push.receive'>, ctx: Context): Promise<void> {
  const event = HEARD.get(message.Event ?? '')
  const sender = v.safeParse(Sender, message)
  if (!event || !sender.success) return
  const list = v.safeParse(Lists, message[event.under] ?? message.List)
  if (!list.success) return
  const openid = sender.output.FromUserName
  const { id } = citizenOf(openid)
  for (const item of list.output) {
    if (!formOf(item, ctx)) continue
    await change(id, item.TemplateId, ctx.store, (grant) => event.hear({ item, who: id, grant, openid, ctx }))
  }
}

const formOf = ({ TemplateId }: Item, ctx: Context) => templatesOf(ctx).find(({ template }) => template === TemplateId)

function hearAnswer({ item, who, grant, openid, ctx }: Heard): GrantRecord | null {
  const form = formOf(item, ctx)
  const theirs = grant ?? noGrant({ who, template: item.TemplateId, openid })
  if (item.SubscribeStatusString === 'reject') return refused(theirs, ctx)
  return item.SubscribeStatusString === 'accept' && form?.lasting ? accepted(theirs, form) : null
}

/** WeChat tells only of refusals. */
function hearChange({ item, grant, ctx }: Heard): GrantRecord | null {
  return grant && item.SubscribeStatusString === 'reject' ? withdrawn(grant, ctx) : null
}

function hearSent({ item: { ErrorCode = 0 }, grant, ctx }: Heard): GrantRecord | null {
  if (ErrorCode === 0) return null
  ctx.log.info('notice not delivered', { errcode: ErrorCode })
  return grant && ErrorCode === NO_LEAVE ? withdrawn(grant, ctx) : null
}
