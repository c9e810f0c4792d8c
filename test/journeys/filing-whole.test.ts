/** What a person says when they file is kept as they said it: for whom, where, which answers, and who may read what. */
import { everywhere } from './everywhere'
import { complaint, type Person } from './people'
import type { Town } from './town'

const STOP = {
  kind: 'stop',
  name: { zh: '新城大街公交站', en: 'Xincheng Street stop' },
  address: '新城大街 18 号旁',
  point: { lat: 39.27, lng: 118.45 },
  retired: false,
  at: '2026-03-01T00:00:00.000Z',
}

everywhere(
  (openTown) => {
    let town: Town
    let worker: Person
    let wang: Person
    let li: Person

    beforeAll(async () => {
      town = await openTown()
      worker = await town.citizen()
      wang = await town.official('wang')
      li = await town.official('li')
      await town.world.store.insert('spots', 'STOP-18', STOP)
      await town.world.store.insert('spots', 'STOP-19', { ...STOP, retired: true })
    })
    beforeEach(() => town.forgetTries())
    afterAll(() => town.close())

    /** What the unit to which it is dispatched sees of it. */
    async function seenByUnit(no: string) {
      await wang.dispatches(no, 'transport')
      return li.opens(no)
    }

    describe('for somebody else', () => {
      const behalf = { relation: 'parent', name: '吴老太太', phone: '13800001111' } as const

      it('both are recorded, and both are seen by who may see the asker', async () => {
        const filed = await worker.files({ behalf })
        expect(filed).toMatchObject({ behalf, asker: { name: '吴小明', phone: '13912345678' } })
        expect(await wang.opens(filed.no)).toMatchObject({ behalf })
        expect(await seenByUnit(filed.no)).toMatchObject({ behalf })
      })

      it('of who is hidden the desk sees both and the unit neither', async () => {
        const { no } = await worker.files({ behalf, visibility: 'hidden' })
        expect(await wang.opens(no)).toMatchObject({ behalf, asker: { name: '吴小明' } })
        const seen = await seenByUnit(no)
        expect(seen.behalf).toBeUndefined()
        expect(seen.asker).toEqual({ visibility: 'hidden' })
      })

      it('of who is anonymous it is kept that it is for a parent, and no name at all', async () => {
        const { no, behalf: kept } = await worker.files({ behalf, visibility: 'anonymous' })
        expect(kept).toEqual({ relation: 'parent', name: '' })
        const record = JSON.stringify(await town.world.store.get('tickets', no))
        for (const secret of ['吴老太太', '13800001111', '吴小明', '13912345678']) expect(record).not.toContain(secret)
      })
    })

    describe('answers to the questions of its category', () => {
      const details = [
        { question: 'passable', option: 'hardly' },
        { question: 'when', option: 'rush' },
      ]

      it('are kept in words, in both languages, and read by the unit', async () => {
        const { no } = await worker.files({ details })
        const { details: read } = await seenByUnit(no)
        expect(read).toEqual([
          {
            ask: { zh: '现在还能通行吗？', en: 'Can people get through now?' },
            said: { zh: '很难通行', en: 'Hardly' },
          },
          { ask: { zh: '什么时候出现？', en: 'When does it happen?' }, said: { zh: '上下班时', en: 'At rush hour' } },
        ])
      })

      it.each([
        ['a question that nobody asks (any more)', [{ question: 'weather', option: 'yes' }]],
        ['an answer that was not offered', [{ question: 'passable', option: 'maybe' }]],
        ['a question of another category', [{ question: 'wires', option: 'no' }]],
      ])('are left out, and the filing is taken: %s', async (_, details) => {
        expect((await worker.files({ details })).details).toBeUndefined()
      })

      it('need not be given', async () => {
        expect((await worker.files({ details: [] })).details).toBeUndefined()
      })
    })

    describe('a code on a bus stop', () => {
      it('names the stop, and fills in the place that was left empty', async () => {
        const filed = await worker.files({ spot: 'stop-18', place: {} })
        expect(filed).toMatchObject({
          spot: { id: 'STOP-18', name: STOP.name },
          place: { address: STOP.address, point: STOP.point },
        })
      })

      it('leaves a place that was written as it was written', async () => {
        const { place } = await worker.files({ spot: 'STOP-18', place: { address: '站台东头' } })
        expect(place).toMatchObject({ address: '站台东头', point: STOP.point })
      })

      it.each([
        ['was taken down', 'STOP-19'],
        ['nobody has made', 'STOP-77'],
      ])('that %s costs nobody their filing', async (_, spot) => {
        const filed = await worker.files({ spot, place: { address: '新城大街' } })
        expect(filed.spot).toBeUndefined()
        expect(filed).toMatchObject({ status: 'submitted', place: { address: '新城大街' } })
      })
    })

    describe('a point on the map', () => {
      const metres = (one: { lat: number; lng: number }, other = one) =>
        Math.hypot(one.lat - other.lat, one.lng - other.lng) * 111_000

      it('of WeChat’s map is kept where it really is, and shown where it was put', async () => {
        const put = { lat: 39.2731, lng: 118.454 }
        const { place } = await worker.files({ place: { point: { ...put, system: 'gcj02' } } })
        expect(metres(put, place.map)).toBeLessThan(0.1)
        expect(metres(put, place.point)).toBeGreaterThan(300)
        expect(place.point).not.toHaveProperty('system')
      })

      it('of a phone’s own receiver is kept as it is', async () => {
        const point = { lat: 39.2719, lng: 118.4478 }
        expect((await worker.files({ place: { point } })).place.point).toEqual(point)
      })
    })

    it('consent to publish is kept as it was given, and not given where nobody asked', async () => {
      expect((await worker.files({ consent: true })).consent).toBe(true)
      expect((await worker.files()).consent).toBe(false)
    })

    it('filed again after a lost answer it is the same ticket, although the code was taken down in between', async () => {
      await town.world.store.insert('spots', 'BIN-1', STOP)
      const filing = complaint({ spot: 'BIN-1', place: {} })
      const first = await worker.gets('tickets.file', filing)
      await town.world.store.update('spots', 'BIN-1', 1, { set: { retired: true } })
      expect(await worker.gets('tickets.file', filing)).toEqual(first)
    })
  },
  { always: true },
)
