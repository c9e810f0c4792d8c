import { masked, type Private, privateDetails } from './privacy'

/** A number with the check character it needs; nobody's. */
const IDENTITY = '130230199001011238'
const CARD = '6222021234567890128'

describe('what is found', () => {
  it.each<[text: string, what: Private, found: string]>([
    ['联系人手机13912345678。', 'phone', '13912345678'],
    ['手机 139 1234 5678', 'phone', '139 1234 5678'],
    ['手机139-1234-5678', 'phone', '139-1234-5678'],
    ['手机１３９１２３４５６７８', 'phone', '１３９１２３４５６７８'],
    ['手机1 3 9 1 2 3 4 5 6 7 8', 'phone', '1 3 9 1 2 3 4 5 6 7 8'],
    ['+86 13912345678', 'phone', '86 13912345678'],
    ['8613912345678', 'phone', '8613912345678'],
    ['0086-139-1234-5678', 'phone', '0086-139-1234-5678'],
    ['2026-03-02 13912345678 来电', 'phone', '13912345678'],
    [`身份证${IDENTITY}`, 'identity', IDENTITY],
    ['身份证 130230 19900101 1238', 'identity', '130230 19900101 1238'],
    ['身份证11010519491231002x', 'identity', '11010519491231002x'],
    ['身份证１１０１０５１９４９１２３１００２Ｘ', 'identity', '１１０１０５１９４９１２３１００２Ｘ'],
    ['肇事车辆冀B12345', 'plate', '冀B12345'],
    ['冀B·12345', 'plate', '冀B·12345'],
    ['冀 B 车，冀b 1234A逃逸', 'plate', '冀b 1234A'],
    ['新能源车冀BD12345', 'plate', '冀BD12345'],
    ['冀Ｂ１２３４５', 'plate', '冀Ｂ１２３４５'],
    [`卡号${CARD}`, 'bank', CARD],
    ['卡号 6222 0212 3456 7890 128', 'bank', '6222 0212 3456 7890 128'],
    ['卡号4111-1111-1111-1111', 'bank', '4111-1111-1111-1111'],
  ])('in %s', (text, what, found) => {
    expect(privateDetails(text)).toEqual([{ what, text: found }])
  })

  it('is each told, in the order of the text', () => {
    const found = privateDetails('冀B12345 车主 13912345678、13812345678')
    expect(found.map(({ text }) => text)).toEqual(['冀B12345', '13912345678', '13812345678'])
  })

  it('keeps two numbers apart that stand side by side', () => {
    expect(privateDetails('13912345678 13812345678')).toHaveLength(2)
  })

  it('is told once, however often it stands there', () => {
    expect(privateDetails('13912345678，再说一遍：13912345678')).toHaveLength(1)
  })

  it('takes no longer for a text that is nothing but digits', () => {
    expect(privateDetails('1 '.repeat(10_000))).toEqual([])
  })
})

describe('what is nobody’s', () => {
  it.each([
    ['a hotline', '拨打12345、95598或110'],
    ['an office’s landline', '电话0315-8851234'],
    ['a landline in one piece', '03158851234'],
    ['a number that companies pay for', '400-612-3456'],
    ['a day and an hour', '2026-03-02 15:30'],
    ['some days in a row', '2026-03-02 2026-03-03'],
    ['a ticket', 'CFD-20260302-0001-7'],
    ['eleven digits of nobody', '12912345678'],
    ['twelve digits', '139123456789'],
    ['an identity number with a wrong check character', '130230199001011239'],
    ['an identity number of the thirteenth month', '130230199013011238'],
    ['a card number with a wrong check digit', '6222021234567890127'],
    ['a motorway', 'G25长深高速、S64'],
    ['words that begin like a plate', '京A级景区'],
    ['the beginning of plates', '冀B牌照车辆'],
    ['an amount', '投资1391234.5678万元'],
  ])('%s', (_, text) => {
    expect(privateDetails(text)).toEqual([])
  })
})

describe('what is covered', () => {
  it.each([
    ['手机13912345678。', '手机139******78。'],
    ['139 1234 5678', '139 **** **78'],
    ['车牌冀B·12345', '车牌冀B·***45'],
    ['拨打12345', '拨打12345'],
  ])('%s', (text, shown) => {
    expect(masked(text)).toBe(shown)
  })
})
