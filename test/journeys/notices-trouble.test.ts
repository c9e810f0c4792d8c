/**
 * Messages when things go wrong. What is promised: a message is lost only when WeChat refuses it, or does not answer
 * for two hours. It comes once, except when the server dies, or WeChat's answer is lost, after WeChat had taken it; even
 * then a one-time leave is good for one message.
 */
import type { District } from '@/core/district'
import { Unavailable, type WeChat } from '@/server/ports'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { handledTicket, LASTING, ONE_TIME, openSubscribed, type Subscribed } from './subscriptions'
import type { Town } from './town'

everywhere((openTown, inCloud, rows) => {
  let phones: Subscribed
  let town: Town
  let wu: Person
  let li: Person
  let no: string

  const open = async (district?: Partial<District>) => {
    phones = await openSubscribed(openTown, district)
    town = phones.town
    ;({ wu, no, li } = await handledTicket(town))
  }
  beforeEach(() => open())
  afterEach(() => phones.close())

  const errands = async () =>
    (await town.world.store.find<{ state: string }>('errands', { by: 'id', limit: 50 })).items.map(({ state }) => state)
  const tries = () => phones.wechat.asked.filter(({ call }) => call === 'subscribeSend').length
  const answers = (subscribeSend: WeChat['subscribeSend']) => phones.wechat.answers({ subscribeSend })
  const refuses = (errcode: number, errmsg = 'refused') => answers(async () => ({ ok: false, errcode, errmsg }))
  const REPLIED = 'o-wu: 工作人员回复了您，点开查看'
  const TWO = 'o-wu: 您有 2 条新消息，点开查看'

  describe('WeChat is away', () => {
    it.each<[trouble: string, send: WeChat['subscribeSend']]>(
      rows([
        ['and cannot be reached', () => Promise.reject(new Unavailable())],
        ['and says that its system fails (-1)', async () => ({ ok: false, errcode: -1, errmsg: 'system error' })],
        [
          'and says that the day’s messages are used up (45009)',
          async () => ({ ok: false, errcode: 45009, errmsg: 'reach max api daily quota limit' }),
        ],
        ['and the driver breaks', () => Promise.reject(new Error('a bug'))],
      ]),
    )('%s: the message comes when it is back, and its credit was not used up', async (_, send) => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      answers(send)
      await li.replies(no, '收到')
      await town.tick()
      expect([phones.arrived(), await errands()]).toEqual([[], ['waiting']])
      answers(phones.send)
      town.pass(1)
      await town.tick()
      expect([phones.arrived(), await errands()]).toEqual([[REPLIED], []])
    })

    it('a message that waits for its next try goes along with the next news, as one', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      answers(() => Promise.reject(new Unavailable()))
      await li.replies(no, '收到')
      for (const wait of [1, 2, 1]) {
        await town.tick()
        town.pass(wait)
      }
      // The first is due again three minutes from now.
      answers(phones.send)
      await li.replies(no, '在路上')
      await town.tick()
      expect(phones.arrived()).toEqual([TWO])
      town.pass(3)
      await town.tick()
      expect([phones.arrived(), await errands()]).toEqual([[], []])
    })

    it('for more than two hours: given up, and the next news says that there are two', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      answers(() => Promise.reject(new Unavailable()))
      await li.replies(no, '收到')
      for (let minutes = 0; minutes < 180; minutes += 2, town.pass(2)) await town.tick()
      expect([tries(), await errands()]).toEqual([8, ['dropped']])
      answers(phones.send)
      await li.replies(no, '在路上')
      await town.tick()
      expect(phones.arrived()).toEqual([TWO])
    })
  })

  describe('WeChat refuses', () => {
    it.each(
      rows([
        [40037, 'invalid template_id', 'notice'],
        [47003, 'argument invalid! data.thing2.value invalid', '"field":"thing2"'],
        [41030, 'invalid page', 'notice'],
        [40003, 'invalid openid o-wu', 'notice'],
        [43107, 'service banned', 'notice'],
      ]),
    )(
      'with %i, which trying again does not mend: dropped, and the log says which number and which news, and no more',
      async (errcode, errmsg, said) => {
        await phones.agrees(wu, 'o-wu', 't-replied')
        refuses(errcode, errmsg)
        await li.replies(no, '收到')
        await town.tick()
        town.pass(5)
        await town.tick()
        expect([tries(), await errands()]).toEqual([1, ['dropped']])
        const line = town.log.find((one) => one.includes('notice refused')) ?? ''
        expect(JSON.parse(line)).toMatchObject({ level: 'error', errcode, notice: 'replied' })
        expect(line).toContain(said)
        expect(town.log.join()).not.toMatch(/o-wu|收到|t-replied|CFD-/)
        // It was not sent, and so it was not used up.
        answers(phones.send)
        await li.replies(no, '在路上')
        town.pass(1)
        await town.tick()
        expect(phones.arrived()).toEqual([REPLIED])
      },
    )

    it('a one-time leave that we believed in (43101): no more is tried, and the person may be asked again', async () => {
      await phones.says(wu, ['t-replied'], 'accept')
      await phones.says(wu, ['t-replied'], 'accept')
      await phones.says(wu, ['t-replied'], 'accept')
      await li.replies(no, '收到')
      await li.replies(no, '在路上')
      await town.tick()
      expect([tries(), phones.arrived()]).toEqual([1, []])
      expect(await phones.asks(wu)).toContain('t-replied')
      expect(town.log.join()).not.toContain('notice refused')
    })

    it('a lasting leave (43101): the person took it back, and is left alone for thirty days', async () => {
      await phones.close()
      await open({ notices: LASTING })
      await phones.agrees(wu, 'o-wu', 't-all')
      phones.leaves('o-wu', 't-all', 0)
      await li.replies(no, '收到')
      await li.replies(no, '在路上')
      await town.tick()
      expect([tries(), await phones.asks(wu)]).toEqual([1, []])
    })
  })

  it('a category whose name fits no field is cut, and WeChat has nothing to refuse', async () => {
    await phones.close()
    const name = { zh: '一个长得无论如何也写不进二十个字里去的类别\n名字', en: 'Long' }
    const category = { id: 'traffic', icon: 'traffic', kind: 'complaint', hint: name, name } as const
    await open({ notices: ONE_TIME, categories: [category] })
    await phones.agrees(wu, 'o-wu', 't-replied')
    await li.replies(no, '收到')
    await town.tick()
    expect(phones.received).toMatchObject([{ data: { thing2: { value: '一个长得无论如何也写不进二十个字里去的…' } } }])
  })

  it('a template with a field that nothing fits into is not sent, and the log names the field', async () => {
    await phones.close()
    await open({
      notices: { ...ONE_TIME, replied: { ...ONE_TIME.replied, fields: [{ name: 'enum1', from: 'status' }] } },
    })
    await phones.agrees(wu, 'o-wu', 't-replied')
    await li.replies(no, '收到')
    await town.tick()
    expect([tries(), await errands()]).toEqual([0, ['dropped']])
    expect(town.log.join()).toContain('"notice":"replied","field":"enum1"')
  })

  describe('two at once', () => {
    it('two timers send a message once', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await phones.agrees(wu, 'o-wu', 't-replied')
      await li.replies(no, '收到')
      await Promise.all([town.tick(), town.tick(), town.tick()])
      expect(phones.arrived()).toEqual([REPLIED])
    })

    it('two pieces of news and one credit: one message, and WeChat is not asked for the other', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await Promise.all([li.replies(no, '收到'), li.replies(no, '在路上')])
      await Promise.all([town.tick(), town.tick()])
      expect([tries(), phones.arrived()]).toEqual([1, [REPLIED]])
    })

    it('a reminder is written once', async () => {
      await phones.agrees(wu, 'o-wu', 't-soon')
      await phones.agrees(wu, 'o-wu', 't-soon')
      await li.asksBack(no, '哪个出口？')
      town.on('Sun 2026-03-08 10:00')
      await Promise.all([town.tick(), town.tick()])
      town.pass(1)
      await Promise.all([town.tick(), town.tick()])
      expect(phones.arrived()).toEqual(['o-wu: 快到期了，请点开回复'])
    })

    it('the same command sent ten times is announced once', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await phones.agrees(wu, 'o-wu', 't-replied')
      const command = { no, key: 'the-same-key-ten-times', command: { do: 'reply', text: '收到' } }
      await Promise.all(Array.from({ length: 10 }, () => li.asks('tickets.act', command)))
      await town.tick()
      town.pass(1)
      await town.tick()
      expect(phones.arrived()).toEqual([REPLIED])
    })
  })

  // An exception stands for the death of a server; functions are killed for real in cloud-deaths.test.ts.
  const serverDies = inCloud ? describe.skip : describe
  serverDies(inCloud ? 'skipped, for there is no server: see cloud-deaths' : 'the server dies', () => {
    /** WeChat's answer never comes back to the process that asked: it is gone. What WeChat did is up to `reached`. */
    const dies = (reached: boolean) =>
      answers(async (message) => {
        if (reached) await phones.send(message)
        died()
        return new Promise(() => undefined)
      })
    let died: () => void = () => undefined
    const untilDeath = async () => {
      const dead = new Promise<void>((resolve) => {
        died = resolve
      })
      void town.tick()
      await dead
      answers(phones.send)
    }

    /** The server dies in the middle of telling the first reply; two minutes later another looks. */
    const diesOnce = async (after: boolean) => {
      dies(after)
      await li.replies(no, '收到')
      await untilDeath()
    }
    const laterLooks = async (minutes: number) => {
      town.pass(minutes)
      await town.tick()
    }

    it('between taking the credit and sending: the message comes two minutes later, on that credit', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await diesOnce(false)
      await laterLooks(1)
      expect(phones.arrived()).toEqual([])
      await laterLooks(1)
      expect([phones.arrived(), await errands()]).toEqual([[REPLIED], []])
      await li.replies(no, '在路上')
      await laterLooks(1)
      expect([tries(), phones.arrived()]).toEqual([2, []])
    })

    it('there, with another credit: it takes no second one', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await phones.agrees(wu, 'o-wu', 't-replied')
      await diesOnce(false)
      await laterLooks(2)
      await li.replies(no, '在路上')
      await laterLooks(31)
      expect(phones.arrived()).toEqual([REPLIED, REPLIED])
    })

    it('between sending and hearing that it was sent, one-time: it came once, for WeChat refuses the second', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await diesOnce(true)
      await laterLooks(2)
      expect([tries(), phones.arrived(), await errands()]).toEqual([2, [REPLIED], ['dropped']])
    })

    it('there, with a lasting leave: the same message comes twice, and not a third time', async () => {
      await phones.close()
      await open({ notices: LASTING })
      await phones.agrees(wu, 'o-wu', 't-all')
      await diesOnce(true)
      for (let turn = 0; turn < 5; turn++) {
        town.pass(2)
        await town.tick()
      }
      expect(phones.arrived()).toEqual([REPLIED, REPLIED])
    })
  })
})
