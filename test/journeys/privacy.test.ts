/** Who learns what about whom: every action as every role, on one's own and on others' tickets. */
import { type Action, type Ask, contract } from '@/contract'
import { everywhere } from './everywhere'
import { INPUTS } from './inputs'
import { countsIn, newKey, type Person } from './people'
import { allOf } from './published-whole'
import { PASSWORD, type Town } from './town'
import { actedWeChat } from './wechat'

const NAME = '吴小明'
const PHONE = '13912345678'
/** Where calls come from: this machine, and what the emulated cloud says of every phone. */
const ADDRESSES = ['127.0.0.1', '192.0.2.1']
/** The openids of the people in the cloud. Elsewhere they have none. */
const OPENID = /o-(person|official|wu)/
/** For whom it is filed, and whom it is about. */
const MOTHER = '吴家老太太'
const MOTHERS_PHONE = '13855556666'
const ABOUT = '胡科长'
const NOTE = '请勿外传：内部备注'
/** What content security holds. */
const RISKY = '加微信办假证'

type Role =
  | 'anyone'
  | 'asker'
  | 'neighbour'
  | 'dispatcher'
  | 'handler'
  | 'colleague'
  | 'helper'
  | 'stranger'
  | 'reviewer'
  | 'author'
type Visibility = Ask<'tickets.file'>['visibility']

/** What each role may read in a reply about a ticket; everything else must be nowhere in it. */
const KNOWS: Record<Role, { sees: boolean; name: Visibility[]; code: boolean; note: boolean; about: boolean }> = {
  anyone: { sees: false, name: [], code: false, note: false, about: false },
  asker: { sees: true, name: ['shown', 'hidden'], code: true, note: false, about: true },
  neighbour: { sees: false, name: [], code: false, note: false, about: false },
  dispatcher: { sees: true, name: ['shown', 'hidden'], code: false, note: true, about: true },
  handler: { sees: true, name: ['shown'], code: false, note: true, about: false },
  colleague: { sees: true, name: ['shown'], code: false, note: true, about: false },
  helper: { sees: true, name: ['shown'], code: false, note: true, about: false },
  stranger: { sees: false, name: [], code: false, note: false, about: false },
  reviewer: { sees: true, name: [], code: false, note: true, about: false },
  author: { sees: false, name: [], code: false, note: false, about: false },
}
/** Who reads what content security holds: its author, and the desk, which is to look at it. */
const READS_HELD: Role[] = ['asker', 'dispatcher']
const ROLES = Object.keys(KNOWS) as Role[]
/** A reviewer is told of a ticket once its answer was disputed: of one that is being handled they know nothing. */
const seesInHand = (role: Role): boolean => KNOWS[role].sees && role !== 'reviewer'
const VISIBILITIES: Visibility[] = ['shown', 'hidden', 'anonymous']

everywhere((openTown, _, rows) => {
  let town: Town
  let people: Record<Role, Person>
  const tickets = {} as Record<Visibility, { no: string; code: string; askerId: string }>

  beforeAll(async () => {
    const wechat = actedWeChat()
    wechat.answers({
      msgSecCheck: async ({ content }) => ({
        ok: true,
        value: content.includes(RISKY) ? { suggest: 'risky', label: 10001 } : { suggest: 'pass', label: 100 },
      }),
    })
    town = await openTown({ wechat })
    const official = (account: string) => town.official(account)
    const stranger = { account: 'liu', name: '刘洋', unit: 'housing', duties: ['answer'] }
    const { password } = (await town.world.store.get<{ password: string }>('officials', 'o_li')) ?? { password: '' }
    await town.world.store.insert('officials', 'o_liu', { ...stranger, password })
    people = {
      anyone: town.anyone(),
      asker: await town.wechatCitizen('code-of-wu'),
      neighbour: await town.citizen(),
      dispatcher: await official('wang'),
      handler: await official('li'),
      colleague: await official('sun'),
      helper: await official('zhao'),
      stranger: await official('liu'),
      reviewer: await official('chen'),
      author: await official('lin'),
    }
    for (const visibility of ['shown', 'hidden', 'anonymous'] as const) {
      const { no, code = '' } = await people.asker.files({
        visibility,
        name: NAME,
        phone: PHONE,
        behalf: { relation: 'parent', name: MOTHER, phone: MOTHERS_PHONE },
        against: { name: ABOUT },
      })
      const { askerId } = (await town.world.store.get<{ askerId: string }>('tickets', no)) ?? { askerId: '' }
      tickets[visibility] = { no, code, askerId }
      await people.asker.adds(no, '早上七点最堵')
      await people.dispatcher.dispatches(no, 'transport', NOTE)
      await people.handler.takes(no)
      await people.handler.does(no, { do: 'add-unit', unit: 'urban' })
      await people.handler.does(no, { do: 'extend', days: 3, reason: '等材料' })
      await people.handler.finishes(no, '已经办好')
      await people.asker.disputes(no, '还是堵')
    }
  })
  beforeEach(() => town.forgetTries())
  afterAll(() => town.close())

  // What a view lets out no database decides.
  describe.each(rows(VISIBILITIES))('a ticket whose asker is %s', (visibility) => {
    describe.each(ROLES)('%s', (role) => {
      it.each(Object.keys(contract) as Action[])('%s lets out only what this role may know', async (action) => {
        if (action === 'desk.signOut') return
        const { no, code, askerId } = tickets[visibility]
        const { raw, status } = await people[role].asks(action, INPUTS[action]({ no, code }))
        expect(status).not.toBe(500)
        const may = KNOWS[role]
        const own = { tokens: Object.values(people).map(({ token }) => token), ids: [askerId, 'asker":{"id'] }
        for (const secret of [...own.tokens.filter(Boolean), ...own.ids]) expect(raw).not.toContain(secret)
        expect(raw).not.toMatch(OPENID)
        // The asker's lists hold all three tickets; only the ticket itself tells names.
        const named = may.name.includes(visibility) && raw.includes('"history"')
        if (!named) for (const secret of [NAME, PHONE, MOTHER, MOTHERS_PHONE]) expect(raw).not.toContain(secret)
        if (!may.about) expect(raw).not.toContain(ABOUT)
        if (!may.code) for (const ticket of Object.values(tickets)) expect(raw).not.toContain(ticket.code)
        if (!may.note) expect(raw).not.toContain('内部备注')
        if (!may.sees) expect(raw).not.toContain('高速出口')
      })

      it('sees the ticket, or is told that there is none', async () => {
        const action = role === 'asker' || role === 'neighbour' || role === 'anyone' ? 'tickets.open' : 'desk.open'
        const { status } = await people[role].asks(action, { no: tickets[visibility].no })
        expect(status).toBe(KNOWS[role].sees ? 200 : role === 'anyone' ? 401 : 404)
      })

      it('reads names, phones and whom it is about only where this role may', async () => {
        const action = role === 'asker' ? 'tickets.open' : 'desk.open'
        const { raw } = await people[role].asks(action, { no: tickets[visibility].no })
        const named = KNOWS[role].sees && KNOWS[role].name.includes(visibility)
        expect([NAME, PHONE, MOTHER, MOTHERS_PHONE].map((secret) => raw.includes(secret))).toEqual(Array(4).fill(named))
        expect(raw.includes(ABOUT)).toBe(KNOWS[role].about)
      })
    })

    it('keeps the name and the phone of an anonymous asker nowhere at all', async () => {
      const record = JSON.stringify(await town.world.store.get('tickets', tickets[visibility].no))
      const kept = [NAME, PHONE, MOTHER, MOTHERS_PHONE].map((secret) => record.includes(secret))
      expect(kept).toEqual(Array(4).fill(visibility !== 'anonymous'))
    })

    it('can be looked up with its number and code, without a name, a phone, the code or a note in the reply', async () => {
      const { no, code } = tickets[visibility]
      for (const role of ROLES) {
        const { raw, status } = await people[role].asks('tickets.lookUp', { no, code })
        expect({ role, status }).toEqual({ role, status: 200 })
        for (const secret of [NAME, PHONE, MOTHER, MOTHERS_PHONE, ABOUT, code, '内部备注', tickets[visibility].askerId])
          expect(raw).not.toContain(secret)
      }
    })
  })

  describe('a ticket whose words content security holds', () => {
    const held = { no: '', code: '' }
    const acting = (command: object) => ({ no: held.no, key: newKey(), command })

    beforeAll(async () => {
      // The tables above have kept everybody from writing to the desk.
      for (const { id, version } of await allOf(town, 'blocks')) await town.world.store.remove('blocks', id, version)
      const { no, code = '' } = await people.asker.files({ text: RISKY, place: { address: `${RISKY}路口` } })
      Object.assign(held, { no, code })
      await people.dispatcher.dispatches(no, 'transport')
      await people.handler.takes(no)
      await people.handler.does(no, { do: 'add-unit', unit: 'urban' })
    })

    describe.each(ROLES)('%s', (role) => {
      // As above: no database decides it.
      it.each(rows(Object.keys(contract) as Action[]))(
        '%s lets out the words only to their author and the desk',
        async (action) => {
          if (action === 'desk.signOut') return
          const { raw, status } = await people[role].asks(action, INPUTS[action](held))
          expect(status).not.toBe(500)
          if (!READS_HELD.includes(role)) expect(raw).not.toContain(RISKY)
        },
      )

      it('reads them in the ticket, or does not', async () => {
        const action = role === 'asker' ? 'tickets.open' : 'desk.open'
        const { raw } = await people[role].asks(action, { no: held.no })
        expect(raw.includes(RISKY)).toBe(READS_HELD.includes(role))
      })

      it('does not find them with the number and the code either', async () => {
        const { raw, status } = await people[role].asks('tickets.lookUp', held)
        expect(status).toBe(200)
        expect(raw).not.toContain(RISKY)
      })

      it.each(['release', 'withhold'] as const)('cannot %s them, but for the desk', async (command) => {
        if (role === 'dispatcher') return
        const given = acting({ do: command, part: { seq: 1 }, reason: '含有广告' })
        const { status } = await people[role].asks('tickets.act', given)
        expect(status).toBe(role === 'anyone' ? 401 : seesInHand(role) ? 403 : 404)
      })

      it.each(['hold', 'lapse'])('cannot %s anything: no person may', async (command) => {
        const { status } = await people[role].asks(
          'tickets.act',
          acting({ do: command, part: { seq: 1 }, label: 'ads' }),
        )
        expect(status).toBe(role === 'anyone' ? 401 : 400)
      })

      it('cannot push a verdict', async () => {
        const verdict = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'trace', result: { suggest: 'risky' } }
        expect((await people[role].asks('push.receive', verdict)).status).toBe(role === 'anyone' ? 401 : 403)
      })
    })
  })

  describe('the queue', () => {
    it.each<[Role, number]>([
      ['dispatcher', 3],
      ['handler', 3],
      ['colleague', 3],
      ['stranger', 0],
      ['reviewer', 0],
    ])('of the %s has %i of the three tickets', async (role, count) => {
      const page = await people[role].gets('desk.queue', { queue: 'open' })
      expect(
        page.items.filter(({ no }) => VISIBILITIES.some((visibility) => tickets[visibility].no === no)),
      ).toHaveLength(count)
      expect(countsIn(page).open ?? 0).toBe(page.items.length)
    })

    it('is no business of somebody who only writes news', async () => {
      expect(await people.author.isRefused('desk.queue', { queue: 'open' })).toMatchObject({
        status: 403,
        reason: 'not-allowed',
      })
    })

    it('of disputes is for reviewers', async () => {
      expect((await people.reviewer.gets('desk.queue', { queue: 'disputed' })).items).toHaveLength(3)
      expect(await people.colleague.isRefused('desk.queue', { queue: 'disputed' })).toMatchObject({
        status: 403,
        reason: 'not-allowed',
      })
    })
  })

  describe('erasing one’s own traces', () => {
    it('a citizen’s token is nowhere in the store', async () => {
      for (const collection of ['tickets', 'entries', 'sessions', 'photos', 'tries', 'filings']) {
        const { items } = await town.world.store.find(collection, { by: 'id', limit: 50 })
        for (const { token } of Object.values(people)) if (token) expect(JSON.stringify(items)).not.toContain(token)
      }
    })

    it('an address is nowhere in the store: tries are counted under a hash', async () => {
      await people.neighbour.isRefused('desk.signIn', { account: 'wang', password: 'wrong' })
      const { items } = await town.world.store.find('tries', { by: 'id', limit: 50 })
      expect(items.length).toBeGreaterThan(0)
      for (const address of ADDRESSES) expect(JSON.stringify(items)).not.toContain(address)
    })
  })

  it('the log knows nobody: no name, phone, text, note, number, code, token, account or id', () => {
    const log = town.log.join('\n')
    expect(log).toContain('tickets.act')
    expect(log).not.toMatch(OPENID)
    const tokens = Object.values(people).map(({ token }) => token)
    const numbers = Object.values(tickets).flatMap(({ no, code, askerId }) => [no, code, askerId])
    for (const secret of [
      NAME,
      PHONE,
      MOTHER,
      MOTHERS_PHONE,
      ABOUT,
      '内部备注',
      '高速出口',
      '唐曹',
      '王敏',
      '李强',
      'o_wang',
      PASSWORD,
      ...ADDRESSES,
      'CFD-',
      ...tokens,
      ...numbers,
    ]) {
      if (secret) expect(log).not.toContain(secret)
    }
  })
})
