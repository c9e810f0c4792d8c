/** Two hundred people without water, each in their own words: put together of parts, no two the same. */
import type { Filing, Person } from './people'
import type { Town } from './town'

export const TITLE = { zh: '新城停水什么时候恢复？', en: 'When is the water back in the new town?' }
export const QUESTION = {
  zh: '新城一带今天停水，是什么原因，什么时候恢复供水？',
  en: 'There is no water in the new town today. Why, and when will it be back?',
}
export const ANSWER = {
  zh: '主管道爆裂，正在抢修，预计今晚八点恢复供水。',
  en: 'The main burst and is being mended. Water is expected back at 8 pm.',
}
export const CORRECTED = {
  zh: '抢修遇到困难，恢复供水改到明天早上六点。三处送水点已经设好。',
  en: 'The repair takes longer: water is back at 6 tomorrow morning. There are three places with water.',
}

const BEGINS = [
  '请问一下，',
  '你好，',
  '急！',
  '麻烦问问，',
  '领导好，',
  '想咨询一下，',
  '在线等，',
  '帮忙看看，',
  '家里有老人，',
  '孩子要洗澡，',
]
const HOMES = [
  '翡翠园',
  '滨海花苑',
  '学府里',
  '港湾家园',
  '湿地南区',
  '金沙小区',
  '曙光里',
  '唐人街北区',
  '碧海一期',
  '安居苑',
]
const SAYS = ['自来水停了', '没有水了', '水龙头一滴水都没有', '突然停水', '从早上就停水']
const ASKS = ['什么时候来水？', '几点能恢复供水？', '今天还能有水吗？', '停水要停到什么时候？']
const ENGLISH = ['Hello,', 'Sorry to ask,', 'Urgent:', 'Please tell me,', 'Dear office,']
const ENGLISH_SAYS = ['there is no water', 'the water is off', 'our taps are dry', 'the water supply stopped']
const ENGLISH_ASKS = ['when is it back?', 'when will the supply return?']
const SURNAMES = [...'赵钱孙李周吴郑王冯陈']
const GIVEN = [...'建国秀英志强丽娟海燕晓东雪梅文博']

const of = <T>(some: readonly T[], index: number): T => some[index % some.length] as T

/** What nobody else has: a house of their own, a name, a telephone. */
export type Asker = { who: Person; lang: 'zh' | 'en'; text: string; name: string; phone: string; no?: string }

/** One of five writes English. */
export function wordsOf(index: number): Omit<Asker, 'who' | 'no'> {
  const lang = index % 5 === 4 ? 'en' : 'zh'
  const house = 100 + index
  const text =
    lang === 'en'
      ? `${of(ENGLISH, index)} ${of(ENGLISH_SAYS, Math.floor(index / 5))} at house ${house}, ${of(ENGLISH_ASKS, Math.floor(index / 20))}`
      : `${of(BEGINS, index)}${of(HOMES, Math.floor(index / 10))}${house}号${of(SAYS, Math.floor(index / 3))}，${of(ASKS, Math.floor(index / 7))}`
  const name = `${of(SURNAMES, index)}${of(GIVEN, index)}${of(GIVEN, Math.floor(index / GIVEN.length) + index + 1)}`
  return { lang, text, name, phone: `139${String(10_000_000 + index * 7919).padStart(8, '0')}` }
}

export const filing = ({ text, name, phone }: Pick<Asker, 'text' | 'name' | 'phone'>): Partial<Filing> => ({
  ...{ kind: 'consult', category: 'other', place: {}, visibility: 'shown' },
  ...{ text, name, phone },
})

/** People come in the order of their numbers, each with a phone of their own. */
export async function askersOf(town: Town, from: number, to: number): Promise<Asker[]> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index)
  return Promise.all(numbers.map(async (index) => ({ ...wordsOf(index), who: await town.citizen() })))
}
/** What is new in the corrected one. */
export const CHANGE = { zh: '恢复时间由今晚八点改到明早六点', en: 'Back at six tomorrow, not at eight tonight' }
