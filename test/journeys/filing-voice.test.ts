/** Somebody who cannot write speaks: a recording is enough, from the filing to the end of the talk. */
import { everywhere } from './everywhere'
import { COMPLAINT, newKey, type Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let mother: Person
  let wang: Person
  let voice: string
  let film: string

  /** Recordings that have arrived, as uploading leaves them behind. */
  let made = 0
  async function recorded(owner: string, kind: 'voice' | 'video'): Promise<string> {
    const id = `recording-of-${kind}-${++made}`
    const type = kind === 'voice' ? 'mp3' : 'mp4'
    const at = '2026-03-02T01:00:00.000Z'
    await town.world.store.insert('clips', id, { owner, name: `${made}`.repeat(64), kind, type, seconds: 12, at })
    return id
  }
  const idOf = async (who: Person) => {
    const { no } = await who.files()
    return (await town.world.store.get<{ askerId: string }>('tickets', no))?.askerId ?? ''
  }

  beforeAll(async () => {
    town = await openTown()
    mother = await town.citizen()
    wang = await town.official('wang')
    const me = await idOf(mother)
    voice = await recorded(me, 'voice')
    film = await recorded(me, 'video')
  })
  beforeEach(() => town.forgetTries())
  afterAll(() => town.close())

  const spoken = { text: '', place: {} }

  it('is filed without a word, and is heard by the desk', async () => {
    const filed = await mother.files({ ...spoken, clips: [voice] })
    expect(filed).toMatchObject({ status: 'submitted', text: '', clips: [{ id: voice, kind: 'voice', seconds: 12 }] })
    expect((await wang.opens(filed.no)).history[0]).toMatchObject({ did: 'file', clips: [{ id: voice }] })
  })

  it('reads well in every list', async () => {
    await mother.files({ ...spoken, clips: [voice] })
    const [mine] = (await mother.gets('tickets.mine', {})).items
    expect(mine?.text).toBe('（语音）')
    const english = await wang.asks('desk.queue', { queue: 'open' }, { 'accept-language': 'en' })
    expect(english.raw).toContain('(voice note)')
  })

  it('with words, the words are what is listed', async () => {
    await mother.files({ text: '路灯不亮了', clips: [voice] })
    expect((await mother.gets('tickets.mine', {})).items[0]?.text).toBe('路灯不亮了')
  })

  it('adds a recording and nothing else to the talk', async () => {
    const { no } = await mother.files({ ...spoken, clips: [voice] })
    const { history } = await mother.does(no, { do: 'add', clips: [film] })
    expect(history.at(-1)).toMatchObject({ did: 'add', clips: [{ id: film, kind: 'video' }] })
    expect(history.at(-1)).not.toHaveProperty('text')
  })

  it('answers a question by speaking', async () => {
    const { no } = await mother.files({ ...spoken, clips: [voice] })
    await wang.asksBack(no, '请问是哪条路？')
    expect(await mother.does(no, { do: 'supply', clips: [voice] })).toMatchObject({ status: 'submitted' })
  })

  it('speaks at the window, into the phone of the official', async () => {
    const said = await recorded('o_wang', 'voice')
    const taken = { ...COMPLAINT, ...spoken, key: newKey(), channel: 'window' as const, clips: [said] }
    const { ticket, code } = await wang.gets('desk.file', taken)
    expect(ticket.clips).toMatchObject([{ id: said }])
    expect((await town.anyone().gets('tickets.lookUp', { no: ticket.no, code })).clips).toMatchObject([{ id: said }])
  })

  it('cannot send what somebody else has said', async () => {
    const neighbour = await town.citizen()
    const sent = { ...COMPLAINT, ...spoken, key: newKey(), clips: [voice] }
    expect(await neighbour.isRefused('tickets.file', sent)).toMatchObject({
      status: 404,
      reason: 'clip-missing',
      field: 'clips',
    })
  })

  it('sends one film, not two', async () => {
    const other = await recorded(await idOf(mother), 'video')
    const sent = { ...COMPLAINT, key: newKey(), clips: [film, other] }
    expect(await mother.isRefused('tickets.file', sent)).toMatchObject({ status: 400, reason: 'clips-many' })
  })
})
