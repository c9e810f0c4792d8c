/** When the desk is open and who sits there: set by who administers it, and kept by every clock. */
import { BEYOND, type Calendar } from '@/core/deadline'
import { caofeidian } from '@/district/caofeidian/district'
import type { Context } from '@/server/context'
import { recountClocks } from '@/server/recounting'
import { beijing, endOf, year2026 } from '../situations'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

const span = (from: string, to: string) => ({ from, to })

everywhere((openTown) => {
  let town: Town
  let wu: Person
  beforeEach(async () => {
    town = await openTown({ district: { duty: HOURS } })
    wu = await town.citizen()
  })
  afterEach(() => town.close())

  const HOURS = {
    workday: [span('08:30', '12:00'), span('13:30', '17:30')],
    restday: [span('09:00', '11:00')],
  }
  /** Ma administers. */
  const ma = () => town.official('ma')

  describe('the hours of the desk', () => {
    it('are changed by who administers, and by nobody else', async () => {
      const week = { from: '2026-06-01', workday: [span('08:00', '12:00')], restday: [] }
      for (const account of ['wang', 'li', 'gao'])
        expect((await (await town.official(account)).isRefused('duty.setWeek', week)).reason).toBe('not-allowed')
      const view = await (await ma()).gets('duty.setWeek', week)
      expect(view).toMatchObject({ edits: true, weeks: [HOURS, week] })
      expect(await (await town.official('wang')).gets('duty.hours', {})).toEqual({ ...view, edits: false })
    })

    it.each<[what: string, action: 'duty.setWeek' | 'duty.setDay', input: object, reason: string]>([
      ['a week from today', 'duty.setWeek', { from: '2026-03-02', workday: [], restday: [] }, 'hours-past'],
      ['yesterday', 'duty.setDay', { day: '2026-03-01', spans: [] }, 'hours-past'],
      ['back to front', 'duty.setDay', { day: '2026-03-03', spans: [span('12:00', '08:00')] }, 'hours-wrong'],
      ['no time', 'duty.setDay', { day: '2026-03-03', spans: [span('8:00', '12:00')] }, 'time-wrong'],
      ['no day', 'duty.setDay', { day: '2026-02-30', spans: [] }, 'day-wrong'],
    ])('are refused: %s', async (_, action, input, reason) => {
      expect((await (await ma()).isRefused(action, input)).reason).toBe(reason)
    })

    it('say when the desk opens, on the very next request', async () => {
      town.on('Mon 2026-03-02 20:00')
      const opens = async () => (await wu.gets('filing.open', {})).opensAt
      expect(await opens()).toBe(beijing('Tue 2026-03-03 08:30'))
      await (await ma()).gets('duty.setDay', { day: '2026-03-02', spans: [span('21:00', '24:00')] })
      expect(await opens()).toBe(beijing('Mon 2026-03-02 21:00'))
    })

    it('count the first reply of what is filed from then on', async () => {
      await (await ma()).gets('duty.setDay', { day: '2026-03-03', spans: [] })
      town.on('Mon 2026-03-02 20:00')
      expect((await wu.files()).firstReply.dueAt).toBe(beijing('Wed 2026-03-04 08:40'))
    })

    it('of a week that begins in June hold from its first day', async () => {
      await (await ma()).gets('duty.setWeek', { from: '2026-06-01', workday: [span('08:00', '12:00')], restday: [] })
      town.on('Sun 2026-05-31 20:00')
      expect((await wu.files()).firstReply.dueAt).toBe(beijing('Mon 2026-06-01 08:10'))
      await (await ma()).gets('duty.dropWeek', { from: '2026-06-01' }).catch(() => undefined)
    })
  })

  describe('a change in the middle', () => {
    it('counts what has passed, moves what is promised, and says so to who waits', async () => {
      town.on('Mon 2026-03-02 14:40')
      const { no } = await wu.files()
      town.on('Mon 2026-03-02 14:45')
      await (await ma()).gets('duty.setDay', { day: '2026-03-02', spans: [] })
      await town.tick()
      const { firstReply } = await wu.sees(no)
      expect(firstReply).toMatchObject({
        dueAt: beijing('Tue 2026-03-03 08:35'),
        first: beijing('Mon 2026-03-02 14:50'),
        opensAt: beijing('Tue 2026-03-03 08:30'),
        late: false,
      })
      town.on('Tue 2026-03-03 08:34')
      const after = await (await town.official('wang')).replies(no, '收到')
      expect(after.firstReply).toMatchObject({ minutes: 9, late: false })
    })

    it('brings the alarm with it', async () => {
      town.on('Mon 2026-03-02 20:00')
      const { no } = await wu.files()
      await (await ma()).gets('duty.setDay', { day: '2026-03-02', spans: [span('21:00', '24:00')] })
      await town.tick()
      town.on('Mon 2026-03-02 21:08')
      await town.tick()
      const { items } = await (await town.official('wang')).gets('reminders.list', {})
      expect(items).toMatchObject([{ no, rung: 'alarm', dueAt: beijing('Mon 2026-03-02 21:10') }])
    })

    it('reaches every ticket that waits, in pages, and the history gets no line', async () => {
      const { store } = town.world
      for (let left = 55; left > 0; left--) await town.citizen().then((person) => person.files())
      await (await ma()).gets('duty.setDay', { day: '2026-03-02', spans: [] })
      const lines = await store.count('entries')
      await town.tick()
      const due = beijing('Tue 2026-03-03 08:40')
      expect(await store.count('tickets', { awaits: true, nextDue: due })).toBe(55)
      expect(await store.count('entries')).toBe(lines)
    })

    it('leaves alone what is late, so that nobody is let off by closing', async () => {
      const { no } = await wu.files()
      town.on('Mon 2026-03-02 10:20')
      await (await ma()).gets('duty.setDay', { day: '2026-03-02', spans: [] })
      await town.tick()
      expect((await wu.sees(no)).firstReply).toMatchObject({ dueAt: beijing('Mon 2026-03-02 10:10'), late: true })
    })

    it('finds also what another host filed by the hours that it remembered', async () => {
      town.on('Mon 2026-03-02 20:00')
      await (await ma()).gets('duty.setDay', { day: '2026-03-03', spans: [] })
      await town.tick()
      const { no } = await wu.files()
      const record = await town.world.store.get<{ firstReply: object; version: number }>('tickets', no)
      const old = { dueAt: beijing('Tue 2026-03-03 08:40'), alarmAt: beijing('Tue 2026-03-03 08:38') }
      await town.world.store.update('tickets', no, record?.version ?? 0, { set: { firstReply: old } })
      town.pass(2)
      await town.tick()
      expect((await wu.sees(no)).firstReply.dueAt).toBe(beijing('Wed 2026-03-04 08:40'))
    })
  })

  describe('a deadline', () => {
    it('crosses National Day with the make-up Saturday counted', async () => {
      town.on('Wed 2026-09-30 17:25')
      const { firstReply, resolve } = await wu.files({ kind: 'help', category: 'other' })
      expect(firstReply.dueAt).toBe(beijing('Thu 2026-10-01 09:05'))
      expect(resolve.dueAt).toBe(endOf('Tue 2026-10-20'))
    })

    it('beyond the calendar is said to be unknown, and known once the next year is announced', async () => {
      town.on('Mon 2026-12-28 10:00')
      const { no } = await wu.files()
      await town.tick()
      expect((await wu.sees(no)).resolve).toMatchObject({ dueAt: BEYOND, promisedAt: BEYOND, late: false })
      const calendar: Calendar = { ...year2026, until: '2027-12-31' }
      const { store } = town.world
      const host = { store, now: new Date(town.now()), district: { ...caofeidian, duty: HOURS }, calendar }
      await recountClocks(host as unknown as Context)
      expect((await wu.sees(no)).resolve).toMatchObject({ dueAt: endOf('Mon 2027-01-18') })
      expect(await recountClocks(host as unknown as Context)).toEqual({ did: 0, more: false })
    })
  })

  describe('shifts', () => {
    const shift = { day: '2026-03-02', from: '08:30', to: '12:00', officials: ['o_wang'] }

    it('show who sits there now and next, and when nobody does', async () => {
      const wang = await town.official('wang')
      await wang.gets('duty.setShift', shift)
      await wang.gets('duty.setShift', { ...shift, from: '14:00', to: '17:30', officials: ['o_sun', 'o_wang'] })
      const { days, now, next } = await wang.gets('duty.shifts', {})
      expect(days).toHaveLength(7)
      expect(days[0]).toMatchObject({ day: '2026-03-02', workday: true, gaps: [span('13:30', '14:00')] })
      expect(days[5]).toMatchObject({ day: '2026-03-07', workday: false, gaps: [span('09:00', '11:00')] })
      expect(now?.names).toEqual(['王敏'])
      expect(next).toMatchObject({ from: beijing('Mon 2026-03-02 14:00'), names: ['孙磊', '王敏'] })
    })

    it('with the same hours are the same shift with other people', async () => {
      const wang = await town.official('wang')
      await wang.gets('duty.setShift', shift)
      await wang.gets('duty.setShift', { ...shift, officials: ['o_sun'] })
      const { days } = await wang.gets('duty.shifts', {})
      expect(days[0]?.shifts).toMatchObject([{ officials: [{ id: 'o_sun', name: '孙磊' }] }])
      await wang.gets('duty.dropShift', { id: days[0]?.shifts[0]?.id ?? '' })
      expect((await wang.gets('duty.shifts', {})).days[0]?.shifts).toEqual([])
    })

    it('cover nothing once nobody in them is left', async () => {
      const wang = await town.official('wang')
      await wang.gets('duty.setShift', { ...shift, officials: ['o_sun'] })
      const sun = await town.world.store.get<{ version: number }>('officials', 'o_sun')
      await town.world.store.update('officials', 'o_sun', sun?.version ?? 0, { set: { duties: [] } })
      expect((await wang.gets('duty.shifts', {})).days[0]?.gaps).toEqual(HOURS.workday)
    })

    it.each<[string, object, string]>([
      ['over already', { ...shift, day: '2026-03-01' }, 'shift-past'],
      ['back to front', { ...shift, from: '12:00', to: '08:30' }, 'hours-wrong'],
      ['of nobody', { ...shift, officials: [] }, 'shift-empty'],
      ['of somebody who does not sit at the desk', { ...shift, officials: ['o_lin'] }, 'person-missing'],
    ])('are refused: %s', async (_, input, reason) => {
      expect((await (await town.official('wang')).isRefused('duty.setShift', input)).reason).toBe(reason)
    })

    it('are set by who dispatches or administers, and seen by every official', async () => {
      const sun = await town.official('sun')
      expect((await sun.isRefused('duty.setShift', shift)).reason).toBe('not-allowed')
      expect(await sun.gets('duty.shifts', {})).toMatchObject({ edits: false, people: [] })
    })
  })
})
