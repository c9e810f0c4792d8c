import { generateKeyPairSync } from 'node:crypto'
import { readEnvironment, readOutside } from './env'
import { openOutside } from './outside'

const SECRET = 'a secret of at least thirty-two characters'

const tiles = { MINHU_MAP_TILES: 'https://a.example/{z}/{x}/{y}', MINHU_MAP_CREDIT: 'hunter2 maps' }

describe('the environment', () => {
  it('is production unless somebody says demo, so that nobody serves demo accounts by forgetting', () => {
    expect(readEnvironment({ MINHU_SECRET: SECRET })).toMatchObject({
      MINHU_MODE: 'production',
      MINHU_HOST: '127.0.0.1',
      MINHU_PORT: 8750,
      MINHU_PROXIES: 0,
    })
  })

  it('needs a secret in production, and none in the demo', () => {
    expect(() => readEnvironment({})).toThrow('Environment: MINHU_SECRET is needed in production')
    expect(readEnvironment({ MINHU_MODE: 'demo' }).MINHU_MODE).toBe('demo')
  })

  it.each([
    ['an unknown mode', { MINHU_MODE: 'test' }, 'MINHU_MODE'],
    ['a port that is no number', { MINHU_PORT: 'http' }, 'MINHU_PORT'],
    ['a negative port', { MINHU_PORT: '-1' }, 'MINHU_PORT'],
    ['a port beyond all ports', { MINHU_PORT: '65536' }, 'MINHU_PORT'],
    ['a database that is not PostgreSQL', { MINHU_DATABASE: 'mysql://root:hunter2@db' }, 'MINHU_DATABASE'],
    ['a short secret', { MINHU_SECRET: 'hunter2' }, 'MINHU_SECRET'],
    ['an origin that WeChat cannot fetch from', { MINHU_ORIGIN: 'http://hunter2.example' }, 'MINHU_ORIGIN'],
    ['an origin with a path', { MINHU_ORIGIN: 'https://hunter2.example/' }, 'MINHU_ORIGIN'],
    ['a weather nobody has', { MINHU_WEATHER: 'hunter2' }, 'MINHU_WEATHER'],
    ['a provider that is not encrypted', { MINHU_OPEN_METEO_URL: 'http://hunter2.example' }, 'MINHU_OPEN_METEO_URL'],
    ['a host with a path', { MINHU_QWEATHER_HOST: 'hunter2.example/x' }, 'MINHU_QWEATHER_HOST'],
    ['a signing key that is none', { MINHU_QWEATHER_PRIVATE_KEY: 'hunter2' }, 'MINHU_QWEATHER_PRIVATE_KEY'],
    ['QWeather without its host', { MINHU_WEATHER: 'qweather', MINHU_QWEATHER_KEY: 'hunter2' }, 'MINHU_QWEATHER_HOST'],
    ['QWeather without a key', { MINHU_WEATHER: 'qweather', MINHU_QWEATHER_HOST: 'a.example' }, 'MINHU_QWEATHER_KEY'],
    [
      'tiles that are not encrypted',
      { ...tiles, MINHU_MAP_TILES: 'http://hunter2.example/{z}/{x}/{y}' },
      'MINHU_MAP_TILES',
    ],
    ['tiles of one place only', { ...tiles, MINHU_MAP_TILES: 'https://hunter2.example/{z}/{x}' }, 'MINHU_MAP_TILES'],
    [
      'tiles that would open the page to others',
      { ...tiles, MINHU_MAP_TILES: 'https://hunter2.example;/{z}/{x}/{y}' },
      'MINHU_MAP_TILES',
    ],
    ['tiles without their owner', { MINHU_MAP_TILES: tiles.MINHU_MAP_TILES }, 'MINHU_MAP_CREDIT'],
    ['a number of proxies that is none', { MINHU_PROXIES: 'all' }, 'MINHU_PROXIES'],
  ])('refuses %s, names the variable and keeps its value to itself', (_, wrong, name) => {
    const read = () => readEnvironment({ MINHU_SECRET: SECRET, ...wrong })
    expect(read).toThrow(name)
    expect(read).not.toThrow('hunter2')
  })

  it('names every wrong variable at once', () => {
    expect(() => readEnvironment({ MINHU_PORT: 'x', MINHU_PROXIES: 'y' })).toThrow(/MINHU_PORT.*MINHU_PROXIES/)
  })

  it('takes an empty variable as one that is not set', () => {
    expect(readEnvironment({ MINHU_MODE: 'demo', MINHU_DATABASE: '', MINHU_PORT: '' })).toMatchObject({
      MINHU_PORT: 8750,
    })
  })
})

describe('what is read from outside', () => {
  const privateKey = generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64')
  const signing = { MINHU_QWEATHER_PROJECT: 'P', MINHU_QWEATHER_KEY_ID: 'K', MINHU_QWEATHER_PRIVATE_KEY: privateKey }
  const qweather = { MINHU_WEATHER: 'qweather', MINHU_QWEATHER_HOST: 'a.example' }

  it.each([
    ['nothing is set', {}, ['feeds', 'weather']],
    ['nobody is to be asked', { MINHU_WEATHER: 'none' }, ['feeds']],
    ['QWeather has a key', { ...qweather, MINHU_QWEATHER_KEY: 'x' }, ['feeds', 'weather']],
    ['QWeather has a signing key', { ...qweather, ...signing }, ['feeds', 'weather']],
    ['Tencent has a key', { MINHU_TENCENT_MAP_KEY: 'x' }, ['congestion', 'feeds', 'places', 'weather']],
    ['Amap has a key', { MINHU_AMAP_KEY: 'x', MINHU_WEATHER: 'none' }, ['congestion', 'feeds', 'places']],
  ])('when %s', (_, env, sources) => {
    expect(Object.keys(openOutside(readOutside(env))).sort()).toEqual(sources)
  })
})
