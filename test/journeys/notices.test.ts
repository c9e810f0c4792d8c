/** The person who filed hears in WeChat what happens, as often as they agreed to, and nobody else hears anything. */
import type { District } from '@/core/district'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { handledTicket, LASTING, NONE, ONE_TIME, openSubscribed, type Subscribed } from './subscriptions'
import type { Town } from './town'

everywhere((openTown, inCloud, rows) => {
  let phones: Subscribed
  let town: Town
  let wu: Person
  let wang: Person
  let li: Person
  let no: string

  const open = async (district?: Partial<District>) => {
    phones = await openSubscribed(openTown, district)
    town = phones.town
    ;({ wu, no, wang, li } = await handledTicket(town))
  }
  afterEach(() => phones.close())

  const errands = () => town.world.store.count('errands')

  describe('what arrives', () => {
    beforeEach(async () => {
      await open({ notices: LASTING })
      await phones.agrees(wu, 'o-wu', 't-all')
    })

    it('is a message that opens the ticket, says what happened in our own words, and holds nothing of the case', async () => {
      await li.replies(no, '吴小明您好，我们下午到现场。')
      await town.tick()
      expect(phones.received).toEqual([
        {
          touser: 'o-wu',
          template_id: 't-all',
          page: `pages/ticket/index?no=${no}`,
          miniprogram_state: expect.stringMatching(/^(trial|formal)$/),
          lang: 'zh_CN',
          data: {
            character_string1: { value: no },
            thing2: { value: '道路交通' },
            phrase3: { value: '办理中' },
            time4: { value: '2026年3月2日 10:00' },
            thing5: { value: '工作人员回复了您，点开查看' },
          },
        },
      ])
      expect(JSON.stringify(phones.received)).not.toMatch(/吴小明|139|高速|现场/)
      expect(await errands()).toBe(0)
    })

    it.each<[news: string, act: () => Promise<unknown>, tip: string]>(
      rows([
        ['a reply', () => li.replies(no, '收到'), '工作人员回复了您，点开查看'],
        ['a question', () => li.asksBack(no, '哪个出口？'), '工作人员想问您，请点开回答'],
        ['an answer', () => li.finishes(no, '已处理'), '有答复了，请点开看是否解决'],
      ]),
    )('of %s', async (_, act, tip) => {
      await act()
      await town.tick()
      expect(phones.arrived()).toEqual([`o-wu: ${tip}`])
    })

    it.each<[decision: string, act: (chen: Person) => Promise<unknown>, tip: string]>(
      rows([
        ['that it was not solved', (chen) => chen.reopens(no, '确实没有'), '工作人员回复了您，点开查看'],
        ['that the answer stands', (chen) => chen.upholds(no, '已核实'), '已办结，点开查看，可以评价'],
      ]),
    )('of the reviewer’s decision %s', async (_, act, tip) => {
      await li.finishes(no, '已处理')
      await wu.disputes(no, '还是堵')
      await town.tick()
      phones.arrived()
      await act(await town.official('chen'))
      town.pass(1)
      await town.tick()
      expect(phones.arrived()).toEqual([`o-wu: ${tip}`])
    })

    it('of a time that is over: a day before, once, and when it is closed', async () => {
      await li.asksBack(no, '哪个出口？')
      await town.tick()
      phones.arrived()
      town.on('Sun 2026-03-08 09:59')
      await town.tick()
      expect(phones.arrived()).toEqual([])
      town.on('Sun 2026-03-08 10:00')
      await town.tick()
      expect(phones.received).toMatchObject([{ data: { time4: { value: '2026年3月9日 10:00' } } }])
      expect(phones.arrived()).toEqual(['o-wu: 快到期了，请点开回复'])
      // Somebody writes to them meanwhile: the time is the same, and so no second word about it.
      await (await town.official('li')).replies(no, '请您尽快')
      town.pass(60)
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 工作人员回复了您，点开查看'])
      town.on('Mon 2026-03-09 10:01')
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 已办结，点开查看，可以评价'])
    })

    it('is a reminder also when an official writes in the very minute in which it is due', async () => {
      await li.asksBack(no, '哪个出口？')
      await town.tick()
      phones.arrived()
      town.on('Sun 2026-03-08 10:00')
      await (await town.official('li')).replies(no, '请您尽快')
      await town.tick()
      expect(phones.arrived().sort()).toEqual(['o-wu: 工作人员回复了您，点开查看', 'o-wu: 快到期了，请点开回复'])
    })

    it('is no reminder for who has spoken, and a new one for a new time', async () => {
      await li.asksBack(no, '哪个出口？')
      await wu.supplies(no, '北出口')
      town.on('Sun 2026-03-08 10:00')
      await town.tick()
      phones.arrived()
      await (await town.official('li')).finishes(no, '已处理')
      town.on('Sat 2026-03-14 10:00')
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 有答复了，请点开看是否解决', 'o-wu: 快到期了，请点开回复'])
    })

    it('is no reminder that comes late to who has spoken in the minute between', async () => {
      await li.asksBack(no, '哪个出口？')
      await town.tick()
      phones.arrived()
      phones.wechat.answers({ subscribeSend: async () => ({ ok: false, errcode: -1, errmsg: 'system error' }) })
      town.on('Sun 2026-03-08 10:00')
      await town.tick()
      await wu.supplies(no, '北出口')
      phones.wechat.answers({ subscribeSend: phones.send })
      town.pass(5)
      await town.tick()
      expect([phones.arrived(), await errands()]).toEqual([[], 0])
    })

    it('is in the language the person filed in', async () => {
      const sun = await town.wechatCitizen('code-of-sun')
      const { answer } = await sun.asks(
        'tickets.file',
        {
          key: 'a-key-of-sixteen-and-more',
          kind: 'consult',
          category: 'school',
          text: 'School bus times please',
          place: {},
          photos: [],
          visibility: 'anonymous',
        },
        { 'accept-language': 'en' },
      )
      await phones.agrees(sun, 'o-sun', 't-all')
      await wang.replies((answer as { data: { no: string } }).data.no, 'At 7.')
      await town.tick()
      expect(phones.received).toMatchObject([
        {
          touser: 'o-sun',
          lang: 'en_US',
          data: {
            thing2: { value: 'Schools' },
            phrase3: { value: '已提交' },
            thing5: { value: 'An official replied' },
          },
        },
      ])
    })

    it('is nothing of what the asker does, of what only officials see, or of passing it on', async () => {
      await wu.adds(no, '早上最堵')
      await li.does(no, { do: 'extend', days: 2, reason: '等材料' })
      await li.does(no, { do: 'add-unit', unit: 'urban' })
      await li.finishes(no, '已处理')
      await town.tick()
      phones.arrived()
      await wu.confirms(no)
      await wu.rates(no, 5)
      town.pass(1)
      await town.tick()
      expect(phones.arrived()).toEqual([])
    })
  })

  describe('leave', () => {
    beforeEach(() => open())

    it('is for one message: the second reply is not announced', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await li.replies(no, '收到')
      await li.replies(no, '在路上')
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 工作人员回复了您，点开查看'])
      expect([phones.wechat.asked.filter(({ call }) => call === 'subscribeSend').length, await errands()]).toEqual([
        1, 0,
      ])
    })

    it('given twice is for two messages', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await phones.agrees(wu, 'o-wu', 't-replied')
      await li.replies(no, '收到')
      await town.tick()
      town.pass(31)
      await li.replies(no, '在路上')
      await town.tick()
      expect(phones.arrived()).toHaveLength(2)
    })

    it('is for one kind of news', async () => {
      await phones.agrees(wu, 'o-wu', 't-answered')
      await li.replies(no, '收到')
      await li.finishes(no, '已处理')
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 有答复了，请点开看是否解决'])
    })

    it('that was told twice because a reply was lost counts once', async () => {
      phones.leaves('o-wu', 't-replied', 2)
      await phones.says(wu, ['t-replied'], 'accept', 'the-same-key-again-1')
      await phones.says(wu, ['t-replied'], 'accept', 'the-same-key-again-1')
      await Promise.all([1, 2, 3].map(() => phones.says(wu, ['t-replied'], 'accept', 'the-same-key-again-1')))
      await li.replies(no, '收到')
      await li.replies(no, '在路上')
      await town.tick()
      expect(phones.arrived()).toHaveLength(1)
    })

    it('for a template that the district does not have is nothing', async () => {
      await phones.says(wu, ['t-of-somebody-else'], 'accept')
      expect(await town.world.store.count('grants')).toBe(0)
    })

    if (!inCloud)
      it('of somebody who came on the web is nothing, and they are not asked', async () => {
        const guest = await town.citizen()
        const { no: theirs } = await guest.files()
        await phones.says(guest, ['t-replied'], 'accept')
        await wang.replies(theirs, '收到')
        await town.tick()
        expect([await town.world.store.count('grants'), phones.arrived(), await errands()]).toEqual([0, [], 0])
        expect([await phones.asks(guest), (await guest.sees(theirs)).notices]).toEqual([[], []])
      })

    it('of one person is not another’s', async () => {
      const sun = await town.wechatCitizen('code-of-sun')
      await phones.agrees(sun, 'o-sun', 't-replied')
      await li.replies(no, '收到')
      await town.tick()
      expect(phones.arrived()).toEqual([])
    })
  })

  describe('asking', () => {
    beforeEach(() => open())

    it('is about the three kinds of news that would be missed most, also of who has no session yet', async () => {
      const most = ['t-answered', 't-asked', 't-replied']
      expect([await phones.asks(wu), await phones.asks(town.anyone())]).toEqual([most, most])
      expect((await wu.sees(no)).notices).toEqual(most)
    })

    it('leaves out what three messages may come of already', async () => {
      for (let n = 0; n < 3; n++) await phones.agrees(wu, 'o-wu', 't-answered')
      expect(await phones.asks(wu)).toEqual(['t-asked', 't-replied', 't-soon'])
    })

    it.each(rows(['reject', 'ban'] as const))(
      'leaves out for thirty days what was answered with “%s”',
      async (said) => {
        await phones.says(wu, ['t-answered', 't-asked'], said)
        expect(await phones.asks(wu)).toEqual(['t-replied', 't-soon', 't-closed'])
        town.on('Wed 2026-04-01 09:59')
        expect(await phones.asks(wu)).toEqual(['t-replied', 't-soon', 't-closed'])
        town.on('Wed 2026-04-01 10:00')
        expect(await phones.asks(wu)).toEqual(['t-answered', 't-asked', 't-replied'])
      },
    )

    it('a no takes nothing away that was given before', async () => {
      await phones.agrees(wu, 'o-wu', 't-replied')
      await phones.says(wu, ['t-replied'], 'reject')
      await li.replies(no, '收到')
      await town.tick()
      expect(phones.arrived()).toHaveLength(1)
    })

    it('is not done once a ticket is over, nor at the desk', async () => {
      expect((await li.opens(no)).notices).toEqual([])
      await li.finishes(no, '已处理')
      await wu.confirms(no)
      expect((await wu.sees(no)).notices).toEqual([])
    })
  })

  it('lasting and one-time templates are never asked about together: the lasting first, and once', async () => {
    await open({ notices: { ...ONE_TIME, closed: { ...ONE_TIME.closed, lasting: true } } })
    expect(await phones.asks(wu)).toEqual(['t-closed'])
    await phones.agrees(wu, 'o-wu', 't-closed')
    expect(await phones.asks(wu)).toEqual(['t-answered', 't-asked', 't-replied'])
  })

  it('a district without templates asks nobody and sends nothing', async () => {
    await open({ notices: NONE })
    await li.replies(no, '收到')
    expect([await phones.asks(wu), await errands()]).toEqual([[], 0])
  })

  it('the words of an official are shown, cut, where a district wants them', async () => {
    const replied = { ...ONE_TIME.replied, fields: [{ name: 'thing5', from: 'words' as const }] }
    await open({ notices: { ...ONE_TIME, replied } })
    await phones.agrees(wu, 'o-wu', 't-replied')
    await li.replies(no, '收到了，我们今天下午就到\n高速出口去看一看。')
    await town.tick()
    expect(phones.arrived()).toEqual(['o-wu: 收到了，我们今天下午就到 高速出口去看…'])
  })
})
