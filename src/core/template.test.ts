import { beijing } from '../../test/situations'
import { ACCEPTED, isAccepted } from '../../test/template-limits'
import { FIELD_TYPES, type FieldType, fieldValue, typeOfField } from './template'

const MOMENT = beijing('Sat 2026-11-21 10:30')
const LATE = beijing('Fri 2027-01-01 00:05')

describe('a field', () => {
  it.each<[name: string, type: FieldType | null]>([
    ['thing2', 'thing'],
    ['short_thing1', 'short_thing'],
    ['character_string12', 'character_string'],
    ['phone_number3', 'phone_number'],
    ['thing', null],
    ['things2', null],
    ['enum1', null],
    ['const3', null],
    ['Thing2', null],
    ['thing2.DATA', null],
  ])('%s is of the type %s', (name, type) => {
    expect(typeOfField(name)).toBe(type)
  })
})

type Row = [type: FieldType, what: string, text: string, value: string | null]

describe('a value', () => {
  it.each<Row>([
    [
      'thing',
      'of twenty characters stays',
      '一二三四五六七八九十一二三四五六七八九十',
      '一二三四五六七八九十一二三四五六七八九十',
    ],
    [
      'thing',
      'of twenty-one is cut',
      '一二三四五六七八九十一二三四五六七八九十甲',
      '一二三四五六七八九十一二三四五六七八九…',
    ],
    ['thing', 'of several lines is one line', '路灯\r\n不亮\t了', '路灯 不亮 了'],
    ['thing', 'keeps no space at its ends', '  路灯不亮 \n', '路灯不亮'],
    ['thing', 'is not cut after a space', 'The street lamp on it is dark', 'The street lamp on…'],
    ['thing', 'keeps no control characters', '路\u0000灯\u202e不\u0007亮', '路灯不亮'],
    ['thing', 'keeps no half of an emoji', '路灯\ud83d不亮', '路灯不亮'],
    [
      'thing',
      'is not cut within an emoji',
      '一二三四五六七八九十一二三四五六七八😀😀',
      '一二三四五六七八九十一二三四五六七八…',
    ],
    ['thing', 'of nothing is none', ' \n ', null],
    ['short_thing', 'of five characters stays', '道路交通类', '道路交通类'],
    ['short_thing', 'of six is cut', '道路交通问题', '道路交通…'],
    ['phrase', 'of five Chinese characters stays', '等群众确认', '等群众确认'],
    ['phrase', 'of six is cut without a mark', '等群众来确认', '等群众来确'],
    ['phrase', 'keeps Chinese characters only', '已 answered 办结！', '已办结'],
    ['phrase', 'of no Chinese is none', 'done', null],
    ['character_string', 'keeps a ticket’s number', 'CFD-20261121-0007-1', 'CFD-20261121-0007-1'],
    ['character_string', 'keeps no Chinese and no space', '编号 A 1', 'A1'],
    ['character_string', 'of 33 characters is cut with dots that it may hold', 'x'.repeat(33), `${'x'.repeat(29)}...`],
    ['character_string', 'of 32 stays', 'x'.repeat(32), 'x'.repeat(32)],
    ['number', 'with a fraction stays', '12.50', '12.50'],
    ['number', 'loses the commas of its thousands', '1,234,567', '1234567'],
    ['number', 'that is too long is none, not another number', '1'.repeat(33), null],
    ['number', 'below zero is none, not another number', '-5', null],
    ['number', 'with its unit is none', '5天', null],
    ['letter', 'keeps letters only', 'Line 3 B', 'LineB'],
    ['letter', 'of 33 is cut', 'a'.repeat(33), 'a'.repeat(32)],
    ['symbol', 'keeps symbols only', '好★★★a', '★★★'],
    ['symbol', 'of six is cut', '★★★★★★', '★★★★★'],
    ['time', 'is a clock in Beijing', MOMENT, '2026年11月21日 10:30'],
    ['time', 'just after midnight in Beijing is already the next day', LATE, '2027年1月1日 00:05'],
    ['time', 'that is no moment is none', '下午三点', null],
    ['time', 'that cannot be is none', '2026-13-45T99:99:99.000Z', null],
    ['date', 'is a day in Beijing', LATE, '2027年1月1日'],
    ['date', 'that is no moment is none', '2026', null],
    ['amount', 'with sign and unit stays', '¥12.50元', '¥12.50元'],
    ['amount', 'loses the commas of its thousands', '￥1,200', '￥1200'],
    ['amount', 'that is too large is none', '12345678901', null],
    ['amount', 'in words is none', '一百元', null],
    ['phone_number', 'stays', '+86-0766-66888866', '+86-0766-66888866'],
    ['phone_number', 'loses its spaces', '0315 872 0000', '03158720000'],
    ['phone_number', 'of 18 characters is none, not another number', '1'.repeat(18), null],
    ['phone_number', 'with words is none', '转 3 号', null],
    ['car_number', 'with Chinese at both ends stays', '粤A8Z888挂', '粤A8Z888挂'],
    ['car_number', 'loses its dot', '冀B·12345', '冀B12345'],
    ['car_number', 'of nine characters is none', '冀B12345678', null],
    ['car_number', 'with Chinese in the middle is none', '冀B12挂34', null],
    ['name', 'of ten Chinese characters stays', '一二三四五六七八九十', '一二三四五六七八九十'],
    ['name', 'of eleven is cut', '一二三四五六七八九十甲', '一二三四五六七八九十'],
    ['name', 'of both kinds counts as Chinese', 'Anna王小小小小小小小', 'Anna王小小小小小'],
    ['name', 'of letters may have twenty', 'Alexandra Montgomery-Smith', 'Alexandra Montgomery'],
    ['name', 'has no digits', '王3小1', '王小'],
  ])('%s %s', (type, _, text, value) => {
    expect(fieldValue(type, text)).toBe(value)
    if (value) expect(value).toMatch(ACCEPTED[type])
  })
})

const SEED = Number(process.env.MINHU_SEED ?? Date.now() % 1_000_000)
const PIECES = [
  '路',
  '灯',
  'a',
  'Z',
  '7',
  '0',
  '-',
  '¥',
  '元',
  '.',
  ',',
  ' ',
  '\n',
  '\t',
  '\0',
  '😀',
  '\ud83d',
  '…',
  '+',
  '冀',
  '👨‍👩‍👧',
  '\u202e',
  MOMENT,
]

it.each(FIELD_TYPES)(`whatever goes in, WeChat takes what comes out as %s (seed ${SEED})`, (type) => {
  let state = SEED
  const below = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % most
  }
  let made = 0
  for (let n = 0; n < 3_000; n++) {
    const text = Array.from({ length: below(n % 3 ? 40 : 6) }, () => PIECES[below(PIECES.length)] ?? '').join('')
    for (const given of [text, text.replace(/[^\d.]/g, ''), text.replace(/[^冀aZ70]/gu, ''), MOMENT]) {
      const value = fieldValue(type, given)
      if (value === null) continue
      made++
      if (!isAccepted(type, value)) throw new Error(`${JSON.stringify(given)} became ${JSON.stringify(value)}`)
    }
  }
  expect(made).toBeGreaterThan(0)
})
