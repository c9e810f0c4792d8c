import { formOf, readPlace } from './form'

const EMPTY = formOf(undefined)

describe('the place of a rule, as it is written', () => {
  it.each([
    [{ where: 'anywhere' }, undefined],
    [
      { where: 'words', words: ' 高速，国道 省道、S262 ' },
      { in: 'words', words: ['高速', '国道', '省道', 'S262'] },
    ],
    [
      { where: 'words', words: ' ' },
      { in: 'words', words: [] },
    ],
    [
      { where: 'town', town: '唐海镇' },
      { in: 'town', town: '唐海镇' },
    ],
    [
      { where: 'circle', point: '39.2719，118.4478', metres: '500' },
      { in: 'circle', point: { lat: 39.2719, lng: 118.4478 }, metres: 500 },
    ],
    [{ where: 'circle', point: '新城大街', metres: '500' }, null],
    [{ where: 'circle', point: '', metres: '500' }, null],
  ] as const)('%j is %j', (written, place) => {
    expect(readPlace({ ...EMPTY, ...written })).toEqual(place)
  })
})

it('a rule that is changed stands in the fields as it was', () => {
  const unit = { id: 'urban', name: { zh: '城市管理局', en: 'City management' } }
  const place = { in: 'circle', point: { lat: 39.2719, lng: 118.4478 }, metres: 500 } as const
  const form = formOf({ id: 'r', title: '学校周边', categories: [], place, unit, coUnits: [], followed: 0, changed: 0 })
  expect(form).toMatchObject({
    title: '学校周边',
    where: 'circle',
    point: '39.2719, 118.4478',
    metres: '500',
    unit: 'urban',
  })
  expect(readPlace(form)).toEqual(place)
})
