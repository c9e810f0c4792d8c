import type { AskReply, ReplyLine } from '@/contract/ask'
import { type Form, fitted, MOST_BYTES, offersOf, plain, rendered } from './rendering'

const chat: Form = { door: 'chat', lang: 'zh', appid: 'wx0123456789abcdef', origin: 'https://minhu.example' }
const account: Form = { ...chat, door: 'account' }
const both = (text: string) => ({ zh: text, en: text })
const reply = (said: string, lines: ReplyLine[] = [], more: Partial<AskReply> = {}): AskReply => ({
  ...{ is: 'list', said: both(said), lines },
  ...more,
})
const bytes = (text: string) => Buffer.byteLength(text)
const MORE =
  '<a href="https://minhu.example/#/p" data-miniprogram-appid="wx0123456789abcdef" data-miniprogram-path="p">更多</a>'

describe('a text that WeChat takes', () => {
  const exact = 'a'.repeat(MOST_BYTES)

  it('of 2,048 bytes stays as it is', () => {
    expect(fitted([exact], '更多', chat, 'p')).toBe(exact)
  })

  it.each([
    ['one byte more', [`${exact}a`]],
    ['long lines', Array<string>(100).fill('停水通知'.repeat(10))],
    ['signs of many bytes', ['👨‍👩‍👧‍👦'.repeat(200)]],
    ['a first line alone that is too long, and others', ['水'.repeat(2000), '1 天气', '2 路况']],
  ])('is cut where it is more: %s', (_, lines) => {
    const text = fitted(lines, '更多', chat, 'p')
    expect([bytes(text) <= MOST_BYTES, text.endsWith(MORE)]).toEqual([true, true])
  })

  it('is never cut inside a sign', () => {
    const text = fitted(['👨‍👩‍👧‍👦'.repeat(200)], '更多', chat, 'p')
    expect(text.split('……')[0]?.replaceAll('👨‍👩‍👧‍👦', '')).toBe('')
  })

  it('is never cut inside a line of its own: a link stays whole', () => {
    const lines = ['水'.repeat(600), ...Array<string>(9).fill(MORE)]
    expect(
      fitted(lines, '更多', chat, 'p')
        .split('\n')
        .slice(1)
        .every((line) => line === MORE),
    ).toBe(true)
  })
})

it.each([
  ['in the chat a number is typed', chat, '1 天气'],
  ['in the account it is tapped', account, '<a href="weixin://bizmsgmenu?msgmenucontent=1&msgmenuid=1">1 天气</a>'],
])('%s', (_, form, line) => {
  const menu = reply('请回复数字：', [{ number: '1', title: both('天气'), opens: { is: 'say', words: '1' } }])
  expect(rendered(menu, form)).toBe(`请回复数字：\n${line}`)
})

it('a line that opens something is a link into the mini program', () => {
  const line: ReplyLine = { title: both('停水通知'), opens: { is: 'release', id: 'r1' } }
  expect(rendered(reply('', [line]), chat)).toContain(
    '<a href="https://minhu.example/#/pages/read/reading/index?id=r1" data-miniprogram-appid="wx0123456789abcdef" data-miniprogram-path="pages/read/reading/index?id=r1">停水通知</a>',
  )
})

it('a telephone number stands there to be called', () => {
  const line: ReplyLine = { title: both('供水'), opens: { is: 'phone', number: '8812345' } }
  expect(rendered(reply('', [line]), chat)).toContain('供水 8812345')
})

it('questions without a number get one for this reply', () => {
  const lines = ['明天停水吗', '水费怎么交'].map((words) => ({
    title: both(words),
    opens: { is: 'say' as const, words },
  }))
  const nearest = reply('是不是这些？', lines, { is: 'nearest' })
  expect(offersOf(nearest)).toEqual([
    { number: '1', words: '明天停水吗' },
    { number: '2', words: '水费怎么交' },
  ])
  expect(rendered(nearest, chat)).toBe(
    '是不是这些？\n1 明天停水吗\n2 水费怎么交\n回复 1 到 2 看答案，回复“人工”找工作人员。',
  )
})

it.each([
  ['when they were last checked', { checkedAt: '2026-03-01', publishedAt: '2026-02-01T02:00:00Z' }, '2026-03-01 核对'],
  [
    'the day here on which they were said, where nobody checks them',
    { publishedAt: '2026-02-01T20:00:00Z' },
    '2026-02-02 发布',
  ],
])('where the words are from is said, and %s', (_, when, says) => {
  const unit = { id: 'water', name: both('水务局') }
  const from = { id: 'f1', kind: 'faq' as const, title: both('停水怎么办'), sample: true, unit, ...when }
  expect(rendered(reply('先看是不是全楼停水。', [], { from }), { ...chat, appid: undefined, origin: undefined })).toBe(
    `先看是不是全楼停水。\n来源：停水怎么办 (水务局，${says}，示例)`,
  )
})

it('what somebody wrote becomes no link', () => {
  expect(plain('<a href="https://bad.example">点我</a>')).toBe('＜a href="https://bad.example"＞点我＜/a＞')
})
