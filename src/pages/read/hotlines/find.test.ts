import type { HotlineLine } from '@/contract/reading'
import { findHotlines } from './find'

const line = (number: string, title: string, needs: string[], summary = ''): HotlineLine => ({
  ...{ id: number, sample: true, publishedAt: '2026-11-20T00:00:00Z', group: 'home' },
  ...{ title: { zh: title, en: `Line ${number}` }, summary: { zh: summary, en: '' }, hours: { zh: '', en: '' } },
  ...{ number, needs, source: '示例', checkedAt: '2026-11-20' },
})
const power = line('95598', '电力服务热线', ['停电', '电费'], '停电报修、电费查询')
const rights = line('12315', '消费者投诉', ['投诉', '价格'], '买到假货、乱收电费可以投诉')
const legal = line('12348', '法律援助', ['律师'], '')
const lines = [rights, legal, power]

test.each([
  ['a need', '停电', ['95598']],
  ['a sentence that says a need', '家里停电了怎么办', ['95598']],
  ['a part of a need', '电', ['95598', '12315']],
  ['a number', '12348', ['12348']],
  ['the beginning of a number', '123', ['12315', '12348']],
  ['a number in full-width digits', '１２３４８', ['12348']],
  ['an English name, in capitals', 'LINE 95598', ['95598']],
  ['a word of the summary', '假货', ['12315']],
  ['a need before what is only said', '电费', ['95598', '12315']],
  ['two words, of which a line must have both', '投诉 价格', ['12315']],
  ['two words that no line has together', '停电 律师', []],
  ['nothing that is there', '天气', []],
  ['nothing at all', '  ', []],
])('%s: %s', (_, typed, numbers) => expect(findHotlines(lines, typed).map(({ number }) => number)).toEqual(numbers))
