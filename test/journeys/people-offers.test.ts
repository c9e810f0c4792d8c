/** Signing in on a computer by scanning what it shows with a phone that is signed in. */
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let computer: Person
  let phone: Person
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.forgetTries()
    computer = town.anyone()
    computer.device = 'the-computer-in-the-office'
    phone = await town.official('wang')
  })

  const shows = () => computer.gets('desk.offer', { label: 'Windows, Chrome' })
  type Shown = Awaited<ReturnType<typeof shows>>
  const collects = ({ offer, secret }: Shown, who = computer) => who.gets('desk.collect', { offer, secret })
  const approves = ({ offer, digits }: Shown, who = phone) => who.gets('desk.approve', { offer, digits, yes: true })

  it('the phone says yes with the digits of the computer, and the computer is signed in as its owner', async () => {
    const shown = await shows()
    expect(shown.digits).toMatch(/^[1-9]\d$/)
    expect(await collects(shown)).toEqual({ is: 'waiting' })
    expect(await phone.gets('desk.offered', { offer: shown.offer })).toMatchObject({ label: 'Windows, Chrome' })
    await approves(shown)
    const given = await collects(shown)
    expect(given).toMatchObject({ is: 'in', official: { id: 'o_wang' } })
    if (given.is !== 'in') return
    computer.token = given.token
    expect((await computer.gets('desk.queue', { queue: 'open' })).me.id).toBe('o_wang')
  })

  it('what the phone is told holds neither the digits nor the secret', async () => {
    const shown = await shows()
    const { raw } = await phone.asks('desk.offered', { offer: shown.offer })
    expect(raw).not.toContain(shown.digits.padStart(3, '"'))
    expect(raw).not.toContain(shown.secret)
  })

  it('other digits end it: nobody tries a hundred', async () => {
    const shown = await shows()
    const wrong = shown.digits === '10' ? '11' : '10'
    const asked = { offer: shown.offer, digits: wrong, yes: true }
    expect(await phone.isRefused('desk.approve', asked)).toMatchObject({ reason: 'digits-wrong', field: 'digits' })
    expect(await phone.isRefused('desk.approve', { ...asked, digits: shown.digits })).toMatchObject({
      reason: 'offer-over',
    })
    expect(await collects(shown)).toEqual({ is: 'refused' })
  })

  it('the phone says no, and the computer hears it', async () => {
    const shown = await shows()
    await phone.gets('desk.approve', { offer: shown.offer, yes: false })
    expect(await collects(shown)).toEqual({ is: 'refused' })
  })

  it('one is good once: for one yes, and for one computer', async () => {
    const shown = await shows()
    await approves(shown)
    const li = await town.official('li')
    expect(await li.isRefused('desk.approve', { ...shown, yes: true })).toMatchObject({ reason: 'offer-over' })
    const at_once = await Promise.all([collects(shown), collects(shown), collects(shown)])
    expect(at_once.map(({ is }) => is).sort()).toEqual(['in', 'over', 'over'])
    expect(await collects(shown)).toEqual({ is: 'over' })
  })

  it('two minutes later it is over, for the phone and for the computer', async () => {
    const [open, approved] = [await shows(), await shows()]
    await approves(approved)
    town.pass(2)
    expect(await phone.isRefused('desk.approve', { ...open, yes: true })).toMatchObject({ reason: 'offer-over' })
    expect(await phone.isRefused('desk.offered', { offer: open.offer })).toMatchObject({ reason: 'offer-over' })
    expect(await collects(approved)).toEqual({ is: 'over' })
  })

  it('who only saw the picture collects nothing: not without the secret, and not on another computer', async () => {
    const shown = await shows()
    await approves(shown)
    const thief = town.anyone()
    thief.device = 'the-computer-of-a-thief'
    expect(await collects({ ...shown, secret: shown.offer })).toEqual({ is: 'over' })
    expect(await collects(shown, thief)).toEqual({ is: 'over' })
    expect((await collects(shown)).is).toBe('in')
  })

  it('nobody says yes for somebody else, or without being signed in', async () => {
    const shown = await shows()
    const asked = { offer: shown.offer, digits: shown.digits, yes: true, official: 'o_gao' }
    expect(await town.anyone().isRefused('desk.approve', asked)).toMatchObject({ reason: 'signed-out' })
    expect(await (await town.citizen()).isRefused('desk.approve', asked)).toMatchObject({ reason: 'not-allowed' })
    await phone.gets('desk.approve', asked)
    expect(await collects(shown)).toMatchObject({ official: { id: 'o_wang' } })
  })

  it.each(['', 'x', 'x'.repeat(30), '../offers/x'])('%p is no offer', async (offer) => {
    const { reason } = await phone.isRefused('desk.approve', { offer, digits: '10', yes: true })
    expect(reason).toBe('offer-over')
  })

  it('neither secret nor network is kept as it is', async () => {
    const shown = await shows()
    const { items } = await town.world.store.find('offers', { by: 'id', limit: 50 })
    const kept = JSON.stringify(items)
    for (const secret of [shown.secret, shown.offer, '127.0.0.1', '192.0.2.1']) expect(kept).not.toContain(secret)
  })

  it('the timer clears away what nobody took', async () => {
    await shows()
    town.pass(90)
    await town.tick()
    expect(await town.world.store.count('offers')).toBe(0)
  })
})
