/** A question: what is published is compared with it, and the best match answers in its own words. Nothing is made up. */
import type { AskReply, ReplyLine } from '@/contract/ask'
import type { Content } from '@/contract/content'
import type { AlertLine } from '@/contract/lines'
import { GOOD, isTied, type Near, nearest } from '@/core/answering'
import type { Bilingual } from '@/core/district'
import { type Prose, prose } from './askProse'
import { personNow, phoneLine } from './askTopics'
import { ASK_WORDS } from './askWords'
import type { Context } from './context'
import type { GroupRecord } from './groupRecords'
import { MAX_PAGE } from './ports'
import { holds } from './publishedLists'
import { alertsNow } from './reading'
import { type ContentRecord, contentId, type FindableRecord, type ReleaseRecord, titleOf } from './releaseRecords'
import { knowledgeNow } from './search'
import { unitOf } from './views'

/** What is looked at, and how many of them are offered where none is good. */
const SEEN = 12
const OFFERED = 3
/** An article tells of a day, an answer of the matter: it must fit better. */
const GOOD_FOR: Partial<Record<FindableRecord['kind'], number>> = { article: GOOD + 0.1, appeal: GOOD + 0.1 }

type Found = Near & { kind: FindableRecord['kind']; title: Bilingual; number?: string; sample: boolean; of: string }

export async function questionReply(words: string, ctx: Context): Promise<AskReply> {
  const [alerts, found] = await Promise.all([alertsAbout(words, ctx), foundFor(words, ctx)])
  const good = found.filter(({ kind, score }) => score >= (GOOD_FOR[kind] ?? GOOD)).sort(byNeed(words, ctx))
  if (ctx.district.danger.some((word) => words.includes(word))) return dangerReply(alerts, good, ctx)
  const answers = isTied(found) ? [] : good.map(placeOf)
  for (const place of [...alerts.map(({ id }) => ({ release: id })), ...answers]) {
    const reply = await answerOf(place, ctx)
    if (reply) return reply
  }
  return notSure(found, ctx)
}

/** Who types nothing but a need (停电) wants the number for it, even where more is known; the number for everything is none. */
const byNeed =
  (words: string, { district }: Context) =>
  (one: Found, other: Found) => {
    const isMeant = ({ number, way }: Found) =>
      Number(number !== undefined && number !== district.hotline && way === words)
    return isMeant(other) - isMeant(one)
  }

const placeOf = ({ kind, of }: Found): Place => (kind === 'issue' ? { issue: of } : { release: of })

/** Words that speak of an emergency of this type; of the last three where its title has them too. */
const SPEAKS_OF: Record<AlertLine['type'], string> = {
  earthquake: '地震 余震 震感 earthquake',
  storm: '台风 风暴潮 暴风 storm typhoon',
  wind: '大风 刮风 风力 wind',
  fog: '大雾 雾 fog',
  rain: '暴雨 大雨 下雨 积水 内涝 rain flood',
  cold: '寒潮 降温 低温 暴雪 下雪 结冰 cold snow',
  fire: '火灾 着火 大火 山火 fire',
  health: '疫情 传染 中毒 食物中毒 outbreak',
  traffic: '封路 高速 道路 交通 绕行 road',
  utility: '停水 停电 停气 停暖 供水 供电 供暖 燃气 暖气 water power gas heating',
  other: '警报 紧急 通知 alarm',
}
const BY_TITLE: readonly AlertLine['type'][] = ['traffic', 'utility', 'other']

/** Emergencies in force that the words are about: they come first, whatever else fits. */
async function alertsAbout(words: string, ctx: Context): Promise<AlertLine[]> {
  return (await alertsNow(ctx)).filter(({ type, title }) => {
    const said = `${title.zh} ${title.en}`.toLowerCase()
    const some = SPEAKS_OF[type].split(' ').filter((word) => words.includes(word))
    return BY_TITLE.includes(type) ? some.some((word) => said.includes(word)) : some.length > 0
  })
}

/** Help first, and then what is known about it. */
function dangerReply(alerts: AlertLine[], known: Found[], { district }: Context): AskReply {
  const help = [
    phoneLine('110', ASK_WORDS.police),
    phoneLine('119', ASK_WORDS.fire),
    phoneLine('120', ASK_WORDS.ambulance),
  ]
  const more = known.filter(({ number }) => !number || number === district.hotline).slice(0, OFFERED)
  const warned = alerts.map(({ id, title }): ReplyLine => ({ title, opens: { is: 'release', id } }))
  return { is: 'danger', said: ASK_WORDS.danger, lines: [...help, ...warned, ...more.map(offer)] }
}

function notSure(found: Found[], ctx: Context): AskReply {
  const person = personNow(ctx)
  const lines = found.slice(0, OFFERED).map(offer)
  return {
    is: lines.length ? 'nearest' : 'nothing',
    said: lines.length ? ASK_WORDS.nearest : ASK_WORDS.nothing,
    lines,
    person,
  }
}

/** Asking for it by its own title answers it. A number is called; what only stands in lists is asked for. */
function offer({ kind, title, number, sample, of }: Found): ReplyLine {
  const mark = sample ? { sample: true as const } : {}
  if (number) return { ...phoneLine(number, { zh: `${number} ${title.zh}`, en: `${number} ${title.en}` }), ...mark }
  if (kind === 'article' || kind === 'page' || kind === 'appeal' || kind === 'alert')
    return { title, ...mark, opens: { is: 'release', id: of } }
  return { title, ...mark, opens: { is: 'say', words: title.zh } }
}

/** What is out and like it, the best first, with what a line of it shows. */
async function foundFor(words: string, ctx: Context): Promise<Found[]> {
  const held = await knowledgeNow(ctx)
  const near = nearest(words, held, held.plain, SEEN)
  if (!near.length) return []
  const { items } = await ctx.store.find<FindableRecord>('findables', {
    where: { id: { in: near.map(({ id }) => id) } },
    by: 'id',
    limit: MAX_PAGE,
  })
  return near.flatMap((one) => {
    const record = items.find(({ id }) => id === one.id)
    if (!record || (record.expiresAt && Date.parse(record.expiresAt) <= ctx.now.getTime())) return []
    const { kind, title, number, sample } = record
    return { ...one, kind, title, sample, of: one.id.replace(/^issue:/, ''), ...(number && { number }) }
  })
}

type Place = { release: string } | { issue: string }

/** What is said there, in its own words; null where nothing is out any more. */
export const answerOf = (place: Place, ctx: Context): Promise<AskReply | null> =>
  'issue' in place ? issueAnswer(place.issue, ctx) : releaseAnswer(place.release, ctx)

async function releaseAnswer(id: string, ctx: Context): Promise<AskReply | null> {
  const release = await ctx.store.get<ReleaseRecord>('releases', id)
  if (release?.status !== 'published' || !release.live || release.kind === 'menu') return null
  const { edition, revision, publishedAt } = release.live
  const content = (await ctx.store.get<ContentRecord>('contents', contentId(id, revision)))?.content
  if (!content || content.kind === 'menu' || !holds(content, ctx)) return null
  const checkedAt = 'checkedAt' in content ? content.checkedAt : undefined
  const told = prose(wordsOf(content))
  return {
    is: 'answer',
    ...partsOf(told),
    lines: linesOf(content, id, told),
    from: {
      id,
      kind: content.kind,
      title: titleOf(content),
      sample: release.sample ?? false,
      unit: unitOf(release.unit, ctx.district),
      edition,
      publishedAt,
      ...(checkedAt && { checkedAt }),
      ...(release.reviewBy && { reviewBy: release.reviewBy }),
      ...('url' in content && content.url && { url: content.url }),
    },
  }
}

async function issueAnswer(id: string, ctx: Context): Promise<AskReply | null> {
  const group = await ctx.store.get<GroupRecord>('groups', id)
  if (!group?.public || !group.answer) return null
  const { title, answer, sample = false } = group
  const told = prose(answer.text)
  return {
    is: 'answer',
    ...partsOf(told),
    lines: told.isCut ? [{ title: ASK_WORDS.whole, opens: { is: 'issue', id } }] : [],
    from: {
      ...{ id, kind: 'issue', title, sample },
      unit: unitOf(answer.unit, ctx.district),
      edition: answer.edition,
      publishedAt: answer.at,
    },
  }
}

const partsOf = ({ said, blocks }: Prose): Pick<AskReply, 'said' | 'blocks'> => ({ said, ...(blocks && { blocks }) })

type Said = Exclude<Content, { kind: 'menu' }>

/** Its own words, the telling ones first. */
function wordsOf(content: Said): Bilingual {
  switch (content.kind) {
    case 'faq':
      return content.text
    case 'hotline':
      return lines(
        { zh: `${content.title.zh} ${content.number}`, en: `${content.title.en} ${content.number}` },
        content.summary,
        content.hours,
      )
    case 'road':
      return lines(content.title, content.direction, content.text)
    case 'alert':
      return lines(content.title, content.text, content.advice)
    case 'page': {
      const { summary, hours, address, text } = content
      return lines(summary, ...(address ? [address] : []), ...(hours ? [hours] : []), text)
    }
    default:
      return lines(content.summary, content.text)
  }
}

/** One under the other; what repeats the line above is left out. */
const lines = (...texts: Bilingual[]): Bilingual => {
  const under = (some: string[]) => [...new Set(some.map((one) => one.trim()).filter(Boolean))].join('\n')
  return { zh: under(texts.map(({ zh }) => zh)), en: under(texts.map(({ en }) => en)) }
}

/** What it opens: the whole text where only its beginning is told, the number to call. */
function linesOf(content: Said, id: string, { isCut }: Prose): ReplyLine[] {
  const phone = content.kind === 'hotline' ? content.number : 'phone' in content ? content.phone : undefined
  return [
    ...(isCut ? [{ title: ASK_WORDS.whole, opens: whereWhole(content, id) }] : []),
    ...(phone ? [phoneLine(phone)] : []),
  ]
}

const LISTED = { road: 'traffic', service: 'services', hotline: 'hotlines' } as const
const whereWhole = ({ kind }: Said, id: string): NonNullable<ReplyLine['opens']> =>
  kind === 'road' || kind === 'service' || kind === 'hotline'
    ? { is: 'page', page: LISTED[kind] }
    : { is: 'release', id }
