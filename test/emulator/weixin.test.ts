/** The model of WeChat's server itself, where the conformance of drivers does not show it. */
import { type Answer, openWeixin } from './weixin'
import { fits } from './weixin-fields'

describe('a field of a template', () => {
  it.each([
    ['thing1', '门口的路灯不亮了请派人来看看好吗谢谢啊', true],
    ['thing1', '一'.repeat(20), true],
    ['thing1', '一'.repeat(21), false],
    ['thing1', '  ', false],
    ['number1', '12345.67', true],
    ['number1', '1'.repeat(33), false],
    ['number1', '十二', false],
    ['letter1', 'abc', true],
    ['letter1', 'abc1', false],
    ['symbol1', '★☆', true],
    ['symbol1', '******', false],
    ['symbol1', 'a', false],
    ['character_string1', 'CFD-20261121-0017', true],
    ['character_string1', '第17号', false],
    ['character_string1', '1'.repeat(33), false],
    ['time1', '15:01', true],
    ['time1', '2026年11月21日 15:01', true],
    ['time1', '2026-11-21 15:01', true],
    ['time1', '09:00~17:00', true],
    ['time1', '2026年11月21日', false],
    ['time1', '25:01', false],
    ['time1', '2026-11-21T15:01:00Z', false],
    ['date1', '2026年11月21日', true],
    ['date1', '2026/11/21', true],
    ['date1', '2026年11月21日 15:01', true],
    ['date1', '2026年13月21日', false],
    ['date1', '今天', false],
    ['amount1', '￥12.50', true],
    ['amount1', '12元', true],
    ['amount1', '12345678901', false],
    ['phone_number1', '0315-8712345', true],
    ['phone_number1', '1'.repeat(18), false],
    ['car_number1', '冀B12345', true],
    ['car_number1', '冀B12345678', false],
    ['name1', '李建国', true],
    ['name1', 'Li Jianguo', true],
    ['name1', '曹妃甸区住房和城乡建设局', false],
    ['name1', '李4', false],
    ['phrase1', '已受理', true],
    ['phrase1', '已经受理了吗', false],
    ['phrase1', '已受理!', false],
  ])('%s with %j: %s', (field, value, expected) => {
    expect(fits(field, value)).toBe(expected)
  })

  it('of a list takes what is listed', async () => {
    const weixin = openWeixin()
    weixin.visits('oLi')
    weixin.template('t', { fields: ['enum1'], listed: { enum1: ['一级', '二级'] } })
    weixin.accepts('oLi', 't')
    const send = (value: string) =>
      weixin.ask('subscribeSend', { touser: 'oLi', template_id: 't', data: { enum1: { value } } })
    expect(await send('三级')).toMatchObject({ json: { errcode: 47003 } })
    expect(await send('二级')).toMatchObject({ json: { errcode: 0 } })
  })
})

describe('a verdict on a picture', () => {
  it('is pushed as an event, with the label either way', async () => {
    const weixin = openWeixin({ now: () => 1_762_329_554_000 })
    weixin.visits('oLi')
    const ask = { version: 2, openid: 'oLi', scene: 2, media_type: 2, media_url: 'https://example.org/1.jpg' }
    await weixin.ask('mediaCheckAsync', ask)
    const trace_id = weixin.checks[0]?.trace_id ?? ''
    const event = { FromUserName: 'oLi', CreateTime: 1762329554, MsgType: 'event', Event: 'wxa_media_check', trace_id }
    const fine = { suggest: 'pass', label: 100 } as const
    expect(weixin.decide(trace_id, fine)).toMatchObject({ ...event, result: fine })
    expect(weixin.decide(trace_id, fine, 'text')).toMatchObject({ ...event, result: { ...fine, label: '100' } })
  })

  it('is nobody else’s', () => {
    expect(() => openWeixin().decide('t', { suggest: 'pass', label: 100 })).toThrow('nobody asked')
  })

  it.each([
    ['an address inside the cloud', { media_url: 'cloud://a/1.jpg' }],
    ['the first version', { version: 1 }],
  ])('is not promised for %s', async (_, change) => {
    const weixin = openWeixin()
    weixin.visits('oLi')
    const ask = { version: 2, openid: 'oLi', scene: 2, media_type: 2, media_url: 'https://example.org/1.jpg' }
    expect(await weixin.ask('mediaCheckAsync', { ...ask, ...change })).toMatchObject({ json: { errcode: 47001 } })
  })
})

describe('a token', () => {
  const SECOND = 1000
  let now = 0
  const { tokens } = openWeixin({ now: () => now })

  it('stays the same until five minutes before its end, and then both are good', () => {
    const first = tokens.stable()
    expect(first.expires_in).toBe(7200)
    now += 6899 * SECOND
    expect(tokens.stable()).toEqual({ access_token: first.access_token, expires_in: 301 })
    now += SECOND
    const second = tokens.stable()
    expect(second.access_token).not.toBe(first.access_token)
    for (const { access_token } of [first, second]) expect(() => tokens.check(access_token)).not.toThrow()
    now += 300 * SECOND
    expect(() => tokens.check(first.access_token)).toThrow('42001')
    expect(() => tokens.check(second.access_token)).not.toThrow()
  })

  it.each([
    ['missing', null, '41001'],
    ['malformed', 'abc', '40014'],
    ['made up', 'a'.repeat(64), '40001'],
  ])('that is %s is refused', (_, token, errcode) => {
    expect(() => tokens.check(token)).toThrow(errcode)
  })
})

it('does not add up what writing and entering allow: five answers, and two more when somebody enters again', async () => {
  const weixin = openWeixin()
  weixin.visits('oLi')
  weixin.writes('oLi')
  weixin.enters('oLi')
  const answer = { touser: 'oLi', msgtype: 'text', text: { content: '您好' } }
  const answersUntilRefused = async () => {
    const replies: Answer[] = []
    for (let time = 1; time <= 9; time += 1) replies.push(await weixin.ask('customSend', answer))
    return replies.findIndex((reply) => reply !== 'broken' && 'json' in reply && reply.json.errcode === 45047)
  }
  expect(await answersUntilRefused()).toBe(5)
  weixin.enters('oLi')
  expect(await answersUntilRefused()).toBe(2)
})
