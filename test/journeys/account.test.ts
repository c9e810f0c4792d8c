/** The official account: what its followers write is answered in the same breath, in XML, and by a person where one is asked for. */
import { pushKeys } from '@/drivers/weixin'
import { AES_KEY, APPID, type Fields, pusher, TOKEN } from './pusher'
import { openTown, type ServerTown } from './town'
import { type Acted, actedWeChat } from './wechat'

const KEYS = {
  safe: pushKeys({ token: TOKEN, appid: APPID, encodingAesKey: AES_KEY }),
  plain: pushKeys({ token: TOKEN, appid: APPID }),
}

let town: ServerTown
let account: Acted
let weixin: ReturnType<typeof pusher>
async function opens({ keys = KEYS.safe, may = true, format = 'xml' as 'xml' | 'json', pushMs = 250 } = {}) {
  account = actedWeChat()
  const pushes = { account: { action: 'push.account', keys } } as const
  const env = { MINHU_WECHAT_APPID: 'wxaaaaaaaaaaaaaaaa', MINHU_ORIGIN: 'https://minhu.example' }
  town = await openTown({ pushes, pushMs, env, ...(may && { account }) })
  weixin = pusher({ url: `${town.url}/wechat/account`, keys, format, now: town.now })
}
afterEach(() => town.close())

let ids = 24_678_912_345_678_000n
const message = (fields: Fields): Fields => ({
  ...{ ToUserName: 'gh_minhu', FromUserName: 'o-follower', MsgType: 'text' },
  ...{ CreateTime: Math.floor(Date.parse(town.now()) / 1000), ...fields },
})
const text = (Content: string, more: Fields = {}) => message({ Content, MsgId: String(++ids), ...more })
const says = async (words: string, more?: Fields) => (await weixin.pushes(text(words, more))).read ?? ''
const event = (Event: string, more: Fields = {}) => message({ MsgType: 'event', Event, ...more })
const sent = () =>
  account.asked.flatMap(({ call, with: asked }) =>
    call === 'customSend' ? [(asked as { text: { content: string } }).text.content] : [],
  )
const numberIn = (answer: string) => /[A-Z]{2,4}-\d{8}-\d{4,}-?\w?/.exec(answer)?.[0] ?? ''

/** The store is slow from now on, until the hand is let go. */
function slow(): () => void {
  const { get } = town.world.store
  const gates: (() => void)[] = []
  town.world.store.get = async (...asked) => {
    if (asked[0] === 'chats') await new Promise<void>((open) => gates.push(open))
    return get(...asked) as never
  }
  return () => {
    town.world.store.get = get
    for (const open of gates) open()
  }
}

describe.each([
  ['sealed XML', { keys: KEYS.safe, format: 'xml' }],
  ['plain XML', { keys: KEYS.plain, format: 'xml' }],
  ['sealed JSON', { keys: KEYS.safe, format: 'json' }],
] as const)('%s', (_, how) => {
  beforeEach(() => opens(how))

  it('a number is answered with what is under it', async () => {
    expect(await says('4')).toContain('12345')
  })
})

describe('what followers do', () => {
  beforeEach(() => opens())

  it.each(['４', '四', ' 4。'])('%j is a 4 as well', async (four) => {
    expect(await says(four)).toBe(await says('4'))
  })

  it('a line of the menu that was tapped is its number', async () => {
    expect(await says('便民电话', { bizmsgmenuid: '4' })).toBe(await says('4'))
  })

  it('an entry of the account’s own menu is its key', async () => {
    const clicked = await weixin.pushes(event('CLICK', { EventKey: '4' }))
    expect(clicked.read).toBe(await says('4'))
  })

  it('who follows is greeted, with the menu to tap', async () => {
    const { read } = await weixin.pushes(event('subscribe', { EventKey: 'qrscene_1' }))
    expect(read).toMatch(/^感谢关注.*weixin:\/\/bizmsgmenu\?msgmenucontent=1&msgmenuid=1/s)
  })

  it('what was spoken and understood is words', async () => {
    const spoken = message({ MsgType: 'voice', MediaId: 'm', Recognition: '4', MsgId: String(++ids) })
    expect((await weixin.pushes(spoken)).read).toBe(await says('4'))
  })

  it.each(['image', 'voice', 'video', 'location'])('of %s they are told where it can be sent', async (MsgType) => {
    const { read } = await weixin.pushes(message({ MsgType, MediaId: 'm', MsgId: String(++ids) }))
    expect(read).toContain('data-miniprogram-path="pages/report/index"')
  })

  it('who asks for a person gets a number and its code, and the answer comes by itself', async () => {
    await says('人工')
    const filed = await says('明天停水到几点？')
    const no = numberIn(filed)
    expect(filed).toContain('查询码')
    await (await town.official('wang')).replies(no, '下午四点恢复。')
    await town.tick()
    expect(sent()).toEqual([expect.stringContaining('下午四点恢复。')])
  })

  it('who follows the account is nobody of the mini program’s', async () => {
    await says('人工')
    const no = numberIn(await says('明天停水到几点？'))
    expect((await (await town.citizen()).isRefused('tickets.open', { no })).reason).toBe('ticket-missing')
  })

  it.each([
    ['a kind of message that nobody knows', { MsgType: 'hologram', MsgId: '1' }],
    ['an event that nobody knows', { MsgType: 'event', Event: 'kf_rating' }],
    ['a message without a time', { MsgType: 'text', Content: '4', MsgId: '2', CreateTime: 'soon' }],
    ['a message of nobody', { MsgType: 'text', Content: '4', MsgId: '3', FromUserName: '' }],
    ['a message of somebody who cannot be', { MsgType: 'text', Content: '4', MsgId: '4', FromUserName: '../o' }],
  ])('%s is taken and forgotten', async (_, fields) => {
    const pushed = await weixin.pushes(message(fields))
    expect([pushed.statuses, pushed.texts]).toEqual([[200], ['success']])
  })

  it('signs without words, a thousand of them, are answered with the menu', async () => {
    expect(await says('😀'.repeat(1000))).toContain('weixin://bizmsgmenu')
  })
})

describe('each message is answered once', () => {
  beforeEach(() => opens())

  it('three tries of one message get the same answer', async () => {
    const packet = weixin.packed(text('4'))
    const answers = [await weixin.once(packet), await weixin.once(packet), await weixin.once(packet)]
    const [first, ...others] = answers.map((answer) => weixin.readable(answer.text))
    expect(others).toEqual([first, first])
  })

  it('three tries at once of a question for a person are one ticket', async () => {
    await says('人工')
    const packet = weixin.packed(text('明天停水到几点？'))
    const answers = await Promise.all([packet, packet, packet].map((one) => weixin.once(one)))
    const numbers = answers.map((answer) => numberIn(weixin.readable(answer.text) ?? ''))
    expect([new Set(numbers).size, await town.world.store.count('tickets', {})]).toEqual([1, 1])
  })

  it('two messages with ids that differ in the last digit are two', async () => {
    await says('人工')
    const no = numberIn(await says('明天停水到几点？'))
    await weixin.pushes(message({ Content: '我在建设路8号', MsgId: '24678912345678901' }))
    await weixin.pushes(message({ Content: '我在建设路8号', MsgId: '24678912345678902' }))
    const { history } = await (await town.official('wang')).opens(no)
    expect(history.filter(({ did }) => did === 'add')).toHaveLength(2)
  })

  it('when it takes too long the answer comes by itself, once', async () => {
    const letGo = slow()
    const pushed = await weixin.pushes(text('4'))
    expect([pushed.statuses, pushed.texts]).toEqual([[200], ['success']])
    letGo()
    await settled()
    await town.tick()
    expect(sent()).toEqual([expect.stringContaining('12345')])
  })
})

describe('an account that may not speak by itself', () => {
  beforeEach(() => opens({ may: false }))

  it('gives the answer at the next try', async () => {
    const letGo = slow()
    setTimeout(letGo, 350)
    const pushed = await weixin.pushes(text('4'))
    expect([pushed.statuses.slice(0, 1), pushed.read]).toEqual([[503], expect.stringContaining('12345')])
  })
})

const settled = () => new Promise((resolve) => setTimeout(resolve, 300))
