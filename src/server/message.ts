/** Sends one notice to the asker of a ticket, in WeChat. */
import type { Lang } from '@/contract/phoneRefusals'
import type { NoticeForm, OwnNotice, Source } from '@/core/notice'
import type { Status } from '@/core/status'
import { fieldValue, typeOfField } from '@/core/template'
import type { Ticket } from '@/core/ticket'
import type { Context } from './context'
import { deliver, type Filled } from './delivery'
import type { Outcome } from './errands'
import { many, STATUS_WORDS, TIPS } from './noticeWords'
import type { SubscribeMessage } from './ports'
import type { Entry, TicketRecord } from './records'
import { categoryOf, unitOf } from './views'

/**
 * What a notice remembers: how things stood when it was written; of people nothing. `at` is when it happened, or for
 * `lapses-soon` when the time is over. `entry`: the line of history it is about. `mark` is that of its letter.
 */
export type Notice = {
  kind: 'notice'
  notice: OwnNotice
  mark: string
  no: string
  at: string
  status: Status
  unit: string
  entry?: string
  /** Said instead of the kind's own sentence. */
  tip?: 'foretell'
}

/** Nothing is sent that is not true any more. */
export async function runNotice(errand: Notice, ctx: Context): Promise<Outcome> {
  const { notice, mark, no } = errand
  const ticket = await ctx.store.get<TicketRecord>('tickets', no)
  if (!ticket) return 'done'
  // They have spoken in the meantime.
  if (notice === 'lapses-soon' && ticket.lapsesAt !== errand.at) return 'done'
  const awaited = () => isAwaited(errand, ctx)
  const fill = (count: number) => filledWith(errand, ticket, count, ctx)
  return deliver({ who: ticket.askerId, notice, letter: mark, awaited, fill }, ctx)
}

/** Whether the last to speak before this line was the asker. */
async function isAwaited({ entry, no, notice }: Notice, { store }: Context): Promise<boolean> {
  const line = notice === 'replied' && entry ? await store.get<Entry>('entries', entry) : null
  if (!line) return false
  const where = { no, seq: { lt: line.seq } }
  const { items } = await store.find<Entry>('entries', { where, by: 'seq', dir: 'desc', limit: LOOKS_BACK })
  return items.find((one) => one.public && one.by.role !== 'system')?.by.role === 'citizen'
}
const LOOKS_BACK = 5

async function filledWith(errand: Notice, ticket: Ticket, count: number, ctx: Context): Promise<Filled> {
  const data = await fieldsOf(errand, ticket, count, ctx)
  if ('unfit' in data) return data
  const page = count > 1 ? INBOX : `pages/ticket/index?no=${encodeURIComponent(ticket.no)}`
  return { message: { page, data: data.fields, ...formOf(ticket.lang, ctx) } }
}

export const INBOX = 'pages/inbox/index'

export const formOf = (lang: Lang, { production }: Context): Pick<SubscribeMessage, 'miniprogram_state' | 'lang'> => ({
  miniprogram_state: production ? 'formal' : 'trial',
  lang: lang === 'zh' ? 'zh_CN' : 'en_US',
})

type Fields = { fields: SubscribeMessage['data'] } | { unfit: string }

/** The values of the template's fields, or the name of the first for which there is none. */
async function fieldsOf(errand: Notice, ticket: Ticket, count: number, ctx: Context): Promise<Fields> {
  const form = ctx.district.notices[errand.notice]
  const words = await wordsOf(form, errand, ctx)
  const fields: SubscribeMessage['data'] = {}
  for (const { name, from } of form.fields) {
    const value = valueIn(name, from, { errand, ticket, words, count, ctx })
    if (value === null) return { unfit: name }
    fields[name] = { value }
  }
  return { fields }
}

type About = { errand: Notice; ticket: Ticket; words: string | undefined; count: number; ctx: Context }

function valueIn(name: string, from: Source, about: About): string | null {
  const type = typeOfField(name)
  if (!type) return null
  // A phrase is Chinese whatever the person speaks.
  const lang: Lang = type === 'phrase' ? 'zh' : about.ticket.lang
  const tip = about.count > 1 ? many(about.count)[lang] : TIPS[about.errand.tip ?? about.errand.notice][lang]
  return fieldValue(type, SAY[from](about, lang) ?? tip) ?? (from === 'words' ? fieldValue(type, tip) : null)
}

const SAY: Record<Source, (about: About, lang: Lang) => string | undefined> = {
  no: ({ ticket }) => ticket.no,
  category: ({ ticket, ctx }, lang) => categoryOf(ticket.category, ctx.district).name[lang],
  status: ({ errand }, lang) => STATUS_WORDS[errand.status][lang],
  unit: ({ errand, ctx }, lang) => unitOf(errand.unit, ctx.district).name[lang],
  at: ({ errand }) => errand.at,
  words: ({ words, count }) => (count > 1 ? undefined : words),
  tip: () => undefined,
  title: () => undefined,
}

/** What the official wrote, where the district shows it. */
async function wordsOf({ fields }: NoticeForm, { entry }: Notice, { store }: Context): Promise<string | undefined> {
  if (!entry || !fields.some(({ from }) => from === 'words')) return undefined
  return (await store.get<Entry>('entries', entry))?.text
}
