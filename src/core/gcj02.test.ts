/** Where Chinese maps draw a point: within a metre of what gcoord 1.0.7 says, and untouched abroad. */
import { onMaps, toGcj02, toWgs84 } from './gcj02'

const METRE = 0.00001

test.each([
  // The first as computed with gcoord 1.0.7, to four digits; the second as geoChina documents it, to five.
  ['the centre of Caofeidian', { lat: 39.2719, lng: 118.4478 }, { lat: 39.2731, lng: 118.454 }, 0.00006],
  ['a square in Beijing', { lat: 39.915, lng: 116.404 }, { lat: 39.9164, lng: 116.41024 }, 0.00006],
  ['Beijing railway station', { lat: 39.90105, lng: 116.42079 }, { lat: 39.90245, lng: 116.42703 }, METRE],
])('%s is shifted as everybody shifts it', (_, here, there, near) => {
  const shown = toGcj02(here)
  expect(Math.abs(shown.lat - there.lat)).toBeLessThan(near)
  expect(Math.abs(shown.lng - there.lng)).toBeLessThan(near)
})

test('from the map and back is the same place, to a thousandth of a metre', () => {
  const here = { lat: 39.2719, lng: 118.4478 }
  const back = toWgs84(toGcj02(here))
  expect(Math.abs(back.lat - here.lat)).toBeLessThan(METRE / 1000)
  expect(Math.abs(back.lng - here.lng)).toBeLessThan(METRE / 1000)
})

/** Seeded, so that what fails once fails again. */
const SEED = 20261122
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

test(`anywhere in China the way back leads to within a tenth of a metre (seed ${SEED})`, () => {
  const next = chance(SEED)
  for (let n = 0; n < 500; n++) {
    const here = { lat: 18 + next() * 35, lng: 74 + next() * 60 }
    const back = toWgs84(toGcj02(here))
    const metres =
      Math.hypot(back.lat - here.lat, (back.lng - here.lng) * Math.cos((here.lat / 180) * Math.PI)) * 111_320
    expect({ here, isNear: metres < 0.1 }).toEqual({ here, isNear: true })
  }
})

test('abroad nothing is shifted back either', () => {
  expect(toWgs84({ lat: 51.5, lng: -0.12 })).toEqual({ lat: 51.5, lng: -0.12 })
})

test('abroad nothing is shifted', () => {
  expect(toGcj02({ lat: 51.5, lng: -0.12 })).toEqual({ lat: 51.5, lng: -0.12 })
})

test('of a route both ends are shifted, and nothing else', () => {
  const [from, to] = [
    { lat: 39.2719, lng: 118.4478 },
    { lat: 39.3, lng: 118.5 },
  ]
  const route = { id: 'a', name: { zh: '甲到乙', en: 'A to B' }, from, to }
  expect(onMaps(route)).toEqual({ ...route, from: toGcj02(from), to: toGcj02(to) })
})
