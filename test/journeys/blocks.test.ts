/** Somebody who abuses the desk is kept from it for a while: what they cannot do, what they still can, and who may say so. */
import { everywhere } from './everywhere'
import { complaint, newKey, type Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let wu: Person
  let wang: Person
  let ma: Person
  let no: string

  beforeEach(async () => {
    town = await openTown()
    ;[wu, wang, ma] = [await town.citizen(), await town.official('wang'), await town.official('ma')]
    ;({ no } = await wu.files())
  })
  afterEach(() => town.close())

  const block = (days = 3, who = wang) =>
    who.gets('blocks.add', { key: newKey(), no, days, reason: '多次辱骂工作人员' })
  const listed = async () => (await ma.gets('blocks.list', {})).items

  it('they file nothing and add nothing, and are told why, until when, and whom to call', async () => {
    await block()
    const refused = await wu.isRefused('tickets.file', complaint())
    expect(refused).toMatchObject({
      reason: 'blocked',
      message:
        '因“多次辱骂工作人员”，您在3月5日 10:00前不能提交新的诉求。热线电话和紧急通知照常使用；有异议请拨打 12345。',
    })
    const adds = { no, key: newKey(), command: { do: 'add', text: '还有一件事' } }
    expect((await wu.isRefused('tickets.act', adds)).reason).toBe('blocked')
  })

  it('they read everything, answer what they are asked, and say what they think of an answer', async () => {
    await wang.asksBack(no, '哪个出口？')
    await block()
    await wu.supplies(no, '北出口')
    await wang.finishes(no, '已处理')
    await wu.disputes(no, '还是堵')
    expect((await wu.sees(no)).status).toBe('disputed')
    for (const action of ['hotlines.open', 'alerts.now', 'inbox.open'] as const) await wu.gets(action, {})
  })

  it('a filing that arrived before is still that filing', async () => {
    const filing = complaint()
    const first = await wu.gets('tickets.file', filing)
    await block()
    expect((await wu.gets('tickets.file', filing)).no).toBe(first.no)
  })

  it('is over by itself', async () => {
    await block(1)
    town.on('Tue 2026-03-03 10:00')
    expect((await wu.files()).no).toBeTruthy()
  })

  it('is listed with its ticket and not with a person, and lifted', async () => {
    await block()
    const [line] = await listed()
    expect(line).toMatchObject({ no, reason: '多次辱骂工作人员', by: '王敏' })
    await ma.gets('blocks.lift', { key: newKey(), id: line?.id ?? '' })
    await ma.gets('blocks.lift', { key: newKey(), id: line?.id ?? '' })
    expect([await listed(), (await wu.files()).no]).toEqual([[], expect.any(String)])
  })

  it('twice is once, and lasts as long as the longer', async () => {
    const [long, short] = [await block(10), await block(2)]
    expect([short.until, (await listed()).length]).toEqual([long.until, 1])
  })

  it.each<[string, number, string]>([
    ['longer than a month', 31, 'block-long'],
    ['no day', 0, 'malformed'],
    ['half a day', 0.5, 'malformed'],
  ])('%s is refused', async (_, days, reason) => {
    const asked = { key: newKey(), no, days, reason: '辱骂' }
    expect((await wang.isRefused('blocks.add', asked)).reason).toBe(reason)
  })

  it('nobody is behind a filing that was taken down at a window', async () => {
    const { ticket } = await wang.gets('desk.file', { ...complaint(), channel: 'window' })
    const asked = { key: newKey(), no: ticket.no, days: 3, reason: '辱骂' }
    expect((await wang.isRefused('blocks.add', asked)).reason).toBe('nobody-to-block')
  })
})
