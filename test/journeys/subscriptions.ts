/** Messages in WeChat as a person lives with them: they say yes on their phone, WeChat counts, and messages arrive. */
import type { District } from '@/core/district'
import type { NoticeForm } from '@/core/notice'
import { typeOfField } from '@/core/template'
import type { SubscribeMessage, WeChatReply } from '@/server/ports'
import { isAccepted } from '../template-limits'
import type { OpenTown } from './everywhere'
import { newKey, type Person } from './people'
import type { Town } from './town'
import { actedWeChat } from './wechat'

const FIELDS: NoticeForm['fields'] = [
  { name: 'character_string1', from: 'no' },
  { name: 'thing2', from: 'category' },
  { name: 'phrase3', from: 'status' },
  { name: 'time4', from: 'at' },
  { name: 'thing5', from: 'tip' },
]
const template = (id: string, lasting = false): NoticeForm => ({ template: id, lasting, fields: FIELDS })

/** Of what everybody may read. */
const PUBLIC: NoticeForm['fields'] = [
  { name: 'thing1', from: 'title' },
  { name: 'time4', from: 'at' },
  { name: 'thing5', from: 'tip' },
]
const publicly = (id: string, lasting = false): NoticeForm => ({ template: id, lasting, fields: PUBLIC })

/** A district with a template of its own for each kind of news: t-replied, t-asked, … */
export const ONE_TIME: District['notices'] = {
  answered: template('t-answered'),
  asked: template('t-asked'),
  replied: template('t-replied'),
  'lapses-soon': template('t-soon'),
  closed: template('t-closed'),
  news: template(''),
  alert: publicly('t-alert'),
  article: publicly('t-article'),
  issue: publicly('t-issue'),
}
/** A district with one lasting template for everything. */
export const LASTING: District['notices'] = {
  answered: template('t-all', true),
  asked: template('t-all', true),
  replied: template('t-all', true),
  'lapses-soon': template('t-all', true),
  closed: template('t-all', true),
  news: template('t-all', true),
  alert: publicly('t-alert', true),
  article: publicly('t-article', true),
  issue: publicly('t-issue', true),
}
/** One without any. */
const none = { template: '', lasting: false, fields: [] }
export const NONE: District['notices'] = {
  ...{ answered: none, asked: none, replied: none, 'lapses-soon': none, closed: none, news: none },
  ...{ alert: none, article: none, issue: none },
}

export type Subscribed<T extends Town = Town> = Awaited<ReturnType<typeof openSubscribed<T>>>

/** A town whose WeChat keeps its own count of who agreed to what, and refuses what WeChat would refuse. */
export async function openSubscribed<T extends Town>(
  openTown: OpenTown<T>,
  district: Partial<District> = { notices: ONE_TIME },
) {
  const wechat = actedWeChat()
  const town = await openTown({ wechat, district })
  const counts = new Map<string, number>()
  const received: SubscribeMessage[] = []
  const send = async (message: SubscribeMessage): Promise<WeChatReply> => {
    const wrong = Object.entries(message.data).find(([name, { value }]) => {
      const type = typeOfField(name)
      return !type || !isAccepted(type, value)
    })
    if (wrong) return { ok: false, errcode: 47003, errmsg: `argument invalid! data.${wrong[0]}.value invalid` }
    const who = `${message.touser} ${message.template_id}`
    const left = counts.get(who) ?? 0
    if (left < 1) return { ok: false, errcode: 43101, errmsg: 'user refuse to accept the msg' }
    counts.set(who, left - 1)
    received.push(message)
    return { ok: true, value: {} }
  }
  wechat.answers({ subscribeSend: send })
  const says = (person: Person, templates: string[], said: 'accept' | 'reject' | 'ban', key = newKey()) =>
    person.gets('notices.allow', { key, answers: templates.map((one) => ({ template: one, said })) })

  return {
    town,
    wechat,
    send,
    says,
    /** Says yes on the phone: WeChat counts it, and the phone tells the server. */
    async agrees(person: Person, openid: string, ...templates: string[]) {
      for (const one of templates) counts.set(`${openid} ${one}`, (counts.get(`${openid} ${one}`) ?? 0) + amountOf(one))
      await says(person, templates, 'accept')
    },
    /** In WeChat's settings, or by the number of its own count. */
    leaves(openid: string, one: string, left: number) {
      counts.set(`${openid} ${one}`, left)
    },
    /** What WeChat's server tells ours. */
    pushes: (message: object) => town.pushes({ MsgType: 'event', ...message }),
    /** Everything that arrived on phones since the last look, as one line each. */
    arrived: () => received.splice(0).map((message) => `${message.touser}: ${message.data.thing5?.value}`),
    received,
    asks: async (person: Person) => (await person.gets('filing.open', {})).notices,
    close: town.close,
  }
}

const LASTS = 1_000_000
const amountOf = (one: string) => (one === 't-all' ? LASTS : 1)

/** Wu’s complaint, which Li of the transport bureau handles; nobody has been told anything yet. */
export async function handledTicket(town: Town) {
  const wu = await town.wechatCitizen('code-of-wu')
  const { no } = await wu.files()
  const [wang, li] = [await town.official('wang'), await town.official('li')]
  await wang.dispatches(no, 'transport')
  await li.takes(no)
  return { wu, no, wang, li }
}
