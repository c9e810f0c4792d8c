import { gramsOf } from './grams'

const words = (text: string) => [...gramsOf({ text }).keys()]

describe('what a text is known by', () => {
  it.each([
    ['pairs of Chinese characters', '路灯不亮', ['路灯', '灯不', '不亮']],
    ['none over a sign', '路灯，不亮', ['路灯', '不亮']],
    ['whole English words, one and many alike', 'Street lamps', ['street', 'lamp']],
    ['no little English words', 'it is the lamp', ['lamp']],
    ['full-width letters as narrow ones', 'ＢＵＳ', ['bus']],
    ['no house or road numbers', '3号楼 S262 12 栋', ['号楼']],
    ['no telephone number, however it is written', '打电话 139-1234-5678 找人', ['打电', '电话', '找人']],
    ['no number plate', '车牌冀B·12345占道', ['车牌', '占道']],
    ['nothing of signs and emoji', '！！😡😡', []],
    ['nothing of nothing', '', []],
  ])('%s', (_, text, expected) => expect(words(text)).toEqual(expected))

  it('a title counts three times', () => expect(gramsOf({ title: '路灯', text: '路灯' }).get('路灯')).toBe(4))

  it('what comes late in a long text is not read', () => expect(words(`${'，'.repeat(200)}路灯`)).toEqual([]))
})
