// The harness itself: the network of the phone, its storage, and what it answers.

import { FIXTURE, type FixtureServer, startFixtureServer } from './fixture-server'
import { fail, type Page, type Phone, startPhone } from './phone'

let server: FixtureServer
let phone: Phone

beforeAll(async () => {
  server = await startFixtureServer()
})
afterAll(() => server.close())
beforeEach(() => server.heard.splice(0))
afterEach(() => phone.close())

async function openList(): Promise<Page> {
  phone = startPhone({ dist: FIXTURE, hosts: { 'https://api.test': server.address } })
  return phone.open('pages/list/list')
}

describe('the network', () => {
  test('asks and sends to a real server', async () => {
    const list = await openList()
    await list.tap('加载')
    expect(list.text('#said')).toBe('got 200 application/json')
    expect(list.text()).toContain('打开 /items?n=2')
    await list.input('姓名', '小明')
    await list.tap('提交')
    expect(list.text('#said')).toBe('echo POST application/json {"name":"小明"}')
    expect(phone.called('request')).toHaveLength(2)
  })

  test('uploads a file of the phone, telling how far it is', async () => {
    const list = await openList()
    phone.putFile('wxfile://tmp_1.jpg', Buffer.alloc(200_000))
    await list.tap('拍照')
    const { length, size, ticket } = JSON.parse(list.text('#said'))
    expect({ length, ticket }).toEqual({ length: size, ticket: true })
    expect(size).toBeGreaterThan(200_000)
    const progress = (list.instance.data as { progress: number[] }).progress
    expect(progress).toEqual([33, 65, 98, 100])
  })

  test('goes away, fails, or loses an answer the server has given', async () => {
    const list = await openList()
    phone.offline = true
    await list.tap('加载')
    expect(list.text('#said')).toMatch(/^request:fail .*INTERNET_DISCONNECTED/)
    phone.offline = false
    phone.failNext()
    await list.tap('加载')
    expect(list.text('#said')).toMatch(/^request:fail /)
    expect(server.heard).toEqual([])
    phone.loseNext()
    await list.tap('加载')
    expect(list.text('#said')).toMatch(/^request:fail .*CONNECTION_RESET/)
    expect(server.heard).toEqual(['GET /items?n=2'])
    await list.tap('加载')
    expect(list.text('#said')).toContain('got 200')
  })

  test('is given up, runs out of time, and reaches nothing but this machine', async () => {
    const list = await openList()
    await list.tap('放弃')
    expect(list.text('#said')).toBe('request:fail abort')
    await list.tap('限时')
    expect(list.text('#said')).toBe('request:fail timeout')
    expect(phone.errors).toEqual([])
    await list.tap('外站')
    expect(list.text('#said')).toBe('request:fail url not in domain list')
    expect(phone.errors).toEqual([expect.stringContaining('https://elsewhere.test/')])
  })
})

describe('the phone', () => {
  test('answers what the test says', async () => {
    const list = await openList()
    await list.tap('定位')
    expect(list.text('#said')).toBe('getLocation:fail auth deny')
    phone.answer('getLocation', { latitude: 39.27, longitude: 118.45 })
    phone.answer('showModal', ({ title }) => ({ confirm: title !== '确定？', cancel: true }))
    phone.answer('showActionSheet', { tapIndex: 1 })
    await list.tap('定位')
    expect(list.text('#said')).toBe('at 39.27')
    await list.tap('询问')
    expect(list.text('#said')).toBe('false 1')
    phone.answer('getLocation', fail('auth deny'))
    await list.tap('定位')
    expect(list.text('#said')).toBe('getLocation:fail auth deny')
  })

  test('keeps 1 MB under a key and 10 MB in all', async () => {
    const list = await openList()
    await list.tap('存一个大的')
    expect(list.text('#said')).toBe('setStorageSync:fail entry size limit reached')
    await list.tap('存很多')
    expect(list.text('#said')).toBe('setStorageSync:fail exceed storage max size 10Mb')
    expect(phone.storage.size).toBe(10)
  })

  test('has none of a browser, and gives values of the app’s own realm', async () => {
    const list = await openList()
    await list.tap('全局')
    expect(list.text('#said')).toBe('undefined refused')
    await list.tap('领域')
    expect(list.text('#said')).toBe('true true')
    await list.tap('测量')
    expect(list.text('#said')).toBe('375 null')
  })
})
