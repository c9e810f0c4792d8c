/**
 * WeChat's own server as a model in memory, behind both ways in: the cloud's wx.openApi (openapi.ts) and api.weixin.qq.com
 * (weixin-http.ts). From its HTTP documents; frequencies, daily quotas and texts that are too long are not modelled.
 */
import { randomUUID } from 'node:crypto'
import type { Verdict } from '@/server/ports'
import { type Fields, isFields } from './ejson'
import { fits } from './weixin-fields'
import { peopleOf } from './weixin-people'
import { Refused, refused } from './weixin-refusals'
import { tokensOf } from './weixin-tokens'
import { troubles } from './weixin-troubles'

/** `longTerm` ones are for public services: they do not use up credits. `listed` are the values of enum fields. */
export type Template = { fields: string[]; longTerm?: boolean; listed?: Record<string, string[]> }
export type Service =
  | 'jscode2session'
  | 'subscribeSend'
  | 'customSend'
  | 'msgSecCheck'
  | 'mediaCheckAsync'
  | 'unlimitedCode'
/** `text` where a trouble was ordered; `broken` when the connection breaks. */
export type Answer = { json: Fields } | { png: Buffer } | { text: string } | 'broken'
export type Weixin = ReturnType<typeof openWeixin>

const FINE: Verdict = { suggest: 'pass', label: 100 }
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/
/** The smallest PNG there is, for a code that nobody will scan. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** An empty WeChat for one mini program. `now` gives milliseconds. */
export function openWeixin({
  now = () => Date.now(),
  appid = 'wx0123456789abcdef',
  secret = '0123456789abcdef0123456789abcdef',
} = {}) {
  const people = peopleOf(now)
  const tokens = tokensOf(now, appid, secret)
  const { orders, pause, meets } = troubles()
  const templates = new Map<string, Template>()
  const words = new Map<string, Verdict>()
  const pages = new Set<string>()
  const checks: { trace_id: string; openid: string; media_url: string }[] = []
  const asked: { service: Service; request: Fields }[] = []
  const sent: { service: Service; request: Fields }[] = []

  function checkPage(page: unknown): void {
    if (!pages.has(String(page).split('?')[0] ?? '')) throw refused(41030, 'invalid page')
  }

  function checkFields(template: Template, values: unknown): void {
    for (const field of template.fields) {
      const entry = isFields(values) ? values[field] : undefined
      const value = isFields(entry) ? entry.value : undefined
      const listed = template.listed?.[field]
      if (!fits(field, value) || (listed && !listed.includes(String(value)))) {
        throw refused(47003, `argument invalid! data.${field}.value invalid`)
      }
    }
  }

  /** What both checks ask first. Only their second version is modelled. */
  function checkAsker({ version, scene, openid }: Fields): void {
    if (version !== 2) throw refused(47001, 'data format error')
    if (![1, 2, 3, 4].includes(Number(scene))) throw refused(40129, 'invalid scene')
    people.seenLately(openid)
  }

  const services: Record<Service, (request: Fields) => Fields | Buffer> = {
    jscode2session: ({ js_code }) => ({ session_key: randomUUID(), ...people.spendCode(js_code) }),

    subscribeSend({ touser, template_id, page, data }) {
      people.known(touser)
      const template = templates.get(String(template_id))
      if (!template) throw refused(40037, 'invalid template_id')
      if (page !== undefined) checkPage(page)
      checkFields(template, data)
      people.spendCredit(touser, String(template_id), template.longTerm === true)
      return { msgid: 3_906_880_141_912_793 }
    },

    customSend({ touser, msgtype, text }) {
      people.known(touser)
      if (msgtype !== 'text' || !isFields(text) || !text.content) throw refused(44004, 'empty content')
      people.spendAnswer(touser)
      return {}
    },

    msgSecCheck(request) {
      checkAsker(request)
      const content = String(request.content ?? '')
      const [keyword, result = FINE] = [...words].find(([word]) => content.includes(word)) ?? []
      const detail = keyword ? [{ strategy: 'keyword', errcode: 0, keyword }] : []
      return { result, detail, trace_id: randomUUID() }
    },

    mediaCheckAsync(request) {
      checkAsker(request)
      const { openid, media_url, media_type } = request
      const open = typeof media_url === 'string' && /^https?:\/\//.test(media_url)
      if (!open || media_type !== 2) throw refused(47001, 'data format error')
      const check = { trace_id: randomUUID(), openid: String(openid), media_url }
      checks.push(check)
      return { trace_id: check.trace_id }
    },

    unlimitedCode({ scene, page }) {
      if (!SCENE.test(String(scene ?? '')))
        throw refused(40169, 'invalid length for scene, or the data is not json string')
      checkPage(page)
      return PNG
    },
  }

  function serve(service: Service, request: Fields): Answer {
    try {
      const result = services[service](request)
      sent.push({ service, request })
      return Buffer.isBuffer(result) ? { png: result } : { json: { errcode: 0, errmsg: 'ok', ...result } }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { json: { errcode: error.errcode, errmsg: error.errmsg } }
    }
  }

  return {
    appid,
    secret,
    tokens,

    /** One request, by whichever way it came in. */
    async ask(service: Service, request: Fields): Promise<Answer> {
      asked.push({ service, request })
      await pause()
      const trouble = meets(service)
      if (!trouble) return serve(service, request)
      if ('errcode' in trouble) return { json: refusalOf(trouble.errcode) }
      if ('reply' in trouble) return { text: trouble.reply }
      if (trouble.down === 'after') serve(service, request)
      return 'broken'
    },

    /** What was asked for, and what of it was done, in order. */
    asked,
    sent,
    ...people.life,
    ...orders,

    /** Registers a subscription template. */
    template: (id: string, template: Template) => void templates.set(id, template),
    /** Releases a page of the mini program, without a slash in front. */
    releases: (page: string) => void pages.add(page),
    /** A word, and what WeChat thinks of a text with it. */
    dislikes: (word: string, verdict: Verdict) => void words.set(word, verdict),

    /** The pictures that wait for a verdict. */
    checks,
    /** The verdict on a picture: the event that WeChat pushes. Real ones spell the label either way. */
    decide(trace_id: string, { suggest, label }: Verdict, spelled: 'number' | 'text' = 'number'): Fields {
      const check = checks.find((candidate) => candidate.trace_id === trace_id)
      if (!check) throw new Error(`nobody asked for a verdict under ${trace_id}`)
      const result = { suggest, label: spelled === 'text' ? String(label) : label }
      return {
        ToUserName: 'gh_0123456789ab',
        FromUserName: check.openid,
        CreateTime: Math.floor(now() / 1000),
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid,
        trace_id,
        version: 2,
        detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
        errcode: 0,
        errmsg: 'ok',
        result,
      }
    },
  }
}

const TROUBLES: Record<number, string> = { [-1]: 'system error', 45009: 'reach max api daily quota limit' }

function refusalOf(errcode: number): Fields {
  return { errcode, errmsg: refused(errcode, TROUBLES[errcode] ?? 'ordered by a test').errmsg }
}
