import type { Findable, Search } from '@/server/ports'
import { openSearch } from './search'

const SYNONYMS = [
  ['医保', '医疗保险'],
  ['公积金', '住房公积金'],
  ['高铁', '动车', '火车'],
  ['ID card', '身份证'],
]

/** By id: a title, and the words beside it. */
const TEXTS: Record<string, [title: string, words: string]> = {
  insurance: ['医疗保险费怎么交', '城乡居民可以在手机上缴费，也可以到银行。'],
  pension: ['养老金什么时候发', '每月 15 日前发放，到社保窗口可以查询。'],
  power: ['国家电网客服', '停电 电费 没电 95598 Power cuts'],
  water: ['供水抢修', '停水、漏水，拨打 0315-8711234 03158711234。'],
  road: ['唐曹高速曹妃甸出口分流', '早高峰货车走右侧车道。'],
  sight: ['曹妃甸湿地', '观鸟的好地方。 Wetland park with bird watching and boats'],
  fund: ['住房公积金提取', '买房、租房可以提取。'],
  identity: ['补办身份证', '带户口本到派出所。'],
  rail: ['到曹妃甸东站', '动车每天六班。'],
  letters: ['ＡＢＣ小区供暖', '①号楼'],
}
const documents: Findable[] = Object.entries(TEXTS).map(([id, [title, words]]) => ({ id, title, words }))

const searchOf = async (some: Findable[] = documents, synonyms = SYNONYMS) => {
  const search = openSearch(synonyms)
  await search.fill('1', some)
  return search
}

describe('what is found', () => {
  let search: Search
  beforeAll(async () => {
    search = await searchOf()
  })
  it.each<[string, string, string[]]>([
    ['a word of the title', '湿地', ['sight']],
    ['a word of the text', '观鸟', ['sight']],
    ['a need', '停电', ['power']],
    ['a need in a question', '请问停电了怎么办', ['power']],
    ['a telephone number', '95598', ['power']],
    ['a number as it is written', '0315-8711234', ['water']],
    ['a number without its dash', '03158711234', ['water']],
    ['the beginning of a number', '9559', ['power']],
    ['two words', '曹妃甸 高速', ['road']],
    ['two words as one', '高速出口', ['road']],
    ['two words with a comma', '货车，车道', ['road']],
    ['a short word for the long one', '医保', ['insurance']],
    ['the long word for the short one', '医疗保险', ['insurance']],
    ['a short word and what is done about it', '医保缴费', ['insurance']],
    ['a short word at the end', '缴纳医保', ['insurance']],
    ['a short word that is part of the long one', '公积金', ['fund']],
    ['the longest of the words that mean the same', '住房公积金提取', ['fund']],
    ['an English name of two words for a Chinese one', 'ID card', ['identity']],
    ['part of that name', 'card', []],
    ['one of three words that mean the same', '火车', ['rail']],
    ['an English word', 'wetland', ['sight']],
    ['an English word in capitals', 'BIRD', ['sight']],
    ['half of an English word', 'boa', ['sight']],
    ['both languages together', '曹妃甸 wetland', ['sight']],
    ['letters of full width', 'abc', ['letters']],
    ['letters of full width, the other way', 'ｗｅｔｌａｎｄ', ['sight']],
    ['one character', '鸟', ['sight']],
    ['one character at the end of a text', '站', ['rail']],
    ['nothing that there is', '火星', []],
  ])('%s: %s', (_, words, ids) => expect(search.find(words, 20)).toEqual({ loose: expect.anything(), ids }))
})

describe('all words, and else some', () => {
  it.each([
    ['all of them', '曹妃甸 出口', false],
    ['one that nothing has', '曹妃甸 飞机', true],
    ['a word that means the same', '医保', false],
    ['one that does, and another word', '医保缴费', false],
    ['one that does, and a word that nothing has', '医保退费', true],
  ])('%s', async (_, words, loose) => expect((await searchOf()).find(words, 20)).toMatchObject({ loose }))

  it('gives what has more of the words first', async () =>
    expect((await searchOf()).find('曹妃甸 湿地 飞机', 20).ids[0]).toBe('sight'))
})

describe('what is in the title', () => {
  it('comes before what is in a text', async () => {
    const search = await searchOf([
      { id: 'text', title: '通知', words: '停水的小区见下。停水时间两天。' },
      { id: 'title', title: '停水', words: '明天恢复。' },
    ])
    expect(search.find('停水', 20).ids).toEqual(['title', 'text'])
  })
})

describe('words that find nothing, and break nothing', () => {
  it.each([
    ['punctuation', '，。！？……'],
    ['spaces', '   '],
    ['signs of a query language', '* OR ~ "'],
    ['nonsense', 'x'.repeat(60)],
    ['Chinese nonsense', '齉龘靐齾'.repeat(15)],
    ['names that every object has', '__proto__ constructor toString'],
    ['emoji', '🚗🚗🚗'],
    ['half of an emoji', '\ud83d'],
  ])('%s', async (_, words) => expect((await searchOf()).find(words, 20).ids).toEqual([]))
})

describe('questions that say nothing beside asking', () => {
  it('are looked for as they are', async () => expect((await searchOf()).find('怎么', 20).ids).toEqual(['insurance']))
})

describe('an index', () => {
  it('is empty and without a stamp at first', () => {
    const search = openSearch([])
    expect([search.stamp(), search.find('停电', 20)]).toEqual([undefined, { loose: true, ids: [] }])
  })

  it('holds what it was filled with last', async () => {
    const search = await searchOf()
    await search.fill('2', [
      { id: 'power', title: '国家电网客服', words: '停暖' },
      { id: 'new', title: '停电通知', words: '' },
    ])
    expect(search.stamp()).toBe('2')
    expect(search.find('停电', 20).ids).toEqual(['new'])
    expect(search.find('停暖', 20).ids).toEqual(['power'])
    expect(search.find('湿地', 20).ids).toEqual([])
  })

  it('gives no more than it was asked for', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, title: '停电', words: '' }))
    expect((await searchOf(many)).find('停电', 20).ids).toHaveLength(20)
  })

  it('knows no synonyms where the district has none', async () =>
    expect((await searchOf(documents, [])).find('医保', 20).ids).toEqual([]))

  it('holds nothing certain while it is filled, and lets others work meanwhile', async () => {
    const search = await searchOf()
    const many = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, title: '停电', words: '' }))
    const filling = search.fill('2', many)
    await new Promise((resolve) => setImmediate(resolve))
    expect(search.stamp()).toBeUndefined()
    await filling
    expect(search.stamp()).toBe('2')
  })
})
