/** The mini program's customer service chat: what people type there is answered there, by the program or by a person. */
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import type { Town } from './town'
import { type Acted, actedWeChat } from './wechat'

everywhere((openTown) => {
  let town: Town
  let wechat: Acted
  let wang: Person
  beforeEach(async () => {
    wechat = actedWeChat()
    town = await openTown({ wechat })
    wang = await town.official('wang')
  })
  afterEach(() => town.close())

  let ids = 24_678_912_345_678_000n
  const message = (fields: object) => ({
    ...{ ToUserName: 'gh_minhu', FromUserName: 'o-wu', MsgType: 'text' },
    ...{ CreateTime: Math.floor(Date.parse(town.now()) / 1000), ...fields },
  })
  const text = (Content: string) => message({ Content, MsgId: String(++ids) })
  const enters = (SessionFrom = '') => message({ MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom })
  /** What was said in the chat, in order. */
  const said = () =>
    wechat.asked.flatMap(({ call, with: sent }) =>
      call === 'customSend' ? [(sent as { text: { content: string } }).text.content] : [],
    )
  const says = async (words: string) => {
    const before = said().length
    await town.pushes(text(words))
    return said().slice(before)
  }
  /** The ticket that the last answer names. */
  const numberIn = (answers: string[]) => /[A-Z]{2,4}-\d{8}-\d{4,}-?\w?/.exec(answers.join())?.[0] ?? ''

  it('who opens the chat is shown the menu', async () => {
    await town.pushes(enters())
    expect(said()).toEqual([expect.stringContaining('4 ')])
  })

  it('a message that WeChat sends three times is answered once', async () => {
    const three = text('菜单')
    for (const one of [three, three, three]) await town.pushes(one)
    expect(said()).toHaveLength(1)
  })

  it('three tries at the same moment are answered once', async () => {
    const three = text('菜单')
    await Promise.all([three, three, three].map((one) => town.pushes(one)))
    await town.tick()
    expect(said()).toHaveLength(1)
  })

  it('what arrives late and out of order is answered once each', async () => {
    const [first, second, third] = [text('4'), text('菜单'), text('2')]
    const order = [third, first, first, second, third, second]
    await Promise.all(order.map((one) => town.pushes(one)))
    town.pass(5)
    await Promise.all([...order].reverse().map((one) => town.pushes(one)))
    await town.tick()
    expect(said()).toHaveLength(3)
  })

  it('somebody who is kept from writing to people still gets the menu', async () => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    await wang.gets('blocks.add', { key: newKey(), no, days: 3, reason: '反复辱骂工作人员' })
    expect(await says('你们都是骗子')).toEqual([expect.stringContaining('反复辱骂工作人员')])
    expect(await says('4')).toEqual([expect.stringContaining('12345')])
  })

  it('who asks for a person says what for, and hears from one', async () => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    await wang.replies(no, '明天下午四点恢复供水。')
    await town.tick()
    expect(said().at(-1)).toContain('明天下午四点恢复供水。')
  })

  it('it is the same person as in the app', async () => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    const wu = await town.wechatCitizen('code-of-wu')
    expect((await wu.sees(no)).text).toBe('明天停水到几点？')
  })

  it('what they write next is added to their ticket', async () => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    await says('我住在建设路8号')
    expect((await wang.opens(no)).history.at(-1)).toMatchObject({ did: 'add', text: '我住在建设路8号' })
  })

  it('a number of the menu is not added', async () => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    await says('4')
    expect((await wang.opens(no)).history.some(({ did }) => did === 'add')).toBe(false)
  })

  it('the official sees how often they may still be answered', async () => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    expect((await wang.opens(no)).chat).toMatchObject({ door: 'chat', left: 4 })
    await wang.replies(no, '正在核实。')
    await town.tick()
    expect((await wang.opens(no)).chat).toMatchObject({ left: 3 })
  })

  it('what the program says does not stop the clock of the first reply', async () => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    expect((await wang.opens(no)).firstReply.repliedAt).toBeUndefined()
  })

  it.each([
    [45015, 'over'],
    [45047, 'used-up'],
    [47003, 'unfit'],
    [40003, 'unknown'],
    [48001, 'forbidden'],
    [43101, 'no-leave'],
  ])('a message that WeChat refuses with %d: the official is told why', async (errcode, why) => {
    await says('0')
    const no = numberIn(await says('明天停水到几点？'))
    wechat.answers({ customSend: async () => ({ ok: false, errcode, errmsg: 'refused' }) })
    await wang.replies(no, '正在核实。')
    await town.tick()
    expect((await wang.opens(no)).unsent).toEqual({ why, at: town.now() })
  })
})
