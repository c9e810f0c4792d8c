import { GOOD, isTied, type Known, knowledgeOf, nearest, plainer, readKnown } from './answering'

const plain = plainer(
  [
    ['暖气', '供暖', 'heating'],
    ['公交', '公交车'],
  ],
  ['示例区'],
)
const known = (id: string, ways: string[], more: Partial<Known> = {}): Known => ({
  id,
  ways,
  body: '',
  worth: 1,
  ...more,
})
const THINGS = [
  known('heating', ['家里暖气不热怎么办？', '暖气片是凉的'], { body: '先放气，再报修。' }),
  known('fund', ['住房公积金怎么提取？', '租房能取公积金吗']),
  known('bus', ['末班公交几点？']),
  known('wages', ['工资被拖欠，找谁？', '老板不给工钱']),
  known('number', ['暖气不热'], { worth: 0.7 }),
]
const knowledge = knowledgeOf(THINGS.map((one) => readKnown(one, plain)))
const near = (question: string) => nearest(question, knowledge, plain, 3)
const answer = (question: string) => near(question).find(({ score }) => score >= GOOD)?.id

test.each([
  ['家里暖气不热怎么办', 'heating'],
  ['供暖不热', 'heating'],
  ['示例区末班公交车几点', 'bus'],
  ['我租房子，能不能取公积金', 'fund'],
  ['拖欠工资', 'wages'],
])('%s is answered by what is known under %s', (question, id) => expect(answer(question)).toBe(id))

test.each(['火星上有水吗', '今晚吃什么', 'good morning', '', '？？？', '的了吗'])('"%s" is not answered', (question) =>
  expect(answer(question)).toBeUndefined(),
)

test('who says more about it comes before who only has the number', () =>
  expect(near('暖气不热').map(({ id }) => id)).toEqual(['heating', 'number']))

test('a wrong character offers what was meant, and answers nothing', () => {
  const [first] = near('公集金')
  expect(first?.id).toBe('fund')
  expect(first?.score).toBeLessThan(GOOD)
})

test('where three fit as well as each other, none is meant more than the others', () => {
  const three = (score: number) => ['a', 'b', 'c'].map((id) => ({ id, score, way: '' }))
  expect([isTied(three(0.5)), isTied(three(0.9)), isTied(three(0.5).slice(1))]).toEqual([true, false, false])
})

test('nothing is found where nothing is known', () => expect(nearest('停水', knowledgeOf([]), plain, 3)).toEqual([]))
