/** One to one: from a talk with the assistant to a person at the desk, whose answer appears by itself. */
import type { TicketView } from '@/contract/tickets'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import type { Town } from './town'
import { actedWeChat } from './wechat'

everywhere((openTown) => {
  const QUESTION = '老人没有手机，社保卡丢了怎么补？'
  const TALK = [
    { by: 'me' as const, text: '社保卡' },
    { by: 'program' as const, text: '没有找到正好的。1 社保卡在哪里办' },
    { by: 'me' as const, text: QUESTION },
  ]
  let town: Town
  let asker: Person
  let neighbour: Person
  let wang: Person

  beforeAll(async () => {
    town = await openTown()
    town.on('Mon 2026-03-02 09:05')
    asker = await town.citizen()
    neighbour = await town.citizen()
    wang = await town.official('wang')
  })
  afterAll(() => town.close())

  const handsOver = (key = newKey()) =>
    asker.gets('tickets.file', {
      ...{ key, kind: 'consult', category: 'other', text: QUESTION, talk: TALK },
      ...{ place: {}, photos: [], visibility: 'shown' },
    })
  const talkIn = ({ history }: TicketView) => history.map(({ talk }) => talk)
  const changes = (ticket: TicketView) =>
    asker.gets('tickets.changes', { no: ticket.no, ...(ticket.stamp && { stamp: ticket.stamp }) })

  describe('the talk before', () => {
    it('stands with the question, for the asker and at the desk', async () => {
      const { no } = await handsOver()
      expect(talkIn(await asker.sees(no))).toEqual([TALK, undefined])
      expect(talkIn(await wang.opens(no))).toEqual([TALK, undefined])
    })

    it('goes to the category that it is probably about: nobody was asked for one', async () => {
      const text = '小区门口的路灯不亮了，晚上看不见路，归谁修？'
      const filing = { key: newKey(), kind: 'consult' as const, category: 'other', text, talk: TALK.slice(0, 2) }
      const { category } = await asker.gets('tickets.file', {
        ...{ ...filing, place: {}, photos: [], visibility: 'shown' },
      })
      expect(category.id).toBe('light')
    })

    it('handed over twice with one key is one ticket', async () => {
      const key = newKey()
      const [first, second] = [await handsOver(key), await handsOver(key)]
      expect(second.no).toBe(first.no)
    })

    it('of more than 20 lines is refused, and says where', async () => {
      const many = Array.from({ length: 21 }, () => TALK[0])
      const filing = { key: newKey(), kind: 'consult', category: 'other', text: QUESTION, talk: many }
      expect(
        await asker.isRefused('tickets.file', { ...filing, place: {}, photos: [], visibility: 'shown' }),
      ).toMatchObject({ field: 'talk' })
    })
  })

  describe('the first reply', () => {
    it('runs from the moment of the question, not from that of the talk', async () => {
      const { firstReply } = await handsOver()
      expect(firstReply).toMatchObject({ dueAt: '2026-03-02T01:15:00.000Z', late: false })
    })

    it('says when the desk opens, outside its hours', async () => {
      town.on('Sun 2026-03-01 23:30')
      const { firstReply } = await handsOver()
      expect(firstReply.opensAt).toBeDefined()
      town.on('Mon 2026-03-02 09:05')
    })
  })

  describe('what happens to it', () => {
    beforeEach(async () => {
      town.on('Mon 2026-03-02 09:05')
      wang = await town.official('wang')
    })

    it('is not told where nothing has happened', async () => {
      expect(await changes(await handsOver())).not.toHaveProperty('ticket')
    })

    it('is told with the words of the reply, once', async () => {
      const ticket = await handsOver()
      await wang.replies(ticket.no, '您好，带身份证到窗口就能补。')
      const { ticket: now } = await changes(ticket)
      expect(now?.history.at(-1)).toMatchObject({ did: 'reply', text: '您好，带身份证到窗口就能补。' })
      expect(now && (await changes(now))).not.toHaveProperty('ticket')
    })

    it('is told whole to whoever does not know what they have', async () => {
      const { no } = await handsOver()
      expect((await asker.gets('tickets.changes', { no })).ticket?.no).toBe(no)
    })

    it('comes with the time of the server', async () => {
      expect((await changes(await handsOver())).now).toBe(town.now())
    })

    it('is nobody else’s', async () => {
      const { no } = await handsOver()
      expect(await neighbour.isRefused('tickets.changes', { no })).toMatchObject({ reason: 'ticket-missing' })
    })
  })
})

everywhere((openTown) => {
  it('a talk with words that may not be fit for others is held with the question, and the desk sees both', async () => {
    const wechat = actedWeChat()
    const PASS = { ok: true as const, value: { suggest: 'pass' as const, label: 100 } }
    const RISKY = { ok: true as const, value: { suggest: 'risky' as const, label: 10001 } }
    wechat.answers({ msgSecCheck: async ({ content }) => (content.includes('加微信办假证') ? RISKY : PASS) })
    const town = await openTown({ wechat })
    const asker = await town.wechatCitizen('code-of-wu')
    const wang = await town.official('wang')
    const li = await town.official('li')
    const talk = [{ by: 'me' as const, text: '加微信办假证' }]
    const { no } = await asker.files({ talk })
    expect((await wang.opens(no)).history[0]?.talk).toEqual(talk)
    await wang.dispatches(no, 'transport')
    expect((await li.opens(no)).history[0]).not.toHaveProperty('talk')
    await town.close()
  })
})
