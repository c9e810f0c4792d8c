/**
 * What the sample district was asked in the weeks before today, so that its figures have something to count. Made up
 * (示例), from a few matters that come again at other places: each is played through the real actions like a scenario.
 */
import type { Kind, ResultKind } from '@/core/kind'
import type { PictureName } from './pictures'
import type { ActStep, Scenario, When } from './scenarios'

type Matter = {
  kind: Kind
  category: string
  unit: string
  by: string
  asks: string
  result: ResultKind
  answers: string
  reason?: string
  shows?: PictureName
}

const MATTERS: Matter[] = [
  {
    kind: 'complaint',
    category: 'light',
    unit: 'urban',
    by: 'o_zhao',
    asks: '路灯不亮，晚上走路看不清。',
    result: 'done',
    answers: '已换好灯泡和镇流器，当晚复查全部亮了。',
    shows: 'lit',
  },
  {
    kind: 'complaint',
    category: 'clean',
    unit: 'urban',
    by: 'o_zhao',
    asks: '路边的垃圾桶满了好几天，没有人来收。',
    result: 'done',
    answers: '当天已清运并冲洗地面，收运改为每天两次。',
    shows: 'clean',
  },
  {
    kind: 'complaint',
    category: 'traffic',
    unit: 'transport',
    by: 'o_li',
    asks: '路口的坑越来越深，骑车的人摔了两个。',
    result: 'done',
    answers: '坑槽已铣刨重铺，沿线另外三处一起补好。',
    shows: 'cones',
  },
  {
    kind: 'suggestion',
    category: 'traffic',
    unit: 'transport',
    by: 'o_li',
    asks: '公交末班车能不能晚半个小时？下中班的人赶不上。',
    result: 'impossible',
    answers: '末班车的调整要等下半年线路评估，意见已列入评估清单。',
    reason: '线路每半年调整一次，年内已经调整过。',
  },
  {
    kind: 'consult',
    category: 'housing',
    unit: 'housing',
    by: 'o_liu',
    asks: '老旧小区加装电梯要办什么手续，补助多少？',
    result: 'done',
    answers: '要先由全楼表决，再到窗口受理。需要的材料和补助办法已发给您，窗口周一到周五都能办。',
  },
  {
    kind: 'help',
    category: 'housing',
    unit: 'housing',
    by: 'o_liu',
    asks: '楼道的水管漏水，物业说要等。',
    result: 'done',
    answers: '维修队当天已更换破裂的接头，三楼到五楼恢复供水。',
    shows: 'cones',
  },
  {
    kind: 'complaint',
    category: 'noise',
    unit: 'urban',
    by: 'o_zhao',
    asks: '工地夜里十一点以后还在打桩。',
    result: 'elsewhere',
    answers: '工地在港区管委会辖区内，已联系他们当晚到场，后续由他们答复您。',
  },
]

const PLACES = ['垦丰大街', '新城大街', '建设大街', '友谊路', '长丰街', '唐海镇南环路', '工业区三号路', '滨海街']

/** Duty minutes until a person spoke, in turn: mostly within ten, now and then not. */
const FIRST_WORDS = [3, 5, 4, 7, 6, 2, 9, 12, 4, 8, 5, 31]
/** Working days until it was answered. */
const SOLVED_IN = [1, 2, 4, 3, 6, 2, 9, 5]
/** What the asker says then: stars, `not` that it is not solved, or nothing at all. */
const LAST_WORDS = [5, 4, 'nothing', 5, 'not', 5, 'nothing', 3, 4] as const

const WEEKS = 9
/** Working days back of the latest answer: whoever speaks on the day after has spoken by now. */
const LATEST = 2
const WORKDAYS = 5
/** How many in each week, the latest first. */
const A_WEEK = [7, 8, 6, 9, 7, 5, 8, 6, 7]

const turn = <T>(list: readonly [T, ...T[]] | readonly T[], number: number): T => {
  const found = list[number % list.length]
  if (found === undefined) throw new Error('an empty list has no turns')
  return found
}

const at = (workdaysBack: number, hour: number, minute: number): When => ({
  workdaysBack,
  clock: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
})

/** The oldest first, as they came in. */
export function past(): Scenario[] {
  const cases: Scenario[] = []
  for (let week = WEEKS; week > 0; week--) {
    for (let order = 0; order < turn(A_WEEK, week - 1); order++) cases.push(oneCase(cases.length, week, order))
  }
  return cases
}

function oneCase(number: number, week: number, order: number): Scenario {
  const matter = turn(MATTERS, number)
  const filedOn = week * WORKDAYS + WORKDAYS - (order % WORKDAYS)
  const hour = 9 + (number % 8)
  const minutes = turn(FIRST_WORDS, number)
  const answeredOn = Math.max(LATEST, filedOn - turn(SOLVED_IN, number))
  const { kind, category, unit, by, result, answers, reason, shows } = matter
  const steps: Scenario['steps'] = [
    {
      when: at(filedOn, hour, 5),
      file: {
        ...{ kind, category, text: `${turn(PLACES, number)}：${matter.asks}` },
        ...{ address: turn(PLACES, number), photos: [], visibility: 'anonymous' },
      },
    },
    {
      when: at(filedOn, hour, 5 + minutes),
      by: 'o_wang',
      act: { do: 'reply', text: '您好，已经收到，马上转给负责的单位，今天给您一个说法。' },
    },
    { when: at(filedOn, hour, 6 + minutes), by: 'o_wang', act: { do: 'dispatch', unit } },
    { when: at(filedOn, hour, 50), by, act: { do: 'take' } },
    {
      when: at(answeredOn, 18, number % 60),
      by,
      act: { do: 'answer', result, text: answers, ...(reason && { reason }) },
      ...(shows && { photos: [shows] }),
    },
    ...lastWords(number),
  ]
  return {
    name: `past ${number}`,
    about: 'A case of the weeks before.',
    citizen: `c_sample_past_${number % 20}`,
    steps,
  }
}

/** On the day after. Those who say nothing are closed by the clock, as everywhere. */
function lastWords(number: number): ActStep[] {
  const said = turn(LAST_WORDS, number)
  const when = { nextDay: '09:20' }
  if (said === 'nothing') return []
  if (said === 'not') return disputed(when)
  return [
    { when, by: 'asker', act: { do: 'confirm' } },
    { when: { minutesAfter: 1 }, by: 'asker', act: { do: 'rate', stars: said } },
  ]
}

const disputed = (when: When): ActStep[] => [
  { when, by: 'asker', act: { do: 'dispute', text: '去看过了，还是老样子，没有解决。' } },
  {
    when: { minutesAfter: 90 },
    by: 'o_chen',
    act: { do: 'review', outcome: 'uphold', text: '复核时到现场看过，已经恢复，照片附在答复里。' },
  },
]
