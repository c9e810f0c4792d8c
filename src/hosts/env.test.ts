import { readEnvironment } from './env'

const SECRET = 'a secret of at least thirty-two characters'

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
