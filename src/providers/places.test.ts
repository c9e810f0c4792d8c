/** Places by name, from each map service: what is made of a good answer, and what every kind of bad one is called. */
import type { Outside, PlaceSource } from '@/server/ports'
import { amapPlacesAnswer, tencentPlacesAnswer } from '../../test/outside/answers'
import { FAULTS, type Provider, says, saysJson, startProvider } from '../../test/outside/provider'
import { amapPlaces } from './amapPlaces'
import { getter } from './fetching'
import { tencentPlaces } from './tencentPlaces'

const KEY = 'hunter2secret'
const WORDS = '示例医院'
const NEAR = { point: { lat: 39.273139, lng: 118.454004 }, city: '示例市', code: '130200' }
const HASTY_MS = 300
let get = getter()

let provider: Provider
beforeEach(async () => {
  get = getter()
  provider = await startProvider(says(''))
})
afterEach(() => provider.close())

const ask = (open: typeof tencentPlaces): ReturnType<PlaceSource> =>
  open({ get, key: KEY, origin: provider.origin })(WORDS, NEAR)
const SERVICES = [
  ['Tencent', tencentPlaces, tencentPlacesAnswer],
  ['Amap', amapPlaces, amapPlacesAnswer],
] as const
const TABLE = SERVICES.flatMap(([name, open]) =>
  FAULTS.map(([fault, behave, why]) => [name, fault, why, open, behave] as const),
)
const value = async <T>(answer: Promise<Outside<T>>): Promise<T> => {
  const given = await answer
  if (!given.ok) throw new Error(`${given.trouble.why} ${given.trouble.detail}`)
  return given.value
}
const askedFor = () => Object.fromEntries(new URL(provider.asked[0]?.path ?? '', provider.origin).searchParams)

it.each(TABLE)('%s with %s: %s', async (_, __, why, open, behave) => {
  provider.behave(behave)
  get = why === 'too-slow' ? getter(HASTY_MS) : getter()
  const answer = await ask(open)
  expect(answer).toMatchObject({ ok: false, trouble: { why } })
  expect(JSON.stringify(answer)).not.toContain(KEY)
  expect(JSON.stringify(answer)).not.toContain(WORDS)
})

it.each(SERVICES)('%s gives names, addresses and points as its maps draw them', async (_, open, answer) => {
  provider.behave(saysJson(answer))
  const [first, second, ...others] = await value(ask(open))
  expect(first).toMatchObject({ name: '示例医院', map: { lat: 39.273139, lng: 118.454004 } })
  expect(first?.address).toContain('甲路1号')
  expect(second).toMatchObject({ name: '示例医院东门', map: { lat: 39.2735, lng: 118.455 } })
  expect(others).toEqual([])
})

it('Tencent is asked within the city, near the middle of the district', async () => {
  provider.behave(saysJson(tencentPlacesAnswer))
  await ask(tencentPlaces)
  expect(askedFor()).toMatchObject({
    ...{ keyword: WORDS, region: '示例市', region_fix: '1' },
    ...{ location: '39.273139,118.454004', key: KEY },
  })
})

it('Amap is asked within the city by its code, near the middle of the district', async () => {
  provider.behave(saysJson(amapPlacesAnswer))
  await ask(amapPlaces)
  expect(askedFor()).toMatchObject({
    ...{ keywords: WORDS, city: '130200', citylimit: 'true' },
    ...{ location: '118.454004,39.273139', key: KEY },
  })
})

it.each([
  ['Tencent', 'its quota is used up', 'refused', tencentPlaces, { status: 121, message: 'x' }],
  ['Tencent', 'an error nobody knows', 'not-understood', tencentPlaces, { status: 500, message: 'x' }],
  ['Amap', 'its key is not known', 'refused', amapPlaces, { status: '0', info: 'x', infocode: '10001' }],
  ['Amap', 'an error nobody knows', 'not-understood', amapPlaces, { status: '0', info: 'x', infocode: '20800' }],
] as const)('%s, when %s: %s', async (_, __, why, open, answer) => {
  provider.behave(saysJson(answer))
  expect(await ask(open)).toMatchObject({ ok: false, trouble: { why } })
})

it.each([
  ['nothing is found', { status: 0, data: [] }, []],
  ['it leaves the list out', { status: 0 }, []],
])('Tencent, when %s: nothing', async (_, answer, expected) => {
  provider.behave(saysJson(answer))
  expect(await value(ask(tencentPlaces))).toEqual(expected)
})

it.each([
  ['a point in words', 'x,y'],
  ['a point outside the world', '218.4,39.2'],
])('Amap, with %s: that place is left out', async (_, location) => {
  provider.behave(saysJson({ infocode: '10000', tips: [{ name: '甲', location }] }))
  expect(await value(ask(amapPlaces))).toEqual([])
})
