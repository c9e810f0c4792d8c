/** What the district has published when its screens are measured: the sample content, and far more than it of each kind. */
import { setTimeout } from 'node:timers/promises'
import type { Congestion } from '@/contract/outside'
import type { Forecast } from '@/contract/weather'
import { seedReleases } from '@/hosts/seed-releases'
import { article, both, hotline, page } from '../journeys/contents'
import { asksTogether, publishes, publishesMany } from '../journeys/published'
import { corrects, does, earthquake, entry, article as newArticle, signs, writes } from '../journeys/releases'
import type { ServerTown } from '../journeys/town'
import * as pictures from '../pictures'

const HOUR = 3_600_000
/** Until those who ask next know which of their connections are gone. */
const CONNECTIONS_CLOSE = 100
const MANY = { news: 1000, hotlines: 60, issues: 30, sights: 20, drafts: 15 }
const SUMMARY =
  '市民服务中心三楼的窗口从下周一起调整办理时间，周六上午照常开门，节假日请先打电话问清楚再来，免得白跑一趟。'
const SUMMARY_EN =
  'From next Monday the windows on the third floor of the service centre keep new hours; call first on public holidays.'
const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * HOUR).toISOString()

export type Published = Record<'article' | 'page' | 'appeal' | 'notice' | 'menu', string>

/** Gives the ids of what is opened by its own address. The town’s clock must stand at the phone’s: notices and forecasts run out. */
export async function publishEverything(town: ServerTown): Promise<Published> {
  // What is asked over HTTP comes first: all the rest keeps this process so busy that idle connections are closed.
  const notice = await correctedNotice(town)
  const { menu, covers } = await writesAndUploads(town)
  const world = { ...town.world, clock: () => new Date(town.now()) } as Parameters<typeof seedReleases>[0]
  const seeded = await seedReleases(world, () => undefined)
  const idOf = (name: string) => seeded.find((one) => one.name === name)?.id ?? `no sample release ${name}`
  await publishesMany(town, manyNews(covers))
  for (let index = 0; index < MANY.hotlines; index++) await publishes(town, numberOf(index))
  for (let index = 0; index < MANY.sights; index++) await publishes(town, sight(index, covers))
  for (let index = 0; index < MANY.issues; index++) await asksTogether(town, `many-${index}`, issue(index))
  const { store } = town.world
  await store.insert('readings', 'weather', { at: town.now(), value: forecast(new Date(town.now())) })
  await store.insert('readings', 'congestion', { at: town.now(), value: congestion })
  await setTimeout(CONNECTIONS_CLOSE)
  return { article: idOf('article pipes'), page: idOf('sight wetland'), appeal: idOf('appeal camera'), notice, menu }
}

/** Drafts, for a full page of them, and a menu; and pictures. Gives the ids of these two. */
async function writesAndUploads(town: ServerTown): Promise<{ menu: string; covers: string[] }> {
  const ma = await town.official('ma')
  for (let index = 0; index < MANY.drafts; index++)
    await writes(ma, newArticle({ title: both(`在写的第 ${index} 条：三条公交线路改走新城大街`) }))
  const entries = Array.from({ length: 10 }, (_, number) => entry(`e${number}`, number))
  const { id: menu } = await writes(ma, { kind: 'menu', entries })
  const covers: string[] = []
  for (const seed of [1, 2, 3]) covers.push((await ma.uploads(await pictures.phoneJpeg(seed))).id)
  return { menu, covers }
}

/** Each with a cover, so that a list carries as many signed addresses as it ever can. */
const manyNews = (covers: string[]) =>
  Array.from({ length: MANY.news }, (_, index) =>
    article({
      title: both(
        `示例消息第 ${index} 条：服务中心调整办理时间，周六上午照常开门`,
        `Sample news ${index}: the service centre keeps new hours, also on Saturdays`,
      ),
      summary: both(SUMMARY, SUMMARY_EN),
      channel: index % 2 ? 'news' : 'life',
      photos: covers.slice(index % covers.length, (index % covers.length) + 1),
      source: '区政务服务局',
    }),
  )

const numberOf = (index: number) =>
  hotline({
    number: `0315-88${10_000 + index}`,
    title: both(`示例服务电话第 ${index} 部`, `Sample service number ${index}`),
    needs: ['停电', '水费', '报修'],
  })

const sight = (index: number, covers: string[]) =>
  page({
    title: both(`示例景点第 ${index} 处：海堤上的观鸟台`, `Sample sight ${index}: the hide on the sea wall`),
    summary: both(SUMMARY, SUMMARY_EN),
    photos: covers.slice(index % covers.length, (index % covers.length) + 1),
    phone: '0315-8800000',
    address: both('示例镇示例路 1 号，海堤东头', '1 Sample Road, at the eastern end of the sea wall'),
  })

/** An emergency that went out with two signatures and was corrected once, with two more. */
async function correctedNotice(town: ServerTown): Promise<string> {
  const [lin, chen, gao] = await Promise.all([town.official('lin'), town.official('chen'), town.official('gao')])
  const now = Date.parse(town.now())
  const times = { onset: new Date(now - HOUR).toISOString(), expiresAt: new Date(now + 20 * HOUR).toISOString() }
  const { id } = await writes(lin, earthquake(times))
  const goesOut = async () => {
    await does(lin, id, { do: 'submit' })
    await signs(chen, id)
    await signs(gao, id)
    await does(lin, id, { do: 'publish' })
  }
  await goesOut()
  const text = both('震级更正为四级，没有海啸。', 'The magnitude is corrected to 4. There is no tsunami.')
  await corrects(lin, id, earthquake({ ...times, text }), '震级更正为四级')
  await goesOut()
  return id
}

const issue = (index: number) => ({
  title: both(`示例：第 ${index} 个很多人问的问题，什么时候能解决？`, `Sample: question ${index} that many ask`),
  question: both('每天都有人问，请说明白。', 'Many ask this every day.'),
  answer: { text: both('正在办，办好了在这里说。', 'Under way.'), edition: 1, at: at(index), unit: 'transport' },
  askers: 500 - index,
  followers: 900 - index,
  heat: 2400 - index,
  movedAt: at(index),
})

/** Made up. As much as a provider ever gives. */
export function forecast(now: Date): Forecast {
  const after = (hours: number) => new Date(now.getTime() + hours * HOUR).toISOString()
  const day = (days: number) => after(days * 24).slice(0, 10)
  return {
    now: {
      ...{ at: after(0), temperature: -6.4, feelsLike: -12.1, humidity: 58, sky: 'snow', rain: 0.4 },
      wind: { speed: 14.2, direction: 45, gusts: 19.7 },
    },
    hours: Array.from({ length: 24 }, (_, hour) => ({
      ...{ at: after(hour), temperature: hour - 12, sky: 'heavy-rain', rainChance: 70 },
    })),
    days: Array.from({ length: 8 }, (_, place) => ({
      ...{ day: day(place), high: 9 - place, low: -9 - place, sky: 'thunder', rainChance: 70, wind: 14, uv: 3 },
      ...{ sunrise: `${day(place)}T06:42:00+08:00`, sunset: `${day(place)}T18:08:00+08:00` },
    })),
    warnings: [warning('wind', '大风', after(12)), warning('fog', '大雾', after(12))],
    source: { name: '示例气象数据', url: 'https://example.com/weather' },
  }
}

const warning = (id: string, type: string, expiresAt: string): NonNullable<Forecast['warnings']>[number] => ({
  ...{ id, type, colour: 'orange', issuer: '示例气象台', issuedAt: at(0), expiresAt },
  headline: `示例气象台发布${type}橙色预警`,
  text: `（示例）预计今天夜间到明天白天，沿海有${type}，请减少外出，船只回港避风，加固门窗和临时搭建物。`,
})

const congestion: Congestion = {
  routes: Array.from({ length: 6 }, (_, index) => ({
    ...{ id: `route-${index}`, name: both(`示例路线 ${index}`, `Sample route ${index}`), state: 'jammed' },
    ...{ minutes: 72, kilometres: 68, worst: '示例大道' },
  })),
  source: { name: '示例路况数据', url: 'https://example.com/traffic' },
}
