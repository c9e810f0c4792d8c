import { gramsOf } from './grams'
import { type Example, type Hint, type Lesson, learn } from './learn'
import { opened } from './model'
import { suggest } from './suggest'

const CATEGORIES = ['light', 'water', 'noise']
const HINTS: Hint[] = [
  { category: 'light', words: ['路灯照明', '灯不亮', 'street light'] },
  { category: 'water', words: ['停水', '自来水', 'water supply'] },
  { category: 'noise', words: ['噪音扰民', '太吵', 'noise'] },
]
const filed = (category: string, ...texts: string[]): Example[] =>
  texts.map((text, turn) => ({ category, text, who: `${category}-${turn}` }))
const EXAMPLES = [
  ...filed('light', '大街上黑漆漆的，灯坏了', '灯坏了没人修，黑漆漆看不见路', '门口一片黑漆漆'),
  ...filed('water', '龙头里一滴都没有', '龙头放出来发黄', '早上龙头又没有了'),
  ...filed('noise', '夜里打桩，睡不着', '打桩打到半夜', '广场上唱歌，睡不着'),
]
const lesson = (changed: Partial<Lesson> = {}): Lesson => ({
  ...{ categories: CATEGORIES, examples: EXAMPLES, hints: HINTS, seed: 1 },
  ...changed,
})
const suggested = (text: string, changed: Partial<Lesson> = {}) => suggest(opened(learn(lesson(changed))), { text })
const best = (text: string, changed: Partial<Lesson> = {}) => suggested(text, changed)[0]?.category

describe('the category of a text', () => {
  it.each([
    ['in words that others used', '我们那条路也是黑漆漆的', 'light'],
    ['in the district’s own words', '又停水了', 'water'],
    ['in English', 'There is so much noise at night', 'noise'],
    ['of two things, the one that is said more of', '打桩打了一夜，睡不着，太吵，路灯下都听得见', 'noise'],
  ])('%s', (_, text, category) => expect(best(text)).toBe(category))

  it('is told from the district’s own words before anybody has filed anything', () =>
    expect(best('楼下的路灯不亮了', { examples: [] })).toBe('light'))

  it('is told from what people filed where the district has no words', () =>
    expect(best('龙头没有水', { hints: [] })).toBe('water'))

  it('comes with all others, the more probable first, and their shares are one', () => {
    const found = suggested('打桩太吵，龙头也没有水')
    expect(found.map(({ category }) => category)).toEqual(['noise', 'water', 'light'])
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })

  it('says which words spoke for it', () => expect(suggested('又停水了')[0]?.why).toContain('停水'))
})

describe('nothing is suggested', () => {
  it.each([
    ['for words that nobody knows', '您好，请问一下'],
    ['for signs', '？？？！！！'],
    ['for nothing', ''],
  ])('%s', (_, text) => expect(suggested(text)).toEqual([]))

  it('where nothing was learnt', () => expect(suggested('路灯不亮', { examples: [], hints: [] })).toEqual([]))
})

describe('what is learnt', () => {
  const wordsIn = (changed: Partial<Lesson>) => learn(lesson(changed)).words.split(' ')

  it('has no word that one person alone wrote, however often', () => {
    const mine = ['张翠花家门口太暗', '张翠花又来问了'].map((text) => ({ category: 'light', text, who: 'me' }))
    expect(wordsIn({ examples: [...EXAMPLES, ...mine] })).not.toContain('翠花')
  })

  it('has a word that two people wrote', () => {
    const two = ['me', 'you'].map((who) => ({ category: 'light', text: '灯杆歪了', who }))
    expect(wordsIn({ examples: [...EXAMPLES, ...two] })).toContain('灯杆')
  })

  it('has its words in no order in which they were written', () => {
    const two = ['me', 'you'].map((who) => ({ category: 'light', text: '张家灯杆歪了', who }))
    const words = wordsIn({ examples: two })
    expect(words).toEqual([...words].sort())
  })

  it('leaves out categories that there are no more', () =>
    expect(learn(lesson({ categories: ['light', 'water'] })).examples).toBe(6))

  it('is the same from the same tickets', () => expect(learn(lesson())).toEqual(learn(lesson())))

  it('is plain JSON', () => expect(JSON.parse(JSON.stringify(learn(lesson())))).toEqual(learn(lesson())))

  it('knows from other texts which words everybody uses', () => {
    const examples = [
      ...filed('light', '今天上午灯坏了', '今天上午灯不亮'),
      ...filed('water', '龙头没有水', '龙头坏了'),
    ]
    const others = Array.from({ length: 50 }, () => gramsOf({ text: '今天上午' }))
    const share = (changed: Partial<Lesson>) =>
      suggested('今天上午龙头', { examples, hints: [], ...changed }).find(({ category }) => category === 'water')?.share
    expect(share({ others })).toBeGreaterThan(share({}) ?? 1)
  })

  it('is one document of a store, whatever a city writes', () => {
    const signs = Array.from({ length: 3000 }, (_, turn) => String.fromCharCode(0x4e00 + turn))
    const text = (turn: number) =>
      Array.from({ length: 75 }, (_, at) => signs[(turn * 41 + at * (1 + (turn % 97))) % 3000]).join('')
    const examples = Array.from({ length: 2000 }, (_, turn) => ({
      category: CATEGORIES[turn % 3] ?? '',
      text: text(turn % 900),
    }))
    expect(Buffer.byteLength(JSON.stringify(learn(lesson({ examples }))))).toBeLessThan(500_000)
  })
})
