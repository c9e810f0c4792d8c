/** A list that was pasted is taken whole or not at all, and what is wrong is told by its line. */
import { MAX_SPOTS } from '@/contract/spots'
import { pointOf, readRows } from './rows'

const known = {
  kind: 'lamp' as const,
  categories: [{ id: 'light', name: { zh: '路灯照明', en: 'Street lights' } }],
}
const read = (...lines: string[]) => readRows(lines.join('\n'), known)
const wrongLines = (...lines: string[]) => {
  const rows = read(...lines)
  return rows.ok ? [] : rows.faults.map(({ line, why }) => [line, why.zh])
}
const GOOD = 'LAMP-1,1 号灯杆,小学门口,路灯照明,39.27,118.44'

test('a whole line is a thing with its place and its category', () => {
  expect(read(GOOD)).toEqual({
    ok: true,
    spots: [
      {
        id: 'LAMP-1',
        kind: 'lamp',
        name: '1 号灯杆',
        address: '小学门口',
        category: 'light',
        point: { lat: 39.27, lng: 118.44, system: 'wgs84' },
      },
    ],
  })
})

test.each([
  ['commas of a Chinese keyboard', GOOD.replaceAll(',', '，')],
  ['a spreadsheet', GOOD.replaceAll(',', '\t')],
  ['spaces around', GOOD.replaceAll(',', ' , ')],
])('%s are understood', (_, line) => {
  expect(read(line)).toEqual(read(GOOD))
})

test('category and point may be missing, and their commas too', () => {
  const rows = read('A-1,名称,地址', 'A-2,名称,地址,,,')
  expect(rows.ok && rows.spots.map((spot) => Object.keys(spot).sort())).toEqual([
    ['address', 'id', 'kind', 'name'],
    ['address', 'id', 'kind', 'name'],
  ])
})

test('empty lines and the heading are passed over', () => {
  expect(read('编号,名称,地址,类别,纬度,经度', '', GOOD, '  ')).toEqual(read(GOOD))
})

test.each([
  ['a code with a space', 'LAMP 1,名称,地址', '编码只能用字母、数字和短横线，2 到 20 位。'],
  ['no name', 'A-1,,地址', '还有必填的内容没有写。'],
  ['no address', 'A-1,名称', '还有必填的内容没有写。'],
  ['a category that is none', 'A-1,名称,地址,天气', '没有“{name}”这个类别，可以空着。'],
  ['longitude before latitude', 'A-1,名称,地址,,118.44,39.27', '经纬度不对，先写纬度，再写经度，例如 39.27, 118.44。'],
  ['half a point', 'A-1,名称,地址,,39.27', '经纬度不对，先写纬度，再写经度，例如 39.27, 118.44。'],
  ['a comma too many', 'A-1,名称,地址,西侧,,39.27,118.44', '一行最多 6 项，名称和地址里不要用逗号。'],
  ['a code that was there already', 'lamp-1,名称,地址', '编码 {id} 写了两次。'],
])('%s is told by its line', (_, line, why) => {
  expect(wrongLines(GOOD, '', line)).toEqual([[3, why]])
})

test('every wrong line is told, not only the first', () => {
  expect(wrongLines('!,名称,地址', GOOD, 'A-1').map(([line]) => line)).toEqual([1, 3])
})

test('more than fit at once are refused before they are sent', () => {
  const rows = Array.from({ length: MAX_SPOTS + 1 }, (_, n) => `A-${n},名称,地址`)
  expect(read(...rows).ok).toBe(false)
  expect(read(...rows.slice(1)).ok).toBe(true)
})

test.each([
  ['39.27, 118.44', { lat: 39.27, lng: 118.44 }],
  ['39.27，118.44', { lat: 39.27, lng: 118.44 }],
  ['39.27 118.44', { lat: 39.27, lng: 118.44 }],
  ['', undefined],
  ['北纬39度', null],
  ['39.27,118.44,5', null],
])('%j as a point', (text, point) => {
  expect(pointOf(text)).toEqual(point)
})
