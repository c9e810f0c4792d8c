/** It will be late, and its asker hears so from a person, with a day and a reason, before it is. */
import { endOf } from '../situations'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

const REASON = '信号灯要等厂家发货'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let li: Person
  let no: string
  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    town.on('Mon 2026-03-02 10:00')
    ;[wang, li] = [await town.official('wang'), await town.official('li')]
    ;({ no } = await worker.files())
    await wang.dispatches(no, 'transport')
    await li.takes(no)
  })
  const delays = (until: string) => li.does(no, { do: 'delay', until, reason: REASON })

  it('is said with the day and the reason, beside the promise, which stays', async () => {
    await delays('2026-03-30')
    const seen = await worker.sees(no)
    expect(seen).toMatchObject({ expectedOn: '2026-03-30', status: 'handling' })
    expect(seen.resolve).toMatchObject({ promisedAt: endOf('Mon 2026-03-23'), dueAt: endOf('Mon 2026-03-23') })
    expect(seen.history.at(-1)).toMatchObject({ did: 'delay', until: '2026-03-30', reason: REASON, public: true })
  })

  it('does not make what is late punctual', async () => {
    await delays('2026-03-30')
    town.on('Tue 2026-03-24 09:00')
    expect(await worker.sees(no)).toMatchObject({ resolve: { late: true }, expectedOn: '2026-03-30' })
  })

  it('is no news any more once there is an answer', async () => {
    await delays('2026-03-30')
    await li.finishes(no, '信号灯已经装好。')
    expect((await worker.sees(no)).expectedOn).toBeUndefined()
  })

  it.each([
    ['a day that is not later', '2026-03-23', 'not-later'],
    ['no day at all', 'bald', 'day-wrong'],
  ])('is refused with %s', async (_, until, reason) => {
    expect(await li.mayNot(no, { do: 'delay', until, reason: REASON })).toMatchObject({ reason })
  })

  it('is refused without a reason', async () => {
    expect(await li.mayNot(no, { do: 'delay', until: '2026-03-30', reason: ' ' })).toMatchObject({
      reason: 'needs-reason',
    })
  })

  it('is one of three things: extended once before the time is over, told of, or late without a word', async () => {
    await li.does(no, { do: 'extend', days: 5, reason: REASON })
    expect(await li.mayNot(no, { do: 'extend', days: 5, reason: REASON })).toMatchObject({ reason: 'only-once' })
    expect(await delays('2026-04-03')).toMatchObject({
      expectedOn: '2026-04-03',
      resolve: { dueAt: endOf('Mon 2026-03-30'), promisedAt: endOf('Mon 2026-03-23') },
    })
  })
})
