/** What WeChat's server tells ours about leave to send messages, in each of the shapes it is known to use. */
import type { District } from '@/core/district'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { handledTicket, LASTING, ONE_TIME, openSubscribed, type Subscribed } from './subscriptions'

everywhere((openTown, _, rows) => {
  let phones: Subscribed
  let wu: Person
  let li: Person
  let no: string

  const open = async (district?: Partial<District>) => {
    phones = await openSubscribed(openTown, district)
    ;({ wu, no, li } = await handledTicket(phones.town))
  }
  afterEach(() => phones.close())

  /** What arrives of one reply, long after any other. */
  const announced = async () => {
    await li.replies(no, '收到')
    phones.town.pass(31)
    await phones.town.tick()
    return phones.arrived().length
  }

  /** An event with its list in each of the shapes: bare or under the event’s name, one as an object, several as an array. */
  const shapes = (Event: string, under: string, item: object): [string, object][] => {
    const from = { FromUserName: 'o-wu', CreateTime: '1620973045', Event }
    const other = { TemplateId: 't-of-somebody-else', SubscribeStatusString: 'reject', ErrorCode: '0' }
    return [
      ['List, an array', { ...from, List: [item] }],
      ['List, several', { ...from, List: [other, item] }],
      ['List, an object', { ...from, List: item }],
      [`${under}, an array`, { ...from, [under]: [item] }],
      [`${under}.List, an array`, { ...from, [under]: { List: [item] } }],
      [`${under}.List, an object`, { ...from, [under]: { List: item } }],
    ]
  }
  const change = (template: string) =>
    shapes('subscribe_msg_change_event', 'SubscribeMsgChangeEvent', {
      TemplateId: template,
      SubscribeStatusString: 'reject',
    })

  describe('leave that was taken back in WeChat’s settings', () => {
    it.each(rows(change('t-all')))('ends a lasting one (%s)', async (_, message) => {
      await open({ notices: LASTING })
      await phones.agrees(wu, 'o-wu', 't-all')
      expect(await announced()).toBe(1)
      await phones.pushes(message)
      expect([await announced(), await phones.asks(wu)]).toEqual([0, []])
    })

    it.each(rows(change('t-replied').slice(0, 1)))(
      'ends one-time ones (%s), and a later yes begins anew',
      async (_, message) => {
        await open()
        await phones.agrees(wu, 'o-wu', 't-replied')
        await phones.agrees(wu, 'o-wu', 't-replied')
        await phones.pushes(message)
        expect(await announced()).toBe(0)
        await phones.agrees(wu, 'o-wu', 't-replied')
        expect(await announced()).toBe(1)
      },
    )
  })

  describe('what was answered to WeChat’s question', () => {
    const answered = (said: string, template = 't-answered') =>
      shapes('subscribe_msg_popup_event', 'SubscribeMsgPopupEvent', {
        TemplateId: template,
        SubscribeStatusString: said,
        PopupScene: '0',
      })

    it.each(rows(answered('reject')))(
      'no: not asked again for thirty days, even if the phone did not tell (%s)',
      async (_, message) => {
        await open()
        await phones.pushes(message)
        expect(await phones.asks(wu)).toEqual(['t-asked', 't-replied', 't-soon'])
      },
    )

    it('yes, to a one-time template: counted where the phone tells it, and not twice', async () => {
      await open()
      phones.leaves('o-wu', 't-replied', 9)
      await phones.says(wu, ['t-replied'], 'accept')
      for (const [, message] of answered('accept', 't-replied')) await phones.pushes(message)
      expect([await announced(), await announced()]).toEqual([1, 0])
    })

    it('yes, to a lasting one: holds even if the phone did not tell', async () => {
      await open({ notices: LASTING })
      phones.leaves('o-wu', 't-all', 9)
      for (const [, message] of answered('accept', 't-all')) await phones.pushes(message)
      expect([await announced(), await announced()]).toEqual([1, 1])
    })
  })

  describe('what became of a message', () => {
    const sent = (ErrorCode: unknown) =>
      shapes('subscribe_msg_sent_event', 'SubscribeMsgSentEvent', {
        TemplateId: 't-all',
        MsgID: '1864323726461255680',
        ErrorCode,
        ErrorStatus: ErrorCode === '0' ? 'success' : 'failed:user refused',
      })
    beforeEach(async () => {
      await open({ notices: LASTING })
      await phones.agrees(wu, 'o-wu', 't-all')
    })

    it.each(rows(sent('43101')))('refused by the person: leave has ended (%s)', async (_, message) => {
      await phones.pushes(message)
      expect(await announced()).toBe(0)
      expect(phones.town.log.join()).toContain('"event":"notice not delivered","errcode":43101')
    })

    it.each(rows([...sent('0'), ...sent(0).slice(0, 1), ...sent('45009').slice(0, 1)]))(
      'arrived, or not by the person’s will: leave goes on (%s)',
      async (_, message) => {
        await phones.pushes(message)
        expect(await announced()).toBe(1)
      },
    )
  })

  describe('what is not understood is taken and forgotten', () => {
    const known = { FromUserName: 'o-wu', Event: 'subscribe_msg_change_event' }
    it.each<[string, object]>(
      rows([
        ['a template of somebody else', { ...known, List: [{ TemplateId: 't-1', SubscribeStatusString: 'reject' }] }],
        [
          'a person who was never here',
          { ...known, FromUserName: 'o-nobody', List: [{ TemplateId: 't-replied', SubscribeStatusString: 'reject' }] },
        ],
        ['nobody', { Event: known.Event, List: [{ TemplateId: 't-replied', SubscribeStatusString: 'reject' }] }],
        ['no list', known],
        ['a list of nothing', { ...known, List: null }],
        ['a list of words', { ...known, List: ['t-replied'] }],
        [
          'another word than reject',
          { ...known, List: [{ TemplateId: 't-replied', SubscribeStatusString: 'something-new' }] },
        ],
        [
          'another event',
          {
            ...known,
            Event: 'subscribe_msg_new_event',
            List: [{ TemplateId: 't-replied', SubscribeStatusString: 'reject' }],
          },
        ],
        [
          'an event named like a part of every object',
          { ...known, Event: 'constructor', List: [{ TemplateId: 't-replied', SubscribeStatusString: 'reject' }] },
        ],
      ]),
    )('%s', async (_, message) => {
      await open({ notices: ONE_TIME })
      await phones.agrees(wu, 'o-wu', 't-replied')
      await phones.pushes(message)
      expect([await phones.town.world.store.count('grants'), await announced()]).toEqual([1, 1])
    })
  })
})
