/** What a stranger may send to the places where WeChat pushes: none of it is taken, and nothing of it is kept. */
import { pushKeys } from '@/drivers/weixin'
import { AES_KEY, APPID, type Fields, pusher, TOKEN } from './pusher'
import { openTown, type ServerTown, stored } from './town'

const keys = pushKeys({ token: TOKEN, appid: APPID, encodingAesKey: AES_KEY })
const plain = pushKeys({ token: TOKEN, appid: APPID })
const MINUTES = 60

let town: ServerTown
let place: string
afterEach(() => town.close())
const opens = async (opened = keys) => {
  town = await openTown({ pushes: { account: { action: 'push.account', keys: opened } } })
  place = `${town.url}/wechat/account`
}
const message = (): Fields => ({
  ...{ ToUserName: 'gh_minhu', FromUserName: 'o-wu', MsgType: 'text', Content: '4', MsgId: '1' },
  CreateTime: seconds(),
})
const seconds = (later = 0) => Math.floor(Date.parse(town.now()) / 1000) + later
const weixin = (changed: Partial<Parameters<typeof pusher>[0]> = {}) =>
  pusher({ url: place, keys, format: 'xml', now: town.now, ...changed })
const posts = async (body: string, query = '') => (await fetch(`${place}${query}`, { method: 'POST', body })).status

type Packet = { place: string; body: string }
const with_ = ({ place: where, body }: Packet, change: (query: URLSearchParams) => void): Packet => {
  const url = new URL(where)
  change(url.searchParams)
  return { place: url.href, body }
}

describe('sealed', () => {
  beforeEach(() => opens())

  it.each<[string, () => Packet]>([
    [
      'a signature of nobody',
      () => with_(weixin().packed(message()), (query) => query.set('msg_signature', '0'.repeat(40))),
    ],
    ['no signature', () => with_(weixin().packed(message()), (query) => query.delete('msg_signature'))],
    [
      'the time made younger',
      () => with_(weixin().packed(message()), (query) => query.set('timestamp', String(seconds(1)))),
    ],
    ['another app', () => weixin({ keys: { ...keys, appid: 'wx0000000000000000' } }).packed(message())],
    ['another token', () => weixin({ keys: { ...keys, token: 'guessed' } }).packed(message())],
    ['a copy of a quarter of an hour ago', () => weixin().packed(message(), seconds(-15 * MINUTES))],
    ['a time that is still to come', () => weixin().packed(message(), seconds(15 * MINUTES))],
    ['nothing sealed', () => weixin({ keys: plain }).packed(message())],
  ])('%s is refused', async (_, packet) => {
    const before = await stored(town)
    expect((await weixin().once(packet())).status).toBe(403)
    expect(await stored(town)).toEqual(before)
  })

  it('a copy within ten minutes is no second message', async () => {
    const packet = weixin().packed(message())
    const answers = [await weixin().once(packet)]
    const before = await stored(town)
    town.pass(9)
    answers.push(await weixin().once(packet))
    expect([answers.map(({ status }) => status), await stored(town)]).toEqual([[200, 200], before])
  })
})

describe('plain', () => {
  beforeEach(() => opens(plain))
  const signed = () => new URL(weixin({ keys: plain }).packed(message()).place).search

  it.each([
    ['an entity of its own', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><MsgType>&e;</MsgType></xml>'],
    ['entities in entities', `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(99)}">]><xml><MsgType>&a;&a;</MsgType></xml>`],
    ['an instruction', '<?xml version="1.0"?><xml><MsgType>text</MsgType></xml>'],
    ['an attribute', '<xml a="b"><MsgType>text</MsgType></xml>'],
    ['an end too few', '<xml><MsgType>text</MsgType>'],
    ['elements without end', '<xml>'.repeat(100_000)],
    ['half of JSON', '{"MsgType":'],
    ['a list', '[1]'],
    ['bytes that are no text', '\u0000\u0001'],
    ['nothing', ''],
  ])('%s is refused', async (_, body) => {
    expect(await posts(body, signed())).toBe(403)
  })

  it('an entity in what somebody wrote stays as they wrote it', async () => {
    const { place: where } = weixin({ keys: plain }).packed(message())
    const body = `<xml><MsgType>text</MsgType><FromUserName>o-wu</FromUserName><CreateTime>${seconds()}</CreateTime><MsgId>7</MsgId><Content><![CDATA[&e; <a href="x">]]></Content></xml>`
    expect((await weixin().once({ place: where, body })).status).toBe(200)
  })

  it('more than a megabyte is not read', async () => {
    expect(await posts('x'.repeat(1024 * 1024 + 1), signed())).toBe(413)
  })
})
