/** The sheet that one shift leaves for the next. */
import { beijing } from '../situations'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let wu: Person
  beforeEach(async () => {
    town = await openTown()
    wu = await town.citizen()
  })
  afterEach(() => town.close())

  const linesOf = async (account: string, span = {}) =>
    (await (await town.official(account)).gets('duty.sheet', span)).lines.map(({ no, what }) => `${no} ${what}`)

  it('holds each ticket once, by what runs out of it next', async () => {
    const { no: unread } = await wu.files()
    const { no: asked } = await wu.files()
    const { no: answered } = await wu.files()
    const wang = await town.official('wang')
    await wang.asksBack(asked, '哪个出口？')
    await wang.does(answered, { do: 'answer', result: 'elsewhere', text: '请向供电公司反映' })
    const span = { from: town.now(), to: beijing('Mon 2026-03-09 10:00') }
    town.on('Mon 2026-03-02 10:01')
    expect(await linesOf('wang', { ...span, to: beijing('Sun 2026-03-08 10:00') })).toEqual([`${unread} first-reply`])
    expect(
      await linesOf('wang', { ...span, from: beijing('Mon 2026-03-02 10:01'), to: beijing('Mon 2026-03-09 10:01') }),
    ).toEqual([`${unread} first-reply`, ...[asked, answered].sort().map((no) => `${no} lapse`)])
  })

  it('is of one’s own unit for who answers there, and of the whole district for who dispatches', async () => {
    const { no } = await wu.files()
    const { no: other } = await wu.files()
    const wang = await town.official('wang')
    for (const one of [no, other]) await wang.replies(one, '收到')
    await wang.dispatches(no, 'transport')
    await wang.dispatches(other, 'urban')
    expect(await linesOf('sun')).toEqual([`${no} unclaimed`])
    expect(await linesOf('zhao')).toEqual([`${other} unclaimed`])
    expect((await linesOf('wang')).sort()).toEqual([`${no} unclaimed`, `${other} unclaimed`].sort())
    const sheet = await (await town.official('sun')).gets('duty.sheet', {})
    expect(sheet).toMatchObject({ open: 1, unclaimed: 1, late: 0, by: '孙磊' })
    expect(sheet.held).toBeUndefined()
  })

  it('neither shows nor counts what is about whoever asks', async () => {
    const { no } = await wu.files({ against: { name: '孙磊' } })
    const wang = await town.official('wang')
    await wang.replies(no, '收到')
    await wang.dispatches(no, 'transport')
    expect(await (await town.official('sun')).gets('duty.sheet', {})).toMatchObject({
      open: 0,
      unclaimed: 0,
      lines: [],
    })
    expect(await (await town.official('li')).gets('duty.sheet', {})).toMatchObject({ open: 1, unclaimed: 1 })
  })

  it('reaches until the next shift is over, and without one until the desk closes', async () => {
    const wang = await town.official('wang')
    const to = async () => (await wang.gets('duty.sheet', {})).to
    expect(await to()).toMatch(/^2026-03-02T/)
    const shift = { day: '2026-03-03', from: '08:30', to: '12:00', officials: ['o_sun'] }
    await wang.gets('duty.setShift', shift)
    expect(await wang.gets('duty.sheet', {})).toMatchObject({
      to: beijing('Tue 2026-03-03 12:00'),
      next: { names: ['孙磊'] },
    })
  })

  it('marks what is late already and puts it first', async () => {
    const { no } = await wu.files()
    town.on('Mon 2026-03-02 11:00')
    await wu.files()
    const { lines, late } = await (await town.official('wang')).gets('duty.sheet', {})
    expect(lines[0]).toMatchObject({ no, late: true, at: beijing('Mon 2026-03-02 10:10') })
    expect([late, lines.length]).toEqual([1, 2])
  })

  it('has room for twenty on a phone, for more on paper, and says that there are more', async () => {
    for (let left = 22; left > 0; left--) await town.citizen().then((person) => person.files())
    const wang = await town.official('wang')
    const phone = await wang.gets('duty.sheet', {})
    expect([phone.lines.length, phone.more, phone.open]).toEqual([20, true, 22])
    const paper = await wang.gets('duty.sheet', { paper: true })
    expect([paper.lines.length, paper.more]).toEqual([22, false])
  })

  it.each([
    ['that ends before it begins', { from: beijing('Tue 2026-03-03 10:00'), to: beijing('Mon 2026-03-02 10:00') }],
    ['of more than a week', { from: beijing('Mon 2026-03-02 10:00'), to: beijing('Mon 2026-03-16 10:00') }],
  ])('is refused for a span %s', async (_, span) => {
    expect((await (await town.official('wang')).isRefused('duty.sheet', span)).reason).toBe('span-wrong')
  })

  it('is for who works on tickets', async () => {
    for (const account of ['lin', 'chen'])
      expect((await (await town.official(account)).isRefused('duty.sheet', {})).reason).toBe('not-allowed')
  })

  it('holds nothing of who asked', async () => {
    await wu.files()
    const { raw } = await (await town.official('wang')).asks('duty.sheet', {})
    expect(raw).not.toMatch(/吴小明|13912345678/)
  })
})
