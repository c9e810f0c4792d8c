/** Following somebody else's ticket instead of filing the same again: it is seen to be solved, and nobody is given away. */
import type { FollowView } from '@/contract/follows'
import { everywhere } from './everywhere'
import type { Filing, Person } from './people'
import type { Town } from './town'
import { actedWeChat } from './wechat'

const NAME = '吴小明'
const PHONE = '13912345678'
const ADDRESS = '垦丰大街 12 号楼 3 单元'
const WORDS = '楼门口的路灯不亮了，老人晚上出门看不见。'
const SAID = '我家住一楼，晚上八点最黑'
const GATE = { lat: 39.2719, lng: 118.4478 }
const LAMP = {
  category: 'light',
  text: WORDS,
  place: { address: ADDRESS, point: GATE },
  name: NAME,
  phone: PHONE,
} satisfies Partial<Filing>
const SECRETS = [NAME, PHONE, ADDRESS, '老人', '一楼', '39.27', '118.44', 'asker']

everywhere((openTown) => {
  let town: Town
  let asker: Person
  let neighbour: Person
  /** Everything that the neighbour was ever sent. */
  let heard: string[]

  beforeAll(async () => {
    const wechat = actedWeChat()
    wechat.answers({ msgSecCheck: async () => ({ ok: true, value: { suggest: 'pass', label: 100 } }) })
    town = await openTown({ wechat })
  })
  beforeEach(async () => {
    asker = await town.wechatCitizen('code-of-wu')
    neighbour = await town.citizen()
    heard = []
    await town.forgetTries()
  })
  afterAll(() => town.close())

  const follows = (no: string, person = neighbour) => person.gets('follows.add', { no })
  const leaves = (no: string, person = neighbour) => person.gets('follows.remove', { no })
  const followed = async (person = neighbour) => (await person.gets('follows.mine', {})).items
  const mayNotFollow = async (no: string, person = neighbour) => (await person.isRefused('follows.add', { no })).reason
  /** As it stands in the database. */
  const counted = async (no: string) =>
    (await town.world.store.get<{ followers?: number }>('tickets', no))?.followers ?? 0

  /** From filing to the answer of the unit, with these words. */
  async function solved(no: string, words: string) {
    const [wang, li] = [await town.official('wang'), await town.official('li')]
    await wang.dispatches(no, 'transport')
    await li.takes(no)
    await li.finishes(no, words)
  }

  it('one neighbour files, the other follows, and both see it solved; nothing else passes between them', async () => {
    const { no, code = '' } = await asker.files({ ...LAMP, consent: true })
    await asker.adds(no, SAID)
    const hears = async (action: string, input: object) => {
      const { raw, status } = await neighbour.asks(action, input)
      heard.push(raw)
      return status
    }
    expect(await hears('filing.look', { category: 'light', text: '路灯不亮', point: GATE })).toBe(200)
    expect(await hears('follows.add', { no })).toBe(200)
    expect(await hears('filing.look', { category: 'light', text: '路灯不亮', point: GATE })).toBe(200)
    await solved(no, '已换好灯泡，今晚就亮。')
    expect(await hears('follows.mine', {})).toBe(200)
    await asker.confirms(no)
    expect(await hears('follows.mine', {})).toBe(200)
    expect(await hears('tickets.open', { no })).toBe(404)
    expect(await hears('tickets.mine', {})).toBe(200)

    expect(await followed()).toMatchObject([
      {
        no,
        status: 'closed',
        over: true,
        result: 'done',
        outcome: 'confirmed',
        followers: 1,
        answer: '已换好灯泡，今晚就亮。',
      },
    ])
    const all = heard.join('\n')
    for (const secret of [...SECRETS, code]) expect(all).not.toContain(secret)
    expect(all).toContain('"followed":true')
  })

  it('shows where it stands: that, and no more', async () => {
    const { no } = await asker.files(LAMP)
    const view: FollowView = await follows(no)
    expect(Object.keys(view).sort()).toEqual(
      ['category', 'filedAt', 'followers', 'movedAt', 'no', 'over', 'sample', 'status', 'unit'].sort(),
    )
  })

  describe('the words of the answer', () => {
    it.each<[string, Partial<Filing>, string, boolean]>([
      ['are there where the asker agreed', { consent: true }, '已换好灯泡。', true],
      ['are not where the asker did not', { consent: false }, '已换好灯泡。', false],
      ['are not where they hold a phone number', { consent: true }, '已换好灯泡，有事打 13800138000。', false],
      ['are not where they call the asker by name', { consent: true }, '吴小明您好，已换好灯泡。', false],
      ['are not where they call the asker by surname', { consent: true }, '吴先生您好，已换好灯泡。', false],
      ['are not where they say at whose door', { consent: true }, '12号楼门口的灯泡已换好。', false],
      [
        'are not where the phone is written otherwise',
        { consent: true, phone: '0315-8712345' },
        '已换好，已回电 0315 8712345。',
        false,
      ],
      ['are not where they repeat the address', { consent: true }, `${ADDRESS}门口的灯泡已换好。`, false],
    ])('%s', async (_, filing, words, isThere) => {
      const { no } = await asker.files({ ...LAMP, ...filing })
      await follows(no)
      await solved(no, words)
      const [view] = await followed()
      expect(view).toMatchObject({ no, status: 'answered', result: 'done' })
      expect(view?.answer).toBe(isThere ? words : undefined)
    })
  })

  it('following twice is following once, and so is taking it back twice', async () => {
    const { no } = await asker.files(LAMP)
    await follows(no)
    expect((await follows(no)).followers).toBe(1)
    await leaves(no)
    await leaves(no)
    expect([await counted(no), await followed()]).toEqual([0, []])
  })

  it('taking back what one never followed takes nothing from the others', async () => {
    const { no } = await asker.files(LAMP)
    await follows(no, await town.citizen())
    await leaves(no)
    expect(await counted(no)).toBe(1)
  })

  it('forty people at once are forty followers', async () => {
    const { no } = await asker.files(LAMP)
    const people = await Promise.all(Array.from({ length: 40 }, () => town.citizen()))
    await Promise.all(people.map((person) => follows(no, person)))
    expect(await counted(no)).toBe(40)
    await Promise.all(people.slice(0, 15).map((person) => leaves(no, person)))
    expect([await counted(no), await town.world.store.count('follows', { no })]).toEqual([25, 25])
  })

  it('one person on two phones at once is one follower', async () => {
    const { no } = await asker.files(LAMP)
    await Promise.all([follows(no), follows(no), follows(no)])
    expect(await counted(no)).toBe(1)
  })

  it('is counted while the desk works on the ticket, and neither loses what it wrote', async () => {
    const { no } = await asker.files(LAMP)
    const wang = await town.official('wang')
    const people = await Promise.all(Array.from({ length: 5 }, () => town.citizen()))
    await Promise.all([wang.replies(no, '您好，马上去看。'), ...people.map((person) => follows(no, person))])
    expect(await counted(no)).toBe(5)
    expect((await asker.sees(no)).history.at(-1)).toMatchObject({ did: 'reply' })
  })

  it('the count stays when the ticket moves on', async () => {
    const { no } = await asker.files(LAMP)
    await follows(no)
    await solved(no, '已修好。')
    expect(await counted(no)).toBe(1)
  })

  it('nobody follows their own ticket', async () => {
    const { no } = await asker.files(LAMP)
    expect(await mayNotFollow(no, asker)).toBe('own-ticket')
  })

  it.each<[string, Partial<Filing>]>([['a report of misconduct', { kind: 'report' }]])(
    'what is not offered cannot be followed: %s',
    async (_, filing) => {
      const { no } = await asker.files({ ...LAMP, ...filing })
      expect(await mayNotFollow(no)).toBe('ticket-missing')
    },
  )

  it('what is not there cannot be followed, nor what is over', async () => {
    const { no } = await asker.files(LAMP)
    await asker.withdraws(no)
    expect([await mayNotFollow(no), await mayNotFollow('CFD-20260302-9999-0'), await mayNotFollow('x')]).toEqual([
      'ticket-missing',
      'ticket-missing',
      'ticket-missing',
    ])
  })

  it('a follower is told that it was withdrawn, and may go', async () => {
    const { no } = await asker.files(LAMP)
    await follows(no)
    await asker.withdraws(no)
    expect(await followed()).toMatchObject([{ no, status: 'withdrawn', over: true }])
    expect((await follows(no)).status).toBe('withdrawn')
    await leaves(no)
    expect(await followed()).toEqual([])
  })

  it('shows the one that was followed last first', async () => {
    const { no: first } = await asker.files(LAMP)
    const { no: then } = await asker.files(LAMP)
    await follows(then)
    town.pass(5)
    await follows(first)
    expect((await followed()).map(({ no }) => no)).toEqual([first, then])
  })

  it('is for citizens: neither somebody whom nobody knows nor an official follows', async () => {
    const { no } = await asker.files(LAMP)
    expect(await town.anyone().isRefused('follows.add', { no })).toMatchObject({ code: 'forbidden' })
    expect(await (await town.official('li')).isRefused('follows.add', { no })).toMatchObject({ reason: 'not-allowed' })
  })

  it('lets nobody follow and leave without end', async () => {
    const { no } = await asker.files(LAMP)
    await town.forgetTries()
    await follows(no)
    const { items } = await town.world.store.find('tries', { by: 'id', limit: 50 })
    for (const { id, version } of items) await town.world.store.update('tries', id, version, { set: { count: 120 } })
    expect(await mayNotFollow(no)).toBe('too-often')
  })
})
