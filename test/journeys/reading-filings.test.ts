/** Questions about what was read, and tips to appeals. */
import { beijing } from '../situations'
import { alert, appeal, article, both, menu, road } from './contents'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { asksTogether, publishes } from './published'
import type { Town } from './town'

const OVER = 'Wed 2026-03-04 10:00'

everywhere((openTown) => {
  let town: Town
  let citizen: Person
  beforeAll(async () => {
    town = await openTown()
  })
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    citizen = await town.citizen()
  })
  afterAll(() => town.close())

  describe('a question about an article', () => {
    it('says on its form what it is about, and so does the ticket, to whoever sees it', async () => {
      const about = await publishes(town, article())
      const told = { id: about, title: article().title, tip: false }
      expect((await town.anyone().gets('filing.open', { about })).about).toEqual(told)
      const { no } = await citizen.files({ about, kind: 'consult', consent: true })
      expect(await citizen.sees(no)).toMatchObject({ about: told, kind: 'consult' })
      expect((await (await town.official('wang')).opens(no)).about).toEqual(told)
    })

    it('keeps what it was about when that is withdrawn later', async () => {
      const about = await publishes(town, article())
      const { no } = await citizen.files({ about })
      const { version } = (await town.world.store.get('releases', about)) ?? { version: 0 }
      await town.world.store.update('releases', about, version, { set: { status: 'withdrawn' } })
      expect((await citizen.sees(no)).about).toMatchObject({ id: about })
      expect(await citizen.isRefused('filing.open', { about })).toMatchObject({ reason: 'release-missing' })
    })
  })

  describe('a question that many ask', () => {
    it('is seen as such by whoever answers it', async () => {
      const title = both('示例：班车什么时候增加')
      const counts = { askers: 3, followers: 1, heat: 3, movedAt: town.now() }
      await asksTogether(town, 'bus', { title, question: both('班车太少。'), ...counts })
      const about = { id: 'issue:bus', title, tip: false }
      expect((await town.anyone().gets('filing.open', { about: about.id })).about).toEqual(about)
      const { no } = await citizen.files({ about: about.id, kind: 'consult' })
      expect((await (await town.official('wang')).opens(no)).about).toEqual(about)
    })

    it('cannot be about an issue that is not there', async () =>
      expect(await refusedFiling('issue:none')).toMatchObject({ reason: 'release-missing', field: 'about' }))
  })

  describe('a tip to an appeal', () => {
    it('is a report that is never published, whatever was sent with it', async () => {
      const about = await publishes(town, appeal())
      expect((await citizen.gets('filing.open', { about })).about).toMatchObject({ tip: true })
      const { no } = await citizen.files({ about, kind: 'praise', consent: true })
      expect(await citizen.sees(no)).toMatchObject({ kind: 'report', about: { id: about, tip: true } })
      expect(await town.world.store.get('tickets', no)).toMatchObject({ kind: 'report', consent: false })
    })

    it('is as private as any ticket', async () => {
      const { no } = await citizen.files({ about: await publishes(town, appeal()) })
      expect(await (await town.citizen()).isRefused('tickets.open', { no })).toMatchObject({ reason: 'ticket-missing' })
    })

    it('comes too late when the appeal is over, before the timer has come too', async () => {
      const about = await publishes(town, appeal())
      town.on(OVER)
      const refused = { reason: 'too-late', field: 'about', status: 409 }
      expect(await citizen.isRefused('filing.open', { about })).toMatchObject(refused)
      expect(await refusedFiling(about)).toMatchObject(refused)
    })

    it('comes too late when the appeal was closed', async () => {
      const about = await publishes(town, appeal(), { status: 'expired', ending: '已找到' })
      expect(await refusedFiling(about)).toMatchObject({ reason: 'too-late' })
    })

    it('that arrived in time is the same ticket when it is sent again too late', async () => {
      const about = await publishes(town, appeal())
      const key = newKey()
      const { no } = await citizen.files({ about, key })
      town.on(OVER)
      expect((await citizen.files({ about, key })).no).toBe(no)
    })
  })

  const refusedFiling = (about: string) =>
    citizen.isRefused('tickets.file', {
      ...{ key: newKey(), kind: 'consult', category: 'other', text: '请问是怎么回事', place: {}, photos: [] },
      ...{ visibility: 'anonymous', about },
    })

  describe('what nobody can read cannot be asked about', () => {
    it.each([
      ['a draft', article(), { status: 'draft' }],
      ['what nobody has looked after', article(), { status: 'stale' }],
      ['what was withdrawn', article(), { status: 'withdrawn' }],
      ['what has ended', road(), { status: 'expired' }],
      ['an appeal that was withdrawn', appeal(), { status: 'withdrawn' }],
      ['what ended before the timer came', alert({ expiresAt: beijing('Mon 2026-03-02 10:00') }), {}],
      ['the menu', menu([]), {}],
    ] as const)('%s', async (_, content, told) => {
      const about = await publishes(town, content, told)
      expect(await refusedFiling(about)).toMatchObject({ reason: 'release-missing', field: 'about', status: 404 })
    })

    it('what was never there', async () =>
      expect(await refusedFiling('none')).toMatchObject({ reason: 'release-missing', field: 'about' }))
  })
})
