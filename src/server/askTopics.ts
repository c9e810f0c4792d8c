/** What each topic of the menu says at once: its newest content, and where the rest is. */
import type { AskReply, Opens, ReplyLine } from '@/contract/ask'
import { SECTIONS, SITUATIONS } from '@/contract/kinds'
import type { Topic } from '@/core/asked'
import { dayOf } from '@/core/deadline'
import type { Bilingual } from '@/core/district'
import { ASK_WORDS, joined, SKIES, told } from './askWords'
import { deskOpensAt } from './clockViews'
import type { Context } from './context'
import { hotlineLine, lineOf } from './lines'
import { inOrderOf, published } from './publishedLists'
import { hottestIssues, newsPage, roadLines } from './reading'
import { weatherNow } from './readings'

const NEWS = 3
const MOST = 5
const SERVICES = 8

/** `path`: the numbers by which its lines may be typed, where it has some. */
export const topicReply = (topic: Topic, path: string, ctx: Context): Promise<AskReply> => TOPICS[topic](path, ctx)

const TOPICS: Record<Topic, (path: string, ctx: Context) => Promise<AskReply>> = {
  news: newsReply,
  weather: weatherReply,
  traffic: trafficReply,
  hotlines: hotlinesReply,
  issues: issuesReply,
  about: aboutReply,
  services: servicesReply,
  async report(_, ctx) {
    const { hotline } = ctx.district
    const lines = [pageLine(ASK_WORDS.fileReport, 'report'), phoneLine(hotline)]
    return { is: 'list', said: told(ASK_WORDS.report, { hotline }), lines }
  },
  tickets: async () => ({ is: 'list', said: ASK_WORDS.tickets, lines: [pageLine(ASK_WORDS.myTickets, 'tickets')] }),
  person: async (_, ctx) => personReply(ctx),
}

/** Within how many minutes somebody answers, and when the desk opens while it is closed. */
export function personNow(ctx: Context): NonNullable<AskReply['person']> {
  const opensAt = deskOpensAt(ctx)
  return { minutes: ctx.district.limits.firstReplyMinutes.target, ...(opensAt && { opensAt }) }
}

export function personReply(ctx: Context): AskReply {
  const person = personNow(ctx)
  const { hotline } = ctx.district
  const said = told(person.opensAt ? ASK_WORDS.personLater : ASK_WORDS.person, { minutes: person.minutes, hotline })
  return { is: 'person', said, lines: [phoneLine(hotline)], person }
}

type PageName = Extract<Opens, { is: 'page' }>['page']
const pageLine = (title: Bilingual, page: PageName): ReplyLine => ({ title, opens: { is: 'page', page } })
export const phoneLine = (number: string, title: Bilingual = same(number)): ReplyLine => ({
  title,
  opens: { is: 'phone', number },
})
export const same = (text: string): Bilingual => ({ zh: text, en: text })

const numbered = (lines: ReplyLine[], path: string): ReplyLine[] =>
  path ? lines.map((line, place) => ({ number: `${path}.${place + 1}`, ...line })) : lines
const marked = (sample: boolean) => (sample ? { sample: true as const } : {})

async function newsReply(path: string, ctx: Context): Promise<AskReply> {
  const { items } = await newsPage({ limit: NEWS }, ctx)
  const lines = items.map(({ id, title, summary, sample }): ReplyLine => {
    return { title, ...(summary.zh && { text: summary }), ...marked(sample), opens: { is: 'release', id } }
  })
  return list(lines.length ? ASK_WORDS.news : ASK_WORDS.noNews, numbered(lines, path), 'news')
}

const list = (said: Bilingual, lines: ReplyLine[], page: PageName): AskReply => ({
  is: 'list',
  said,
  lines: [...lines, pageLine(ASK_WORDS.all, page)],
})

async function weatherReply(_path: string, ctx: Context): Promise<AskReply> {
  const reading = await weatherNow(ctx)
  if (!reading) return list(ASK_WORDS.noWeather, [], 'weather')
  const { at, old, now, days, warnings = [], source } = reading
  const place = ctx.district.weather.name
  const today = days.find(({ day }) => day === dayOf(ctx.now.toISOString()))
  const said = joined(
    told(ASK_WORDS.weather, { place, sky: SKIES[now.sky], t: Math.round(now.temperature) }),
    now.wind ? told(ASK_WORDS.wind, { n: Math.round(now.wind.speed) }) : same(''),
    today ? told(ASK_WORDS.today, { low: Math.round(today.low), high: Math.round(today.high) }) : same(''),
    told(ASK_WORDS.age, { age: ageOf(at, ctx), source: source.name }),
    old ? joined({ zh: '。', en: '. ' }, ASK_WORDS.old) : same(''),
  )
  const from = {
    id: 'weather',
    kind: 'reading' as const,
    title: place,
    sample: false,
    publishedAt: at,
    url: source.url,
  }
  const lines = warnings.map(({ headline, text }): ReplyLine => ({ title: same(headline), text: same(text) }))
  return { ...list(said, lines.slice(0, MOST), 'weather'), from }
}

const MINUTE = 60_000
function ageOf(at: string, { now }: Context): Bilingual {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(at)) / MINUTE))
  return minutes < 90
    ? told(ASK_WORDS.minutesAgo, { n: minutes })
    : told(ASK_WORDS.hoursAgo, { n: Math.round(minutes / 60) })
}

async function trafficReply(_path: string, ctx: Context): Promise<AskReply> {
  const roads = await roadLines(ctx)
  const lines = roads.slice(0, MOST).map(({ title, direction, text, sample }): ReplyLine => {
    return { title: spaced(title, direction), text, ...marked(sample) }
  })
  return list(lines.length ? ASK_WORDS.roads : ASK_WORDS.noRoads, lines, 'traffic')
}

const spaced = (one: Bilingual, other: Bilingual): Bilingual => ({
  zh: [one.zh, other.zh].filter(Boolean).join(' '),
  en: [one.en, other.en].filter(Boolean).join(', '),
})

/** The district's own line, and those for emergencies: what nobody has time to look for. */
async function hotlinesReply(_path: string, ctx: Context): Promise<AskReply> {
  const { hotline } = ctx.district
  const all = (await published('hotline', ctx)).map(hotlineLine)
  const first = all.filter(({ group, number }) => group === 'emergency' || number === hotline)
  const lines = first
    .sort((a, b) => Number(b.number === hotline) - Number(a.number === hotline) || a.number.localeCompare(b.number))
    .slice(0, MOST + 1)
    .map(({ number, title, summary, sample }): ReplyLine => {
      return { ...phoneLine(number, spaced(same(number), title)), text: summary, ...marked(sample) }
    })
  return list(lines.length ? ASK_WORDS.hotlines : told(ASK_WORDS.noHotlines, { hotline }), lines, 'hotlines')
}

async function issuesReply(path: string, ctx: Context): Promise<AskReply> {
  const { items } = await hottestIssues({ limit: MOST }, ctx)
  const lines = items.map(
    ({ id, title, sample }): ReplyLine => ({ title, ...marked(sample), opens: { is: 'issue', id } }),
  )
  return list(lines.length ? ASK_WORDS.issues : ASK_WORDS.noIssues, numbered(lines, path), 'issues')
}

async function aboutReply(path: string, ctx: Context): Promise<AskReply> {
  const pages = (await published('page', ctx)).sort(inOrderOf(SECTIONS, ({ shown }) => shown.section))
  const lines = pages.slice(0, MOST).map((page): ReplyLine => {
    const { id, title, sample } = lineOf(page)
    const { summary } = page.shown
    return { title, ...(summary.zh && { text: summary }), ...marked(sample), opens: { is: 'release', id } }
  })
  return list(lines.length ? ASK_WORDS.about : ASK_WORDS.none, numbered(lines, path), 'about')
}

async function servicesReply(_path: string, ctx: Context): Promise<AskReply> {
  const services = (await published('service', ctx)).sort(inOrderOf(SITUATIONS, ({ shown }) => shown.situation))
  const lines = services.slice(0, SERVICES).map((service): ReplyLine => {
    const { title, sample } = lineOf(service)
    return { title, text: service.shown.summary, ...marked(sample), opens: { is: 'say', words: title.zh } }
  })
  return list(lines.length ? ASK_WORDS.services : ASK_WORDS.none, lines, 'services')
}
