/** Emergency notices in the Common Alerting Protocol 1.2 (OASIS, July 2010): the order of elements is the standard's. */
import type { ContentOf } from '@/contract/content'
import type { ALERT_TYPES, COLOURS } from '@/contract/kinds'
import type { Lang } from '@/contract/phoneRefusals'
import { plain } from '@/core/prose'
import { around, beijingTime, element } from './xml'

type Alert = ContentOf<'alert'>
/** A message that was sent: an edition, or that the notice was taken back. */
export type Message = { identifier: string; sentAt: string }
export type CapAlert = {
  content: Alert
  sender: string
  message: Message
  kind: 'Alert' | 'Update' | 'Cancel'
  /** The messages before, the oldest first. */
  earlier: Message[]
  /** Sample content is an exercise: nobody must take it for real. */
  sample: boolean
  /** Of an update what was corrected, of a cancellation why. */
  note?: string
  web?: string
}

const EVENT: Record<(typeof ALERT_TYPES)[number], { category: string; zh: string; en: string }> = {
  earthquake: { category: 'Geo', zh: '地震', en: 'Earthquake' },
  storm: { category: 'Met', zh: '风暴', en: 'Storm' },
  wind: { category: 'Met', zh: '大风', en: 'Strong wind' },
  fog: { category: 'Met', zh: '大雾', en: 'Fog' },
  rain: { category: 'Met', zh: '暴雨', en: 'Heavy rain' },
  cold: { category: 'Met', zh: '寒潮', en: 'Cold wave' },
  fire: { category: 'Fire', zh: '火灾', en: 'Fire' },
  health: { category: 'Health', zh: '公共卫生', en: 'Public health' },
  traffic: { category: 'Transport', zh: '交通', en: 'Traffic' },
  utility: { category: 'Infra', zh: '水电气热', en: 'Utilities' },
  other: { category: 'Other', zh: '突发事件', en: 'Emergency' },
}
const SEVERITY: Record<(typeof COLOURS)[number], string> = {
  red: 'Extreme',
  orange: 'Severe',
  yellow: 'Moderate',
  blue: 'Minor',
}
const CAP = ' xmlns="urn:oasis:names:tc:emergency:cap:1.2"'
const HOUR = 3_600_000

/** The whole `<alert>`, to stand alone or in an entry of a feed. */
export function capAlert(alert: CapAlert): string {
  const { content, sender, message, kind, earlier, sample, note } = alert
  const references = earlier.map((before) => [sender, before.identifier, beijingTime(before.sentAt)].join(','))
  return around(
    'alert',
    [
      element('identifier', message.identifier),
      element('sender', sender),
      element('sent', beijingTime(message.sentAt)),
      element('status', sample ? 'Exercise' : 'Actual'),
      element('msgType', kind),
      element('scope', 'Public'),
      element('note', note ?? (sample ? '示例 Sample' : '')),
      element('references', references.join(' ')),
      capInfo(alert, 'zh'),
      content.title.en || content.text.en ? capInfo(alert, 'en') : '',
    ],
    CAP,
  )
}

/** Of one that was taken back nothing is told but what it was: nobody must act upon it. */
function capInfo({ content, message, kind, web }: CapAlert, lang: Lang): string {
  const { sentAt } = message
  const told = kind !== 'Cancel'
  const { type, colour, onset, expiresAt } = content
  // What was not written in English is better read in Chinese than not at all.
  const say = (text: { zh: string; en: string }) => plain(text[lang] || text.zh)
  const begun = onset <= sentAt
  return around('info', [
    element('language', lang === 'zh' ? 'zh-CN' : 'en-US'),
    element('category', EVENT[type].category),
    element('event', EVENT[type][lang]),
    element('urgency', urgencyOf(onset, sentAt)),
    element('severity', SEVERITY[colour]),
    element('certainty', begun ? 'Observed' : 'Likely'),
    element('effective', beijingTime(sentAt)),
    element('onset', beijingTime(onset)),
    element('expires', beijingTime(expiresAt)),
    element('senderName', say(content.issuer)),
    element('headline', say(content.title)),
    element('description', told ? say(content.text) : undefined),
    element('instruction', told ? say(content.advice) : undefined),
    element('web', web),
    around('area', [element('areaDesc', say(content.area))]),
  ])
}

/** Immediate: now. Expected: within an hour. Future: later. */
function urgencyOf(onset: string, sentAt: string): string {
  const ahead = Date.parse(onset) - Date.parse(sentAt)
  if (ahead <= 0) return 'Immediate'
  return ahead <= HOUR ? 'Expected' : 'Future'
}
