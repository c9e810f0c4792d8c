/** Each provider: what is made of a good answer, and what every kind of bad one is called. */
import { generateKeyPairSync, verify } from 'node:crypto'
import type { Outside, WatchedRoute } from '@/server/ports'
import { amapAnswer, openMeteoAnswer, qweatherAnswers, tencentAnswer } from '../../test/outside/answers'
import { type Behaviour, FAULTS, type Provider, says, saysJson, startProvider } from '../../test/outside/provider'
import { amapTraffic } from './amap'
import { feedSource } from './feeds'
import { getter } from './fetching'
import { openMeteo } from './openMeteo'
import { type QWeatherKey, qweather } from './qweather'
import { tencentTraffic } from './tencent'

const NOW = new Date('2026-03-02T02:00:00Z')
const PLACE = { lat: 39.27, lng: 118.45 }
const ROUTES: WatchedRoute[] = [
  {
    id: 'a',
    name: { zh: '甲到乙', en: 'A to B' },
    from: { lat: 39.273139, lng: 118.454004 },
    to: { lat: 39.3, lng: 118.5 },
  },
]
const KEY = 'hunter2secret'
/** As patient as the program is; less where it is known that nothing comes. */
const HASTY_MS = 300
let get = getter()

let provider: Provider
beforeEach(async () => {
  get = getter()
  provider = await startProvider(says(''))
})
afterEach(() => provider.close())

const asOpenMeteo = () => openMeteo({ get, origin: provider.origin })(PLACE, NOW)
const asQWeather = (key: QWeatherKey = { apiKey: KEY }) => qweather({ get, host: provider.origin, key })(PLACE, NOW)
const asTencent = () => tencentTraffic({ get, key: KEY, origin: provider.origin })(ROUTES, NOW)
const asAmap = () => amapTraffic({ get, key: KEY, origin: provider.origin })(ROUTES, NOW)
const asFeed = () => feedSource(get)(`${provider.origin}/feed?key=${KEY}`)

const PROVIDERS: [string, () => Promise<Outside<unknown>>][] = [
  ['Open-Meteo', asOpenMeteo],
  ['QWeather', asQWeather],
  ['Tencent', asTencent],
  ['Amap', asAmap],
  ['a feed', asFeed],
]
const TABLE = PROVIDERS.flatMap(([name, ask]) =>
  FAULTS.map(([fault, behave, why]) => [name, fault, why, ask, behave] as const),
)

it.each(TABLE)('%s with %s: %s', async (_, __, why, ask, behave) => {
  provider.behave(behave)
  get = why === 'too-slow' ? getter(HASTY_MS) : getter()
  const answer = await ask()
  expect(answer).toMatchObject({ ok: false, trouble: { why } })
  expect(JSON.stringify(answer)).not.toContain(KEY)
  expect(JSON.stringify(answer)).not.toContain(provider.origin)
})

it.each(PROVIDERS)('%s that is not there: unreachable', async (_, ask) => {
  await provider.close()
  expect(await ask()).toMatchObject({ ok: false, trouble: { why: 'unreachable' } })
})

const value = async <T>(answer: Promise<Outside<T>>): Promise<T> => {
  const given = await answer
  if (!given.ok) throw new Error(`${given.trouble.why} ${given.trouble.detail}`)
  return given.value
}
/** The answer, changed at one place. */
const changed = (answer: object, path: string, to: unknown): unknown => {
  const copy = structuredClone(answer)
  const names = path.split('.')
  const last = names.pop() ?? ''
  const at = names.reduce((part, name) => Reflect.get(part, name), copy)
  if (to === undefined) Reflect.deleteProperty(at, last)
  else Reflect.set(at, last, to)
  return copy
}

describe('Open-Meteo', () => {
  const answers = (path: string, to: unknown) => {
    provider.behave(saysJson(changed(openMeteoAnswer(NOW), path, to)))
    return asOpenMeteo()
  }

  it('gives now, the hours from now on and the days, in moments and metres a second, with its name', async () => {
    provider.behave(saysJson(openMeteoAnswer(NOW)))
    const { now, hours, days, warnings, source } = await value(asOpenMeteo())
    expect(now).toEqual({
      at: '2026-03-02T02:00:00.000Z',
      temperature: 4.2,
      feelsLike: 0.9,
      humidity: 61,
      sky: 'overcast',
      rain: 0,
      wind: { speed: 5.4, direction: 310, gusts: 9.1 },
    })
    expect(hours).toHaveLength(48)
    expect(hours[0]).toEqual({ at: '2026-03-02T02:00:00.000Z', temperature: 10, sky: 'rain', rainChance: 20 })
    expect(days[0]).toMatchObject({
      day: '2026-03-02',
      high: 9,
      low: -1.2,
      sky: 'snow',
      sunrise: '2026-03-01T22:40:00.000Z',
    })
    expect(days).toHaveLength(7)
    expect(warnings).toBeUndefined()
    expect(source.name).toContain('Open-Meteo.com (CC BY 4.0)')
    expect(provider.asked[0]?.path).toContain('wind_speed_unit=ms')
  })

  it.each([
    ['is missing', undefined],
    ['is text', '4.2'],
    ['is null', null],
    ['is out of all reason', 999],
  ])('without a temperature (it %s) there is no reading', async (_, wrong) => {
    expect(await answers('current.temperature_2m', wrong)).toMatchObject({
      ok: false,
      trouble: { why: 'not-understood', detail: 'current.temperature_2m' },
    })
  })

  it.each([
    ['current.relative_humidity_2m', 'humidity'],
    ['current.apparent_temperature', 'feelsLike'],
    ['current.precipitation', 'rain'],
    ['current.wind_speed_10m', 'wind'],
    ['current_units.wind_speed_10m', 'wind'],
  ])('without a usable %s there is no %s, and nothing in its place', async (path, field) => {
    for (const wrong of [undefined, null, 'x', -999]) {
      const answer = await answers(path, path.startsWith('current_units') ? undefined : wrong)
      expect((await value(Promise.resolve(answer))).now).not.toHaveProperty(field)
    }
  })

  it('leaves out an hour and a day without their temperatures, and keeps the others at their times', async () => {
    provider.behave(
      saysJson(
        changed(
          changed(openMeteoAnswer(NOW), 'hourly.temperature_2m.10', null) as object,
          'daily.temperature_2m_max.0',
          null,
        ),
      ),
    )
    const { hours, days } = await value(asOpenMeteo())
    expect(hours[0]).toMatchObject({ at: '2026-03-02T03:00:00.000Z', temperature: 11 })
    expect(days[0]).toMatchObject({ day: '2026-03-03' })
  })

  it('is not believed in degrees of another kind', async () => {
    expect(await answers('current_units.temperature_2m', '°F')).toMatchObject({ ok: false })
  })
})

describe('QWeather', () => {
  const serves =
    (answers: Record<string, unknown>): Behaviour =>
    (request, response) => {
      const path = Object.keys(answers).find((start) => request.url?.startsWith(start))
      response.end(JSON.stringify(path && answers[path]))
    }

  it('gives the weather and the warnings, their words unchanged', async () => {
    provider.behave(serves(qweatherAnswers(NOW)))
    const { now, hours, days, warnings } = await value(asQWeather())
    expect(now).toEqual({
      at: NOW.toISOString(),
      temperature: 31.71,
      feelsLike: 35,
      humidity: 69,
      sky: 'cloudy',
      rain: 0,
      wind: { speed: 4.74, direction: 226 },
    })
    expect(hours).toEqual([{ at: '2026-03-02T03:00:00.000Z', temperature: 30, sky: 'rain' }])
    expect(days[0]).toMatchObject({
      day: '2026-03-02',
      high: 33,
      low: 24,
      sky: 'heavy-rain',
      rainChance: 85,
      wind: 4.74,
    })
    expect(warnings).toEqual([
      {
        id: '2026032',
        colour: 'blue',
        type: '大风',
        headline: '示例气象台发布大风蓝色预警',
        text: '预计今夜 <6 级以上> 大风。\n\n请关好门窗。',
        issuer: '示例气象台',
        issuedAt: '2026-03-02T01:00:00.000Z',
        expiresAt: '2026-03-02T07:00:00.000Z',
      },
    ])
  })

  it('says that there are none when there are none, and is in trouble when it does not say', async () => {
    const path = '/weatheralert/v1/current'
    provider.behave(serves({ ...qweatherAnswers(NOW), [path]: { metadata: { zeroResult: true } } }))
    expect((await value(asQWeather())).warnings).toEqual([])
    provider.behave(serves({ ...qweatherAnswers(NOW), [path]: { metadata: {} } }))
    expect(await asQWeather()).toMatchObject({ ok: false, trouble: { why: 'not-understood' } })
  })

  it('is asked with the key in a header, or with a pass that our key has signed', async () => {
    provider.behave(serves(qweatherAnswers(NOW)))
    await asQWeather()
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    await asQWeather({ project: 'P', keyId: 'K', privateKey })
    const [first, last] = [provider.asked[0], provider.asked[4]]
    expect(first?.headers['x-qw-api-key']).toBe(KEY)
    expect(first?.path).toContain('/39.27/118.45')
    expect(JSON.stringify(provider.asked.map(({ path }) => path))).not.toContain(KEY)
    expect(last?.headers).not.toHaveProperty('x-qw-api-key')
    const [head = '', claims = '', signature = ''] = String(last?.headers.authorization)
      .replace('Bearer ', '')
      .split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    expect(read(head)).toEqual({ alg: 'EdDSA', kid: 'K' })
    expect(read(claims)).toEqual({ sub: 'P', iat: NOW.getTime() / 1000 - 30, exp: NOW.getTime() / 1000 + 870 })
    expect(verify(null, Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
  })
})

describe.each([
  ['Tencent', asTencent, tencentAnswer, 'from=39.273139%2C118.454004', { status: 121, message: 'quota' }],
  ['Amap', asAmap, amapAnswer, 'origin=118.454004%2C39.273139', { status: '0', infocode: '10003', info: 'quota' }],
])('%s', (_, ask, answer, coordinates, quota) => {
  it('says how long the way takes and where it stands', async () => {
    provider.behave(saysJson(answer))
    const { routes } = await value(ask())
    expect(routes).toEqual([
      { id: 'a', name: { zh: '甲到乙', en: 'A to B' }, state: 'jammed', minutes: 21, kilometres: 10, worst: '乙路' },
    ])
    expect(provider.asked[0]?.path).toContain(coordinates)
  })

  it('that refuses, in its own words, has refused', async () => {
    provider.behave(saysJson(quota))
    expect(await ask()).toMatchObject({ ok: false, trouble: { why: 'refused' } })
  })
})

describe('Tencent and Amap', () => {
  it.each([
    ['Tencent', asTencent, changed(tencentAnswer, 'result.routes.0.duration', 'x')],
    ['Amap', asAmap, changed(amapAnswer, 'route.paths.0.cost.duration', '')],
    ['Amap', asAmap, changed(amapAnswer, 'route.paths.0.distance', '-1')],
  ])('%s: a number that is none is no number', async (_, ask, answer) => {
    provider.behave(saysJson(answer))
    expect(await ask()).toMatchObject({ ok: false, trouble: { why: 'not-understood' } })
  })
})

describe('keys', () => {
  it('go to the host they are for, and not where it sends us', async () => {
    const other = await startProvider(saysJson({}))
    provider.behave((_, response) => void response.writeHead(302, { location: `${other.origin}/x` }).end())
    await get(new URL(provider.origin), { headers: { authorization: KEY } })
    expect(provider.asked[0]?.headers.authorization).toBe(KEY)
    expect(other.asked[0]?.headers).not.toHaveProperty('authorization')
    await other.close()
  })
})
