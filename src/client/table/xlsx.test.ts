import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import type { Cell } from './csv'
import { xlsxWriter } from './xlsx'

const { DOMParser } = new JSDOM().window

/** The file of these pages of rows, as its parts. */
function written(head: string[], ...pages: Cell[][][]): Record<string, string> {
  const { add, end } = xlsxWriter('数据', head)
  const bytes = Buffer.concat([...pages.flatMap(add), ...end()])
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

/** Rows of cells, each with where it is, what kind, and what is in it. */
function cellsOf(parts: Record<string, string>): string[][] {
  const sheet = new DOMParser().parseFromString(parts['xl/worksheets/sheet1.xml'] ?? '', 'application/xml')
  expect(sheet.querySelector('parsererror')).toBeNull()
  return [...sheet.getElementsByTagName('row')].map((row) =>
    [...row.getElementsByTagName('c')].map(
      (cell) => `${cell.getAttribute('r')} ${cell.getAttribute('t') ?? 'n'} ${cell.textContent}`,
    ),
  )
}

it('holds heads and rows, page after page: words as words, numbers as numbers, nothing where nothing is', () => {
  expect(
    cellsOf(
      written(
        ['编号', '分钟'],
        [['a', 1]],
        [],
        [
          ['', -2.5],
          ['c', ''],
        ],
      ),
    ),
  ).toEqual([
    ['A1 inlineStr 编号', 'B1 inlineStr 分钟'],
    ['A2 inlineStr a', 'B2 n 1'],
    ['B3 n -2.5'],
    ['A4 inlineStr c'],
  ])
})

it.each([
  ['a formula is words', '=1+1'],
  ['signs of XML', '<b>&"quoted"</b>'],
  ['spaces at the ends', ' a '],
  ['an emoji', '😀'],
])('keeps %s', (_, words) => {
  expect(cellsOf(written(['h'], [[words]]))[1]).toEqual([`A2 inlineStr ${words}`])
})

it('leaves out what XML cannot hold, which nobody sees', () => {
  expect(cellsOf(written(['h'], [['a\u0000\u0008b\uFFFE\uD800c']]))[1]).toEqual(['A2 inlineStr abc'])
})

it('names the columns after Z as Excel does', () => {
  const head = Array.from({ length: 28 }, (_, n) => `h${n}`)
  const [first] = cellsOf(written(head))
  expect(first?.slice(25)).toEqual(['Z1 inlineStr h25', 'AA1 inlineStr h26', 'AB1 inlineStr h27'])
})

it('has every part that Excel looks for, each well-formed', () => {
  const parts = written(['h'])
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
  for (const text of Object.values(parts)) {
    expect(new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')).toBeNull()
  }
})
