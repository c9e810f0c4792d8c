/** Sends one notice to the asker of a ticket, in WeChat. */
import type { Lang } from '@/contract/phoneRefusals'
import type { NoticeForm, NoticeKind, Source } from '@/core/notice'
import type { Status } from '@/core/status'
import { fieldValue, typeOfField } from '@/core/template'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'
import type { Outcome } from './errands'
import { NO_LEAVE, settle, takeCredit } from './grants'
import { STATUS_WORDS, TIPS } from './noticeWords'
import type { SubscribeMessage, WeChatReply } from './ports'
import type { Entry, TicketRecord } from './records'
import { categoryOf, unitOf } from './views'

/**
 * What a notice remembers: how things stood when it was written; of people nothing. `at` is when it happened, or for
 * `lapses-soon` when the time is over. `entry`: the line of history it is about. `mark` tells it from all others.
 */
export type Notice = {
  kind: 'notice'
  notice: NoticeKind
  mark: string
  no: string
  at: string
  status: Status
  unit: string
  entry?: string
  /** Said instead of the kind's own sentence. */
  tip?: 'foretell'
}

/** WeChat is busy, or the day's messages are used up. */
const LATER = [-1, 45009]

/**
 * At least once: what is cut off between taking the credit and hearing WeChat's answer is sent again on the same
 * credit. Where it had been sent already, WeChat refuses the second of a one-time template, unless the person has more;
 * then, and with a lasting template, the same news comes twice. Never lost, save when nobody answers for two hours.
 */
export async function runNotice(errand: Notice, ctx: Context): Promise<Outcome> {
  const { notice, mark, no } = errand
  const { template } = ctx.district.notices[notice]
  const ticket = await ctx.store.get<TicketRecord>('tickets', no)
  if (!ctx.wechat || !template || !ticket) return 'done'
  // They have spoken in the meantime.
  if (notice === 'lapses-soon' && ticket.lapsesAt !== errand.at) return 'done'
  const data = await fieldsOf(errand, ticket, ctx)
  if ('unfit' in data) return refusedBy(notice, { field: data.unfit }, ctx)
  const touser = await takeCredit(ticket.askerId, template, mark, ctx)
  if (!touser) return 'done'
  const settled = (how: Parameters<typeof settle>[3]) => settle(ticket.askerId, template, mark, how, ctx)
  const reply = await ctx.wechat.subscribeSend(messageTo(touser, template, data.fields, ticket, ctx)).catch(giveBack)
  if (reply.ok) {
    await settled('spent')
    return 'done'
  }
  await settled(reply.errcode === NO_LEAVE ? 'withdrawn' : 'back')
  if (reply.errcode === NO_LEAVE) return 'drop'
  return LATER.includes(reply.errcode) ? 'again' : refusedBy(notice, fieldNamed(reply), ctx)

  async function giveBack(error: unknown): Promise<never> {
    await settled('back')
    throw error
  }
}

function messageTo(
  touser: string,
  template_id: string,
  data: SubscribeMessage['data'],
  { no, lang }: Ticket,
  { production }: Context,
): SubscribeMessage {
  return {
    touser,
    template_id,
    page: `pages/ticket/index?no=${encodeURIComponent(no)}`,
    data,
    miniprogram_state: production ? 'formal' : 'trial',
    lang: lang === 'zh' ? 'zh_CN' : 'en_US',
  }
}

/** The district's templates do not fit, or the mini program is not as WeChat knows it: somebody has to look. */
function refusedBy(notice: NoticeKind, why: { errcode?: number; field?: string }, { log }: Context): Outcome {
  log.error('notice refused', new Error('refused'), { notice, ...why })
  return 'drop'
}

/** Of what WeChat says only the number, and the field that it names: the rest may hold anything. */
function fieldNamed({ errcode, errmsg }: Extract<WeChatReply, { ok: false }>): { errcode: number; field?: string } {
  const [, field] = /\bdata\.([a-z_]{1,20}\d{1,3})\b/.exec(errmsg) ?? []
  return { errcode, ...(field && { field }) }
}

type Fields = { fields: SubscribeMessage['data'] } | { unfit: string }

/** The values of the template's fields, or the name of the first for which there is none. */
async function fieldsOf(errand: Notice, ticket: Ticket, ctx: Context): Promise<Fields> {
  const form = ctx.district.notices[errand.notice]
  const words = await wordsOf(form, errand, ctx)
  const fields: SubscribeMessage['data'] = {}
  for (const { name, from } of form.fields) {
    const value = valueIn(name, from, { errand, ticket, words, ctx })
    if (value === null) return { unfit: name }
    fields[name] = { value }
  }
  return { fields }
}

type About = { errand: Notice; ticket: Ticket; words: string | undefined; ctx: Context }

function valueIn(name: string, from: Source, about: About): string | null {
  const type = typeOfField(name)
  if (!type) return null
  // A phrase is Chinese whatever the person speaks.
  const lang: Lang = type === 'phrase' ? 'zh' : about.ticket.lang
  const tip = TIPS[about.errand.tip ?? about.errand.notice][lang]
  return fieldValue(type, SAY[from](about, lang) ?? tip) ?? (from === 'words' ? fieldValue(type, tip) : null)
}

const SAY: Record<Source, (about: About, lang: Lang) => string | undefined> = {
  no: ({ ticket }) => ticket.no,
  category: ({ ticket, ctx }, lang) => categoryOf(ticket.category, ctx.district).name[lang],
  status: ({ errand }, lang) => STATUS_WORDS[errand.status][lang],
  unit: ({ errand, ctx }, lang) => unitOf(errand.unit, ctx.district).name[lang],
  at: ({ errand }) => errand.at,
  words: ({ words }) => words,
  tip: () => undefined,
}

/** What the official wrote, where the district shows it. */
async function wordsOf({ fields }: NoticeForm, { entry }: Notice, { store }: Context): Promise<string | undefined> {
  if (!entry || !fields.some(({ from }) => from === 'words')) return undefined
  return (await store.get<Entry>('entries', entry))?.text
}
