/** What officials publish in the journeys, in the words of the desk. Each step fails the test when it is refused. */
import type { Ask, Output } from '@/contract'
import { beijing } from '../situations'
import { newKey, type Person } from './people'

export type Content = Ask<'releases.write'>['content']
type Of<K extends Content['kind']> = Extract<Content, { kind: K }>
export type Shown = Output<'releases.open'>
export type Command = Ask<'releases.act'>['command']

const both = (zh: string, en = '') => ({ zh, en })

export const article = (changed: Partial<Of<'article'>> = {}): Of<'article'> => ({
  kind: 'article',
  channel: 'news',
  title: both('城区公交线路调整', 'Bus routes change'),
  summary: both('三条线路改走新城大街。'),
  text: both('从三月九日起，三条线路改走新城大街。'),
  photos: [],
  attachments: [],
  ...changed,
})

/** An earthquake, felt at nine on the Monday the town opens. */
export const earthquake = (changed: Partial<Of<'alert'>> = {}): Of<'alert'> => ({
  kind: 'alert',
  type: 'earthquake',
  colour: 'orange',
  title: both('唐海镇附近发生地震', 'Earthquake near Tanghai'),
  area: both('曹妃甸全区', 'All of Caofeidian'),
  issuer: both('区应急指挥部', 'District emergency command'),
  text: both('今天上午九点有明显震感。'),
  advice: both('请到空旷的地方去。'),
  onset: beijing('Mon 2026-03-02 09:00'),
  expiresAt: beijing('Tue 2026-03-03 09:00'),
  ...changed,
})

export const page = (changed: Partial<Of<'page'>> = {}): Of<'page'> => ({
  kind: 'page',
  section: 'office',
  title: both('政务服务大厅', 'Service hall'),
  summary: both('办理各类手续。'),
  text: both('请带上身份证。'),
  photos: [],
  ...changed,
})

/** A question with its answer, checked before the weekend. */
export const faq = (changed: Partial<Of<'faq'>> = {}): Of<'faq'> => ({
  kind: 'faq',
  title: both('停水了怎么办？', 'There is no water: what now?'),
  asks: ['自来水停了一天', '水龙头没水'],
  text: both('打 12345。看[通知](https://example.cn/x)。', 'Call 12345.'),
  checkedAt: '2026-02-27',
  ...changed,
})

export const road = (changed: Partial<Of<'road'>> = {}): Of<'road'> => ({
  kind: 'road',
  event: 'works',
  title: both('新城大街北段'),
  direction: both('向北'),
  text: both('半幅封闭，请慢行。'),
  onset: beijing('Mon 2026-03-02 09:00'),
  source: both('交通局'),
  reported: false,
  ...changed,
})

type Entry = Of<'menu'>['entries'][number]
export const entry = (id: string, number: number, changed: Partial<Entry> = {}): Entry => ({
  id,
  number,
  name: both(`${id}项`, id),
  icon: 'news',
  opens: 'news',
  ...changed,
})

type More = Omit<Partial<Ask<'releases.write'>>, 'content'>
export const writes = (who: Person, content: Content, more: More = {}) =>
  who.gets('releases.write', { key: newKey(), revision: 0, content, ...more })
export const does = (who: Person, id: string, command: Command) =>
  who.gets('releases.act', { id, key: newKey(), command })
export const mayNot = async (who: Person, id: string, command: unknown) =>
  (await who.isRefused('releases.act', { id, key: newKey(), command })).reason
export const opens = (who: Person, id: string) => who.gets('releases.open', { id })

/** Signs what is there now. */
export async function signs(who: Person, id: string): Promise<Shown> {
  return does(who, id, { do: 'sign', revision: await waitingRevision(who, id) })
}
const waitingRevision = async (who: Person, id: string) => {
  const { draft, live, revision } = await opens(who, id)
  return draft?.stage === 'submitted' ? revision : (live?.revision ?? revision)
}

/** The next revision of what is there now. */
export async function corrects(who: Person, id: string, content: Content, change: string, en = ''): Promise<Shown> {
  return writes(who, content, { id, revision: (await opens(who, id)).revision, change: both(change, en) })
}
