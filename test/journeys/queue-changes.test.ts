/** What the desk hears between two looks: that something has changed, for how many it rings, and nothing that is not theirs. */
import { everywhere } from './everywhere'
import { empties, type Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let wang: Person
  let li: Person
  let sun: Person

  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
    ;[wang, li, sun] = (await Promise.all(['wang', 'li', 'sun'].map((name) => town.official(name)))) as [
      Person,
      Person,
      Person,
    ]
  })
  beforeEach(() => town.on('Mon 2026-03-02 09:05'))
  afterEach(async () => {
    await empties(town, ['tickets', 'shares'])
    await town.forgetTries()
  })
  afterAll(() => town.close())

  const shown = async (who: Person) => (await who.gets('desk.queue', { queue: 'open' })).stamp
  const heard = (who: Person, no?: string) => who.gets('desk.changes', { queue: 'open', ...(no && { no }) })
  const files = async () => (await worker.files()).no
  const atTransport = async () => {
    const no = await files()
    await wang.dispatches(no, 'transport')
    return no
  }

  it('the same page has the same stamp', async () => {
    await files()
    expect((await heard(wang)).stamp).toBe(await shown(wang))
  })

  it('an empty queue has one too', async () => {
    expect((await heard(wang)).stamp).toBe(await shown(wang))
  })

  it('a new ticket changes it', async () => {
    const before = await shown(wang)
    await files()
    expect((await heard(wang)).stamp).not.toBe(before)
  })

  it('what a colleague does changes it for both', async () => {
    const no = await atTransport()
    const [mine, theirs] = [await shown(li), await shown(wang)]
    await sun.takes(no)
    expect((await heard(li)).stamp).not.toBe(mine)
    expect((await heard(wang)).stamp).not.toBe(theirs)
  })

  it('what happens at another unit changes nothing here', async () => {
    await atTransport()
    const before = await shown(li)
    await files()
    expect((await heard(li)).stamp).toBe(before)
  })

  it('a ticket that moves out of sight changes the page, and has no stamp any more', async () => {
    const no = await atTransport()
    const { stamp } = await li.gets('desk.open', { no })
    const before = await shown(li)
    expect((await heard(li, no)).ticket).toBe(stamp)
    await wang.dispatches(no, 'urban')
    const after = await heard(li, no)
    expect(after.stamp).not.toBe(before)
    expect(after).not.toHaveProperty('ticket')
  })

  it('two officials have one ticket open: what the one writes, the other hears of', async () => {
    const no = await atTransport()
    const { stamp } = await sun.gets('desk.open', { no })
    await li.does(no, { do: 'note', text: '我明天去现场。' })
    expect((await heard(sun, no)).ticket).not.toBe(stamp)
  })

  it('of a ticket about themselves, or of one that is not there, they hear the same: nothing', async () => {
    const { no } = await worker.files({ against: { name: '李强' } })
    expect(await heard(li, no)).not.toHaveProperty('ticket')
    expect(await heard(li, 'CFD-20260302-9999')).not.toHaveProperty('ticket')
  })

  it('without a queue only the ticket is told of, for a phone that shows it alone', async () => {
    const no = await atTransport()
    const changes = await li.gets('desk.changes', { no })
    expect(changes).not.toHaveProperty('stamp')
    expect(changes.ticket).toBe((await li.gets('desk.open', { no })).stamp)
  })

  it('a queue that somebody does not have is refused, as its page is', async () => {
    expect(await li.isRefused('desk.changes', { queue: 'held' })).toMatchObject({ status: 403, reason: 'not-allowed' })
  })

  describe('it rings', () => {
    const ringing = async (who: Person) => (await heard(who)).ringing

    it('from the eighth minute on, not before', async () => {
      await files()
      town.pass(7)
      expect(await ringing(wang)).toBe(0)
      town.pass(1)
      expect(await ringing(wang)).toBe(1)
      expect((await wang.gets('desk.queue', { queue: 'open' })).ringing).toBe(1)
    })

    it('until somebody has spoken', async () => {
      const no = await files()
      town.pass(9)
      await wang.replies(no, '您好，收到了。')
      expect(await ringing(wang)).toBe(0)
    })

    it('on, when the time is over', async () => {
      await files()
      town.pass(60)
      expect(await ringing(wang)).toBe(1)
    })

    it('for the unit that has it, and for no other', async () => {
      await atTransport()
      town.pass(9)
      expect(await ringing(li)).toBe(1)
      expect(await ringing(await town.official('zhao'))).toBe(0)
    })

    it('not for somebody who only reviews', async () => {
      await files()
      town.pass(9)
      expect(await ringing(await town.official('chen'))).toBe(0)
    })

    it('not for whom it is about', async () => {
      const { no } = await worker.files({ against: { name: '李强' } })
      await wang.dispatches(no, 'transport')
      town.pass(9)
      expect(await ringing(li)).toBe(0)
      expect(await ringing(sun)).toBe(1)
    })

    it('by minutes of duty: filed five minutes before closing, it rings three minutes after opening', async () => {
      town.on('Mon 2026-03-02 19:55')
      await files()
      town.on('Tue 2026-03-03 08:32')
      const early = await town.official('wang')
      expect(await ringing(early)).toBe(0)
      town.on('Tue 2026-03-03 08:33')
      expect(await ringing(early)).toBe(1)
    })
  })
})
