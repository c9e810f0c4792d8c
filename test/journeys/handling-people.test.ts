/** Who has a ticket: handed over, left behind by somebody who moved, wanted by two at once, and helped by other units. */
import { handBackAll } from '@/server/handing'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { diesAfter, timerContext } from './timer-context'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let li: Person
  let sun: Person
  let zhao: Person
  let no: string
  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
    ;[wang, li, sun, zhao] = (await Promise.all(['wang', 'li', 'sun', 'zhao'].map((one) => town.official(one)))) as [
      Person,
      Person,
      Person,
      Person,
    ]
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    ;({ no } = await worker.files())
    await wang.dispatches(no, 'transport')
  })

  describe('handing over', () => {
    beforeEach(() => li.takes(no))

    it('goes to a colleague of the unit, who then has it', async () => {
      expect((await li.gets('desk.open', { no })).colleagues).toEqual([{ id: 'o_sun', name: '孙磊' }])
      expect(await li.does(no, { do: 'hand-over', to: 'o_sun', note: '我下周休假' })).toMatchObject({ handler: '孙磊' })
      expect((await sun.opens(no)).may).toContain('answer')
      expect((await li.opens(no)).may).not.toContain('answer')
    })

    it('tells the citizen who has it now, and not what one says to the other', async () => {
      await li.does(no, { do: 'hand-over', to: 'o_sun', note: '我下周休假' })
      const seen = await worker.sees(no)
      expect(seen.history.at(-1)).toMatchObject({ did: 'hand-over', to: '孙磊' })
      expect(JSON.stringify(seen)).not.toContain('休假')
      expect((await sun.opens(no)).history.at(-1)).toMatchObject({ note: '我下周休假' })
    })

    it.each([
      ['somebody of another unit', 'o_zhao', 'person-missing'],
      ['somebody of the unit who answers nothing', 'o_lin', 'person-missing'],
      ['nobody', 'o_nobody', 'person-missing'],
      ['whoever has it', 'o_li', 'same-person'],
    ])('to %s is refused', async (_, to, reason) => {
      expect(await li.mayNot(no, { do: 'hand-over', to })).toMatchObject({ reason })
    })

    it('to somebody it is about is refused, and nobody offers them', async () => {
      const about = (await worker.files({ against: { name: '孙磊' } })).no
      await wang.dispatches(about, 'transport')
      await li.takes(about)
      expect((await li.gets('desk.open', { no: about })).colleagues).toEqual([])
      expect(await li.mayNot(about, { do: 'hand-over', to: 'o_sun' })).toMatchObject({ reason: 'person-missing' })
    })

    it('back to the unit leaves it for whoever takes it next', async () => {
      await li.does(no, { do: 'hand-back', note: '我被抽调了' })
      expect(await worker.sees(no)).toMatchObject({ status: 'dispatched' })
      expect(await sun.takes(no)).toMatchObject({ handler: '孙磊' })
    })
  })

  describe('an official who moves to another unit', () => {
    const tickets: string[] = []
    beforeEach(async () => {
      tickets.length = 0
      for (let count = 0; count < 3; count++) {
        const { no: one } = await worker.files()
        await wang.dispatches(one, 'transport')
        await li.takes(one)
        tickets.push(one)
      }
      await li.asksBack(tickets[1] ?? '', '是哪个方向？')
      await li.finishes(tickets[2] ?? '', '已经办好。')
      await moves('urban')
    })
    afterEach(async () => {
      await handBackAll('o_li', timerContext(town))
      await moves('transport')
    })
    async function moves(unit: string) {
      const { store } = town.world
      const official = await store.get('officials', 'o_li')
      await store.update('officials', 'o_li', official?.version ?? 0, { set: { unit } })
      li = await town.official('li')
    }
    const statuses = () => Promise.all(tickets.map(async (one) => (await worker.sees(one)).status))

    it('sees nothing of them any more, from this moment', async () => {
      for (const one of tickets) expect(await li.isRefused('desk.open', { no: one })).toMatchObject({ status: 404 })
    })

    it('leaves them to the unit', async () => {
      expect(await handBackAll('o_li', timerContext(town))).toEqual({ did: 3, all: true })
      expect(await statuses()).toEqual(['dispatched', 'waiting', 'answered'])
      expect(await sun.takes(tickets[0] ?? '')).toMatchObject({ handler: '孙磊' })
      await worker.supplies(tickets[1] ?? '', '进城方向')
      await worker.disputes(tickets[2] ?? '', '没有办好')
      await (await town.official('chen')).reopens(tickets[2] ?? '', '退回。')
      expect(await statuses()).toEqual(['handling', 'dispatched', 'dispatched'])
    })

    it('leaves each once, wherever the timer is cut off', async () => {
      const dying = timerContext(town, diesAfter(2, town.world.store))
      await expect(handBackAll('o_li', dying)).rejects.toThrow('died')
      expect(await handBackAll('o_li', timerContext(town))).toEqual({ did: 1, all: true })
      expect(await handBackAll('o_li', timerContext(town))).toEqual({ did: 0, all: true })
      for (const one of tickets) {
        const { history } = await wang.opens(one)
        expect(history.filter(({ did }) => did === 'hand-back')).toHaveLength(1)
      }
    })

    it('does not review what was theirs', async () => {
      await handBackAll('o_li', timerContext(town))
      await worker.disputes(tickets[2] ?? '', '没有办好')
      expect(await li.isRefused('desk.open', { no: tickets[2] ?? '' })).toMatchObject({ status: 404 })
    })
  })

  describe('two officials on one ticket', () => {
    it('take it at the same moment: one has it, the other is told who', async () => {
      const [first, second] = await Promise.all([
        li.asks('tickets.act', { no, key: newKey(), command: { do: 'take' } }),
        sun.asks('tickets.act', { no, key: newKey(), command: { do: 'take' } }),
      ])
      expect([first.status, second.status].sort()).toEqual([200, 409])
      expect((await worker.sees(no)).history.filter(({ did }) => did === 'take')).toHaveLength(1)
    })

    it('hand it over and take it back at the same moment: it has one handler, and one of the two is refused', async () => {
      await li.takes(no)
      const [over, back] = await Promise.all([
        li.asks('tickets.act', { no, key: newKey(), command: { do: 'hand-over', to: 'o_sun' } }),
        li.asks('tickets.act', { no, key: newKey(), command: { do: 'hand-back' } }),
      ])
      expect([over.status, back.status].filter((status) => status === 200)).toHaveLength(1)
      const { status, handler } = await wang.opens(no)
      expect(status === 'handling' ? handler : status).toBe(over.status === 200 ? '孙磊' : 'dispatched')
    })
  })

  describe('a unit that helps', () => {
    const helped = async (unit: string) => {
      const query = { where: { unit, open: true }, by: 'nextDue', limit: 50 }
      return (await town.world.store.find<{ no: string; nextDue: string }>('shares', query)).items
    }
    const shares = async (unit: string) => (await helped(unit)).map((share) => share.no)

    it('finds the ticket as long as it is open', async () => {
      await li.takes(no)
      await li.does(no, { do: 'add-unit', unit: 'urban' })
      expect(await shares('urban')).toContain(no)
      await worker.withdraws(no)
      expect(await shares('urban')).not.toContain(no)
    })

    it('finds it no longer when it is passed on without them', async () => {
      await wang.does(no, { do: 'dispatch', unit: 'housing', coUnits: ['urban'] })
      expect(await shares('urban')).toContain(no)
      await wang.dispatches(no, 'transport')
      expect(await shares('urban')).not.toContain(no)
      expect(await zhao.isRefused('desk.open', { no })).toMatchObject({ status: 404 })
    })

    it('finds it by the clock that runs out next', async () => {
      await li.takes(no)
      await li.does(no, { do: 'add-unit', unit: 'urban' })
      await li.replies(no, '马上看。')
      const due = async () => (await helped('urban')).find((share) => share.no === no)?.nextDue
      expect(await due()).toBe((await worker.sees(no)).resolve.dueAt)
      await li.asksBack(no, '是哪个方向？')
      expect(await due()).toMatch(/^9999/)
    })
  })

  describe('what officials write to each other', () => {
    it('is a line that the citizen does not have, whatever it is', async () => {
      await li.takes(no)
      const before = (await worker.sees(no)).history.length
      await sun.does(no, { do: 'note', text: '施工单位：老赵那边周三进场' })
      await li.does(no, { do: 'hand-back', note: '我被抽调了' })
      const seen = await worker.sees(no)
      expect(seen.history).toHaveLength(before)
      expect(JSON.stringify(seen)).not.toMatch(/老赵|抽调/)
      const { history } = await zhao.isRefused('desk.open', { no }).then(() => wang.opens(no))
      expect(history.slice(-2).map(({ did, public: open }) => [did, open])).toEqual([
        ['note', false],
        ['hand-back', false],
      ])
    })

    it('is not found with the number and the code either', async () => {
      const { no: other, code = '' } = await worker.files()
      await wang.does(other, { do: 'note', text: '老上访户，注意方式' })
      expect(JSON.stringify(await town.anyone().gets('tickets.lookUp', { no: other, code }))).not.toContain('老上访户')
    })
  })
})
