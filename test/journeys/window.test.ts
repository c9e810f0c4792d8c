/** From the code on a lamp post to the slip: what somebody reads out over the telephone fills in the place. */
import { everywhere } from './everywhere'
import { COMPLAINT, newKey, type Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let wang: Person
  const LAMP = { id: 'LAMP-7', kind: 'lamp' as const, name: '7 号灯杆', address: '垦丰大街小学门口东侧' }
  const point = { lat: 39.2719, lng: 118.4478 }

  beforeAll(async () => {
    town = await openTown()
    wang = await town.official('wang')
    await wang.gets('spots.save', { spots: [{ ...LAMP, point }] })
  })
  afterAll(() => town.close())

  const called = (changed: object = {}) =>
    wang.gets('desk.file', { ...COMPLAINT, key: newKey(), channel: 'phone' as const, place: {}, ...changed })

  it('the code that the caller reads out, in small letters, is the place of the ticket', async () => {
    const { ticket } = await called({ spot: 'lamp-7' })
    expect(ticket.spot).toEqual({ id: 'LAMP-7', name: { zh: '7 号灯杆', en: '' } })
    expect(ticket.place).toMatchObject({ address: LAMP.address, point })
  })

  it('who holds number and code sees the thing it is about; who holds the number alone sees nothing', async () => {
    const { ticket, code } = await called({ spot: 'LAMP-7' })
    const seen = await town.anyone().gets('tickets.lookUp', { no: ticket.no, code })
    expect([seen.spot?.id, seen.taken?.channel]).toEqual(['LAMP-7', 'phone'])
    expect((await town.anyone().isRefused('tickets.lookUp', { no: ticket.no, code: '' })).reason).toBe('lookup-failed')
  })

  it('a code that was taken down keeps nobody from filing: the words say where', async () => {
    const gone = { ...LAMP, id: 'LAMP-8' }
    await wang.gets('spots.save', { spots: [gone] })
    await wang.gets('spots.retire', { id: gone.id })
    const { ticket } = await called({ spot: gone.id, place: { address: '小学门口' } })
    expect([ticket.spot, ticket.place.address]).toEqual([undefined, '小学门口'])
  })

  it('what was filed about a thing keeps its name when that is renamed or retired', async () => {
    const lamp = { ...LAMP, id: 'LAMP-9' }
    await wang.gets('spots.save', { spots: [lamp] })
    const { ticket } = await called({ spot: lamp.id })
    await wang.gets('spots.save', { spots: [{ ...lamp, name: '新名称' }] })
    await wang.gets('spots.retire', { id: lamp.id })
    expect((await wang.opens(ticket.no)).spot?.name.zh).toBe('7 号灯杆')
  })
})
