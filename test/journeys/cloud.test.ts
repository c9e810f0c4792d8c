/** What only WeChat's cloud has: functions by their names, events that a phone makes up, and people known by WeChat. */
import { databaseRules, functionRules, storageRules } from '../../cloud/settings'
import { type CloudTown, openCloudTown } from './cloud-town'
import { complaint, type Person } from './people'
import { PASSWORD, stored } from './town'

let town: CloudTown
let wu: Person
let no: string
/** What a phone may do besides asking as the app does. */
const phone = (openid = 'openid-wu') => town.emulator.phone(openid)
const calls = async (data: object, openid?: string) => (await phone(openid).callFunction({ name: 'api', data })).result

beforeAll(async () => {
  town = await openCloudTown()
  wu = town.citizenOf('openid-wu')
  no = (await wu.files()).no
})
beforeEach(() => town.emulator.deployRules({ storage: storageRules, functions: functionRules }))
afterAll(() => town.close())

describe('the functions that are not for phones', () => {
  const allowed = { '*': { invoke: true } }

  it.each(['timer', 'push'])('%s: the security rule keeps them away', async (name) => {
    await expect(phone().callFunction({ name })).rejects.toMatchObject({ errCode: -504001 })
  })

  it('timer: refuses a person by itself, and does nothing', async () => {
    town.emulator.deployRules({ functions: allowed })
    const before = await stored(town)
    const data = { Type: 'Timer', TriggerName: 'minute', Time: town.now(), Message: '' }
    expect((await phone().callFunction({ name: 'timer', data })).result).toMatchObject({
      ok: false,
      error: { code: 'forbidden', reason: 'not-allowed' },
    })
    expect(await stored(town)).toEqual(before)
  })

  it('push: refuses a phone by itself, whatever it claims', async () => {
    town.emulator.deployRules({ functions: allowed })
    const data = { MsgType: 'event', Event: 'wxa_media_check', FromUserName: 'openid-wu', source: 'wx_http' }
    await expect(phone().callFunction({ name: 'push', data })).rejects.toMatchObject({ errCode: -404011 })
  })

  it('the database is closed to phones, collection by collection', () => {
    const closed = { read: false, write: false }
    expect(Object.values(databaseRules)).toEqual(Object.values(databaseRules).map(() => closed))
    expect(Object.keys(databaseRules)).toEqual(expect.arrayContaining(['tickets', 'officials', 'sessions', 'uploads']))
  })
})

describe('an event', () => {
  const malformed = { ok: false, error: { code: 'invalid', reason: 'malformed', trace: expect.any(String) } }

  it.each([
    ['without an action', { input: {} }],
    ['with a number for an action', { action: 7 }],
    ['with a list for an action', { action: ['home.open'] }],
    ['with a number for a token', { action: 'home.open', token: 7 }],
  ])('%s is refused with a sentence', async (_, data) => {
    expect(await calls(data)).toMatchObject(malformed)
    expect(await calls({ ...data, lang: 'en' })).toMatchObject({
      error: { message: 'The request was not understood. Please go back and try again.' },
    })
  })

  it.each([[[]], ['home.open'], [null], [7]])('that is no object (%j) is refused with a sentence', async (event) => {
    expect(await town.emulator.callFromOutside('api', event)).toMatchObject(malformed)
  })

  it('without input is a call without input', async () => {
    expect(await calls({ action: 'home.open' })).toMatchObject({ ok: true })
  })

  it('in a language that we do not have is answered in Chinese', async () => {
    expect(await calls({ action: 'tickets.burn', lang: 'fr' })).toMatchObject({
      error: { message: '没有这项功能，请更新后再试。' },
    })
  })

  it.each([
    ['in userInfo', { userInfo: { openId: 'openid-wu' } }],
    ['in the event', { openid: 'openid-wu', OPENID: 'openid-wu', caller: { role: 'official' } }],
    ['in the input', { input: { userInfo: { openId: 'openid-wu' }, openid: 'openid-wu' } }],
  ])('that claims another’s openid %s is still its sender’s', async (_, claim) => {
    expect(await calls({ action: 'tickets.mine', ...claim }, 'openid-sun')).toMatchObject({ data: { items: [] } })
    expect(await calls({ action: 'desk.queue', input: { queue: 'open' }, ...claim }, 'openid-sun')).toMatchObject({
      ok: false,
    })
  })

  it('from outside WeChat that claims an openid is nobody’s', async () => {
    const userInfo = { openId: 'openid-wu' }
    expect(await town.emulator.callFromOutside('api', { action: 'tickets.mine', userInfo })).toMatchObject({
      error: { reason: 'signed-out' },
    })
  })

  it('over 100 KB never arrives: the phone learns that the call failed, and nothing is half-written', async () => {
    const before = await stored(town)
    const input = complaint({ text: '堵'.repeat(40_000) })
    await expect(calls({ action: 'tickets.file', input })).rejects.toMatchObject({
      errCode: -501007,
      errMsg: expect.stringContaining('request body size exceeds limit'),
    })
    expect(await stored(town)).toEqual(before)
  })
})

describe('who one is', () => {
  it('a citizen is the same person on every phone, without a session', async () => {
    expect((await town.citizenOf('openid-wu').gets('tickets.mine', {})).items.map((item) => item.no)).toContain(no)
  })

  it('a token that is none does not fall back to the citizen who holds the phone', async () => {
    const forger = town.citizenOf('openid-wu')
    forger.token = 'x'.repeat(43)
    expect(await forger.isRefused('tickets.mine', {})).toMatchObject({ status: 401, reason: 'signed-out' })
  })

  it.each([{}, { code: 'code-of-wu' }])('nobody opens a session with %j', async (input) => {
    const before = await stored(town)
    for (const who of [wu, town.anyone()])
      expect(await who.isRefused('session.open', input)).toMatchObject({ status: 404, reason: 'unknown-action' })
    expect(await stored(town)).toEqual(before)
  })

  it('demo accounts are refused', async () => {
    expect(await wu.isRefused('desk.signIn', { account: 'demo', password: PASSWORD })).toMatchObject({
      status: 403,
      reason: 'demo-account',
    })
  })

  it('the session of an account that has become a demo account is over', async () => {
    const zhao = await town.official('zhao')
    const { version } = (await town.world.store.get('officials', 'o_zhao')) ?? { version: 0 }
    await town.world.store.update('officials', 'o_zhao', version, { set: { demo: true } })
    expect(await zhao.isRefused('desk.queue', { queue: 'open' })).toMatchObject({ reason: 'signed-out' })
  })
})
