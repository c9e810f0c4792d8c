/** Who saw and did what: written before it is shown or done, and never changed without a trace. */
import type { Ask, Output } from '@/contract'
import { walkAudit } from '@/hosts/audit-walk'
import type { AuditRecord } from '@/server/chains'
import { idOf } from '@/server/ids'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { PASSWORD, type Town } from './town'

type Lines = Output<'audit.list'>['items']

everywhere((openTown) => {
  let town: Town
  let wang: Person
  let li: Person
  let ma: Person
  let zhao: Person
  let no: string

  beforeEach(() => town.pass(0.01))
  beforeAll(async () => {
    town = await openTown()
    wang = await town.official('wang')
    li = await town.official('li')
    ma = await town.official('ma')
    zhao = await town.official('zhao')
    no = (await (await town.citizen()).files()).no
    await wang.dispatches(no, 'transport', '请查一查13912345678')
  })
  afterAll(() => town.close())

  const newest = async (input: Ask<'audit.list'> = {}): Promise<Lines> => (await ma.gets('audit.list', input)).items
  /** The newest line of this official. */
  const lastOf = async (official: string) => (await newest({ official }))[0]
  const lineAt = async (chain: string, seq: number) => {
    const line = await town.world.store.get<AuditRecord>('audit', idOf('audit', chain, String(seq)))
    if (!line) throw new Error(`no line ${seq} of ${chain}`)
    return line
  }
  const lengthOf = async (chain: string) => (await town.world.store.get<{ seq: number }>('chains', chain))?.seq ?? 0

  describe('what is written down', () => {
    it('of a ticket that was opened: by whom, when, and its number', async () => {
      await li.opens(no)
      expect(await lastOf('o_li')).toMatchObject({
        ...{ at: town.now(), did: 'desk.open', about: no, refused: false },
        who: { id: 'o_li', name: '李强', unit: { zh: '交通运输局', en: 'Transport bureau' } },
      })
    })

    it('of a queue its name', async () => {
      await li.gets('desk.queue', { queue: 'unclaimed' })
      expect(await lastOf('o_li')).toMatchObject({ did: 'desk.queue', what: 'unclaimed' })
    })

    it('of a command its name, and never what was said', async () => {
      await li.replies(no, '我们明天到现场，电话13912345678')
      expect(await lastOf('o_li')).toMatchObject({ did: 'tickets.act', what: 'reply', about: no })
    })

    it('of a screen that asks every few seconds whether anything has changed: nothing', async () => {
      const before = await lengthOf('o_li')
      await li.gets('desk.changes', { queue: 'open' })
      expect(await lengthOf('o_li')).toBe(before)
    })

    it('of a ticket that was asked for and not given: that it was refused', async () => {
      await zhao.isRefused('desk.open', { no })
      expect(await lastOf('o_zhao')).toMatchObject({ did: 'desk.open', about: no, refused: true })
    })

    it('of a command that was refused: that it was asked for, and then that it was refused', async () => {
      await zhao.mayNot(no, { do: 'take' })
      const [second, first] = await newest({ official: 'o_zhao' })
      expect([first, second]).toMatchObject([
        { did: 'tickets.act', what: 'take', refused: false },
        { did: 'tickets.act', what: 'take', refused: true },
      ])
    })

    it('of an official who asks for what is for citizens alone: that it was refused', async () => {
      await li.isRefused('tickets.mine', {})
      expect(await lastOf('o_li')).toMatchObject({ did: 'tickets.mine', refused: true })
    })

    it('of signing in: right or wrong, by the account', async () => {
      await town.anyone().isRefused('desk.signIn', { account: 'sun', password: 'wrong' })
      expect(await lastOf('o_sun')).toMatchObject({ did: 'desk.signIn', refused: true })
      await town.official('sun')
      expect(await lastOf('o_sun')).toMatchObject({ did: 'desk.signIn', refused: false })
    })

    it('of an account that nobody has: that somebody tried, and not what was typed, which may be a password', async () => {
      await town.anyone().isRefused('desk.signIn', { account: PASSWORD, password: 'x' })
      const [line] = (await newest()).filter(({ did, who }) => did === 'desk.signIn' && !who)
      expect(line).toMatchObject({ refused: true })
    })

    it('no words, names, telephone numbers, passwords, codes or tokens', async () => {
      const { items } = await town.world.store.find('audit', { by: 'turn', dir: 'desc', limit: 50 })
      const all = JSON.stringify(items)
      expect(items.length).toBeGreaterThan(10)
      for (const secret of ['13912345678', '明天', '请查', '吴小明', '李强', PASSWORD, li.token, ma.token])
        expect(all).not.toContain(secret)
    })
  })

  describe('who reads it', () => {
    it.each(['ma', 'chen'])('%s, who administers or reviews', async (account) => {
      expect((await (await town.official(account)).gets('audit.list', {})).items.length).toBeGreaterThan(0)
    })

    it.each(['wang', 'lin', 'gao'])('%s does not', async (account) => {
      const person = await town.official(account)
      expect(await person.isRefused('audit.list', {})).toMatchObject({ reason: 'not-allowed' })
    })

    it('is written down as well: whose lines, or what about', async () => {
      await ma.gets('audit.list', { about: no })
      expect(await lastOf('o_ma')).toMatchObject({ did: 'audit.list', what: 'ticket', about: no })
      await ma.gets('audit.list', { official: 'o_li' })
      expect((await newest({ official: 'o_ma' }))[0]).toMatchObject({ what: 'official' })
    })

    it('finds everybody who had to do with a ticket, the newest first', async () => {
      const lines = await newest({ about: no })
      expect(new Set(lines.map(({ who }) => who?.id))).toEqual(new Set(['o_wang', 'o_li', 'o_zhao', 'o_ma']))
      const times = lines.map(({ at }) => at)
      expect(times).toEqual([...times].sort().reverse())
    })

    it('turns its pages', async () => {
      for (let times = 0; times < 25; times++) await li.gets('desk.queue', { queue: 'mine' })
      const first = await ma.gets('audit.list', { official: 'o_li' })
      expect(first.items).toHaveLength(20)
      const second = await ma.gets('audit.list', { official: 'o_li', after: first.next ?? '' })
      expect(second.items.filter(({ id }) => first.items.some((one) => one.id === id))).toEqual([])
    })

    it('does not learn here that there is a ticket about themselves', async () => {
      const about = await (await town.citizen()).files({ against: { name: '陈华' } })
      await wang.opens(about.no)
      const chen = await town.official('chen')
      expect((await chen.gets('audit.list', { about: about.no })).items).toEqual([])
      expect(JSON.stringify((await chen.gets('audit.list', { official: 'o_wang' })).items)).not.toContain(about.no)
    })
  })

  it('many things at once by one official make one chain, and all of them stand in it', async () => {
    const before = await lengthOf('o_wang')
    await Promise.all(Array.from({ length: 12 }, () => wang.gets('desk.queue', { queue: 'open' })))
    expect(await lengthOf('o_wang')).toBe(before + 12)
    expect((await walkAudit(town.world.store)).troubles).toEqual([])
  })

  describe('that nobody has touched it', () => {
    /** The seal as the log has it. */
    let logged: string
    let sealedAt: string

    beforeAll(async () => {
      town.pass(61)
      sealedAt = town.now()
      await town.tick()
      logged = (await walkAudit(town.world.store)).seal?.hash ?? ''
    })

    it('is found, with how much there is and when it was sealed', async () => {
      const report = await walkAudit(town.world.store, [logged])
      expect(report).toMatchObject({ troubles: [], seal: { at: sealedAt } })
      expect(report.lines).toBe(await town.world.store.count('audit'))
    })

    it('is in the log as well', () => {
      expect(town.log.join('\n')).toContain(logged)
    })

    it('is doubted where the log has a seal that is not there', async () => {
      const { troubles } = await walkAudit(town.world.store, [logged, 'another'])
      expect(troubles).toMatchObject([{ chain: 'seal:', fault: 'rewritten' }])
    })
  })

  describe('that somebody has', () => {
    /** Undone after each. */
    let undo: () => Promise<unknown> = async () => undefined
    afterEach(() => undo())

    const troubles = async () => (await walkAudit(town.world.store)).troubles

    it('a line that was changed', async () => {
      const { store } = town.world
      const { id, version, did } = (await lineAt('o_li', 3)) as AuditRecord & { id: string; version: number }
      const next = await store.update('audit', id, version, { set: { did: 'home.open' } })
      undo = () => store.update('audit', id, next, { set: { did } })
      expect(await troubles()).toEqual([{ chain: 'o_li', fault: 'changed', seq: 3 }])
    })

    it('a line that was removed', async () => {
      const { store } = town.world
      const { id, version, ...line } = (await lineAt('o_li', 3)) as AuditRecord & { id: string; version: number }
      await store.remove('audit', id, version)
      undo = () => store.insert('audit', id, line)
      expect(await troubles()).toEqual([{ chain: 'o_li', fault: 'removed', seq: 3 }])
    })

    it('a chain whose end was cut off, with the end that is noted beside it', async () => {
      const { store } = town.world
      const seq = await lengthOf('o_li')
      const { id, version, ...line } = (await lineAt('o_li', seq)) as AuditRecord & { id: string; version: number }
      const head = await store.get<{ seq: number; hash: string }>('chains', 'o_li')
      if (!head) throw new Error('no chain')
      await store.remove('audit', id, version)
      const before = { seq: seq - 1, hash: line.prev }
      const next = await store.update('chains', 'o_li', head.version, { set: before })
      undo = async () => {
        await store.insert('audit', id, line)
        await store.update('chains', 'o_li', next, { set: { seq, hash: line.hash } })
      }
      expect(await troubles()).toEqual([{ chain: 'o_li', fault: 'cut', seq }])
    })
  })
})
