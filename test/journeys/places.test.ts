/** Looking for a place by its name while filing: the district's own, a map service's, and what happens on its bad days. */

import { toGcj02 } from '@/core/gcj02'
import { readOutside } from '@/hosts/env'
import { openOutside } from '@/hosts/outside'
import { amapPlaces } from '@/providers/amapPlaces'
import { getter } from '@/providers/fetching'
import { tencentPlaces } from '@/providers/tencentPlaces'
import { amapPlacesAnswer, tencentPlacesAnswer } from '../outside/answers'
import { FAULTS, type Provider, says, saysJson, startProvider } from '../outside/provider'
import { everywhere } from './everywhere'
import { openTown, type ServerTown, type Town } from './town'

const HALL = { lat: 39.2719, lng: 118.4478 }
const find = (town: Town, words: string) => town.anyone().gets('places.search', { words })
const namesOf = ({ places }: { places: { name: string }[] }) => places.map(({ name }) => name)

everywhere((open) => {
  let town: Town
  beforeEach(async () => {
    town = await open()
  })
  afterEach(() => town.close())

  it('finds the district’s own places, in both systems, without asking anybody outside', async () => {
    const { places, from } = await find(town, '区政府')
    expect(from).toBe('district')
    expect(places).toEqual([{ name: '曹妃甸区政府', address: '', point: HALL, map: toGcj02(HALL) }])
  })

  it.each(['政府', 'district GOVERNMENT', '曹妃甸 区政府'])('finds it by %s', async (words) => {
    expect(namesOf(await find(town, words)).length).toBe(1)
  })

  it('finds nothing for what nobody knows, and says so by an empty list', async () => {
    expect(await find(town, '不存在的地方')).toEqual({ places: [], from: 'district' })
  })

  it('wants words', async () => {
    expect(await town.anyone().isRefused('places.search', { words: '  ' })).toMatchObject({ code: 'invalid' })
  })
})

describe('with a map service', () => {
  let town: ServerTown
  let provider: Provider
  const openWith = async (from: 'tencent' | 'amap') => {
    const open = from === 'tencent' ? tencentPlaces : amapPlaces
    const search = open({ get: getter(300), key: 'k', origin: provider.origin })
    town = await openTown({
      outside: { ...openOutside(readOutside({ MINHU_WEATHER: 'none' })), places: { from, search } },
    })
  }
  beforeEach(async () => {
    provider = await startProvider(says(''))
  })
  afterEach(async () => {
    await town.close()
    await provider.close()
  })

  it.each([
    ['tencent', tencentPlacesAnswer],
    ['amap', amapPlacesAnswer],
  ] as const)('%s: its points come back as WGS-84, and who found them is named', async (from, answer) => {
    await openWith(from)
    provider.behave(saysJson(answer))
    const { places, from: named } = await find(town, '示例医院')
    expect(named).toBe(from)
    expect(places[0]?.map).toEqual({ lat: 39.273139, lng: 118.454004 })
    // What the map draws there is, on the ground, the middle of the district.
    expect(places[0]?.point.lat).toBeCloseTo(HALL.lat, 4)
    expect(places[0]?.point.lng).toBeCloseTo(HALL.lng, 4)
  })

  it('the district’s own stand first, and none stands there twice', async () => {
    await openWith('tencent')
    const location = { lat: 39.273, lng: 118.454 }
    provider.behave(saysJson({ status: 0, data: ['曹妃甸区政府', '区政府东门'].map((title) => ({ title, location })) }))
    expect(namesOf(await find(town, '区政府'))).toEqual(['曹妃甸区政府', '区政府东门'])
  })

  it('is not told a phone number that somebody typed among the words', async () => {
    await openWith('tencent')
    provider.behave(saysJson({ status: 0, data: [] }))
    await find(town, '示例医院 13912345678')
    expect(provider.asked).toEqual([])
    await find(town, '示例医院')
    expect(provider.asked.length).toBe(1)
  })

  it('a place of that name at the other end of the country is left out', async () => {
    await openWith('tencent')
    provider.behave(saysJson({ status: 0, data: [{ title: '示例医院', location: { lat: 23.1, lng: 113.3 } }] }))
    expect(await find(town, '示例医院')).toEqual({ places: [], from: 'district' })
  })

  it.each(FAULTS)('with %s the district’s own are still found', async (_, behave) => {
    await openWith('amap')
    provider.behave(behave)
    expect(await find(town, '区政府')).toMatchObject({ places: [{ name: '曹妃甸区政府' }], from: 'district' })
    expect(town.log.join()).toContain('"what":"places"')
    expect(town.log.join()).not.toContain('区政府')
  })
})
