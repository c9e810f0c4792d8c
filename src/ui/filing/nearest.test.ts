import { nearest, rounded, withChosen } from './nearest'

const HALL = { name: '区政府', point: { lat: 39.2719, lng: 118.4478 } }
const PORT = { name: '港', point: { lat: 38.95, lng: 118.5 } }

describe('where a point is', () => {
  it.each<[string, { lat: number; lng: number }, string, number]>([
    ['north of it', { lat: 39.2819, lng: 118.4478 }, '区政府', 0],
    ['north-east of it', { lat: 39.2769, lng: 118.4543 }, '区政府', 1],
    ['east of it', { lat: 39.2719, lng: 118.4578 }, '区政府', 2],
    ['south of it', { lat: 39.2619, lng: 118.4478 }, '区政府', 4],
    ['west of it', { lat: 39.2719, lng: 118.4378 }, '区政府', 6],
    ['north-west of it', { lat: 39.2769, lng: 118.4413 }, '区政府', 7],
    ['nearer to another', { lat: 38.96, lng: 118.5 }, '港', 0],
  ])('%s', (_, point, name, way) => {
    expect(nearest(point, [PORT, HALL])).toMatchObject({ place: { name }, way })
  })

  it('is measured in metres', () => {
    expect(nearest({ lat: 39.2819, lng: 118.4478 }, [HALL])?.metres).toBeCloseTo(1113, 0)
    expect(nearest({ lat: 39.2719, lng: 118.4578 }, [HALL])?.metres).toBeCloseTo(862, 0)
  })

  it('cannot be said where no place has a name', () => {
    expect(nearest(HALL.point, [])).toBeUndefined()
  })
})

it.each([
  [34, 30, 'metres'],
  [262, 250, 'metres'],
  [960, 950, 'metres'],
  [990, 1, 'kilometres'],
  [1440, 1.4, 'kilometres'],
  [12_300, 12, 'kilometres'],
])('%d metres are said as %d %s', (metres, n, unit) => {
  expect(rounded(metres)).toEqual({ n, unit })
})

describe('a place that was chosen', () => {
  it.each<[string, string, string, string | undefined, string]>([
    ['fills an empty field', '', '区医院', undefined, '区医院'],
    ['goes before words that were there', '门口第二个路灯', '区医院', undefined, '区医院，门口第二个路灯'],
    ['takes the place of an earlier choice', '区医院，门口第二个路灯', '区政府', '区医院', '区政府，门口第二个路灯'],
    ['leaves words alone where the earlier choice was rubbed out', '门口', '区政府', '区医院', '区政府，门口'],
    ['is not said twice', '区医院', '区医院', undefined, '区医院'],
  ])('%s', (_, address, chosen, before, expected) => {
    expect(withChosen(address, chosen, before)).toBe(expected)
  })
})
