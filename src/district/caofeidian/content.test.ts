import * as v from 'valibot'
import { Content } from '@/contract/content'
import { HOTLINE_GROUPS, SECTIONS, SITUATIONS } from '@/contract/kinds'
import { mayWrite } from '@/core/publishing'
import { RELEASE_KINDS } from '@/core/release'
import { samples } from './content'
import { issues } from './content/groups'
import { hotlines } from './content/hotlines'
import { datesFrom } from './content/sample'
import { caofeidian } from './district'
import { officials } from './people'
import { earthquake } from './scenarios'

const on = datesFrom(new Date('2026-03-20T02:00:00.000Z'))
const written = [
  ...samples.flatMap(({ name, sample, content, corrected }) => [
    { name, sample, content: content(on) },
    ...(corrected ? [{ name: `${name}, corrected`, sample, content: corrected.content(on) }] : []),
  ]),
  { name: 'the earthquake', sample: true, content: earthquake.first(on) },
  { name: 'the earthquake, corrected', sample: true, content: earthquake.corrected(on) },
]

/** National numbers that were checked one by one (2026-11-21). Nothing else that looks like a telephone may be printed. */
const NATIONAL =
  '110 119 120 122 12395 95110 12345 12333 12366 12367 12360 12329 95598 12300 10086 10010 10000 10099 11185 12305 114 12306 12328 12356 12393 12385 12315 12348 12351 12338 12355 12368 12309 12363 12378 12386 12318 12313 96110 12369 12350 12321 12377 12339 12388 12380 12389'.split(
    ' ',
  )
/** Numbers that are no telephones: postcode, area code, people, a service whose name is a number. */
const NO_TELEPHONE = ['063200', '0315', '352', '069', '12123']
/** The district's own site, and the address that is nobody's. */
const HOSTS = ['www.caofeidian.gov.cn', 'example.com']
/** What a traveller reads. */
const FOR_TRAVELLERS = ['page', 'faq', 'road', 'hotline', 'alert', 'appeal', 'service']

describe.each(written)('$name', ({ sample, content }) => {
  const texts = JSON.stringify(content)

  it('is what the desk could have written', () => {
    expect(v.safeParse(Content, content).issues ?? []).toEqual([])
  })

  it('prints no telephone number that was not checked', () => {
    const words = texts.replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, '').replace(/"(lat|lng)":[\d.]+/g, '')
    const numbers = words.match(/(?<![\d.])\d[\d-]{2,}(?![\d.]*\d)(?! ?(?:km|metres|公里|米))/g) ?? []
    const years = (number: string) => /^20\d\d$/.test(number)
    expect(
      numbers.filter((number) => !NATIONAL.includes(number) && !NO_TELEPHONE.includes(number) && !years(number)),
    ).toEqual([])
  })

  it('links only to the district’s own site and to nobody’s', () => {
    const hosts = [...texts.matchAll(/https?:\/\/([^/"\s)]+)/g)].map(([, host]) => host)
    expect(hosts.filter((host) => !HOSTS.includes(host ?? ''))).toEqual([])
    expect(texts).not.toContain('http://')
  })

  it('can be read by a traveller', () => {
    if (content.kind === 'menu' || content.kind === 'article') return
    expect(FOR_TRAVELLERS).toContain(content.kind)
    expect(content.title.en).not.toBe('')
    // But for names that have to be typed as they are.
    expect(texts.replace(/“\p{Script=Han}+”/gu, '')).not.toMatch(/"en":"[^"]*\p{Script=Han}{6}/u)
  })

  it('says 示例 where it is made up and long enough to be believed', () => {
    if (!sample || !['article', 'faq', 'appeal', 'alert', 'road'].includes(content.kind)) return
    expect(texts).toContain('示例')
    expect(texts).toContain('ample')
  })
})

describe('the sample content', () => {
  const kinds = written.map(({ content }) => content.kind)

  it('has something of every kind but the menu, which the district itself sets', () => {
    expect(RELEASE_KINDS.filter((kind) => !kinds.includes(kind))).toEqual(['menu'])
  })

  it('has keys of its own', () => {
    const names = samples.map(({ name }) => name)
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  })

  it('is written by officials who may', () => {
    const wrong = samples.filter(({ by, content }) => {
      const official = officials.find(({ id }) => id === by)
      return !official || !mayWrite({ role: 'official', ...official }, content(on).kind, official.unit, 'office')
    })
    expect(wrong).toEqual([])
  })

  it('fills every section, every situation and every group of lines', () => {
    const found = new Set(
      written.flatMap(({ content }) => {
        if (content.kind === 'page') return content.section
        if (content.kind === 'service') return content.situation
        return content.kind === 'hotline' ? content.group : []
      }),
    )
    expect([...SECTIONS, ...SITUATIONS, ...HOTLINE_GROUPS].filter((name) => !found.has(name))).toEqual([])
  })

  it('puts articles in channels that exist, and something in each', () => {
    const channels = new Set(written.flatMap(({ content }) => (content.kind === 'article' ? content.channel : [])))
    expect([...channels].sort()).toEqual(caofeidian.channels.map(({ id }) => id).sort())
  })

  it('is not made up where a number is called: each line has a source and a day on which it was checked', () => {
    expect(hotlines.filter(({ sample }) => sample)).toEqual([])
    const numbers = hotlines.map(({ content }) => content(on)).flatMap((line) => ('number' in line ? line.number : []))
    expect(numbers.filter((number, place) => numbers.indexOf(number) !== place)).toEqual([])
    expect([...numbers].sort()).toEqual([...NATIONAL].sort())
  })

  it.each([
    ['停电', '95598'],
    ['漏水', '12345'],
    ['工资被拖欠', '12333'],
    ['诈骗', '96110'],
    ['买到假货', '12315'],
    ['看病报销', '12393'],
    ['火车票', '12306'],
    ['海上遇险', '12395'],
  ])('%s leads to %s', (need, number) => {
    const lines = hotlines.map(({ content }) => content(on)).filter((line) => line.kind === 'hotline')
    expect(lines.filter(({ needs }) => needs.includes(need)).map((line) => line.number)).toContain(number)
  })

  it('counts its days from the day of the seeding, over the end of a year too', () => {
    const eve = datesFrom(new Date('2026-12-31T02:00:00.000Z'))
    expect([eve.zh(1), eve.en(1), eve.at(-1)]).toEqual(['1月1日', '1 January', '2026-12-31T01:00:00.000Z'])
  })
})

describe.each(issues)('the popular issue "$id"', ({ title, question, answer, askers, followers }) => {
  it('is told in both languages, and its answer is marked as a sample', () => {
    expect([title, question, answer.text].filter(({ zh, en }) => !zh || !en)).toEqual([])
    expect(answer.text.zh).toContain('示例')
    expect(answer.text.en).toContain('ample')
  })

  it('is answered by a unit that exists, and somebody asked', () => {
    expect(caofeidian.units.map(({ id }) => id)).toContain(answer.unit)
    expect(Math.min(askers, followers)).toBeGreaterThan(0)
  })
})
