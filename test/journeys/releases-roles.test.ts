/** Who may do what at the publishing desk: every action and every command, as everybody, at each point of a release's life. */
import type { Ask } from '@/contract'
import { RELEASE_COMMANDS, type ReleaseCommandName } from '@/core/release'
import { contentId, type ReleaseRecord } from '@/server/releaseRecords'
import { enrol, sealPassword } from '@/server/session'
import { both } from './contents'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { article, type Content, does, earthquake, opens, page, signs, writes } from './releases'
import { PASSWORD, QUICK, type Town } from './town'

/** Lin wrote it; Song and Chen have signed what is signed, so that Gao and Wei have not. */
const PEOPLE = {
  'somebody unknown': 'nothing',
  'a citizen': 'nothing',
  'an official without a duty in it': 'nothing',
  'an author of another unit': 'nothing',
  'an admin': 'nothing',
  'its author': 'writer',
  'an author of the office': 'writer',
  'a reviewer': 'signer',
  'a head': 'signer',
} as const
type Who = keyof typeof PEOPLE
/** What each is told who may not even know of it. */
const SHUT_OUT: Partial<Record<Who, { status: number; reason: string }>> = {
  'somebody unknown': { status: 401, reason: 'signed-out' },
  'a citizen': { status: 403, reason: 'not-allowed' },
}
const MISSING = { status: 404, reason: 'release-missing' }

type State = 'draft' | 'submitted' | 'signed' | 'published' | 'withdrawn'
type Given = Exclude<ReleaseCommandName, 'lapse'>
type Cell = { writer: Given[]; signer: Given[] }
const KINDS: Record<string, () => Content> = { service: page, news: article, emergency: earthquake }

const TABLE: Record<string, Partial<Record<State, Cell>>> = {
  service: {
    draft: { writer: ['write', 'submit', 'drop'], signer: [] },
    // It needs no signature, so that it is signed as soon as it is submitted.
    signed: { writer: ['write', 'publish', 'drop'], signer: [] },
    published: { writer: ['write', 'withdraw', 'renew'], signer: [] },
    withdrawn: { writer: ['write'], signer: [] },
  },
  news: {
    draft: { writer: ['write', 'submit', 'drop'], signer: [] },
    submitted: { writer: ['write', 'drop'], signer: ['sign', 'return'] },
    signed: { writer: ['write', 'publish', 'drop'], signer: ['return', 'publish'] },
    published: { writer: ['write', 'withdraw', 'renew'], signer: ['withdraw'] },
    withdrawn: { writer: ['write'], signer: [] },
  },
  emergency: {
    draft: { writer: ['write', 'submit', 'override', 'drop'], signer: ['override'] },
    submitted: { writer: ['write', 'override', 'drop'], signer: ['sign', 'return', 'override'] },
    signed: { writer: ['write', 'publish', 'drop'], signer: ['return', 'publish'] },
    published: { writer: ['write', 'withdraw', 'renew'], signer: ['withdraw'] },
    withdrawn: { writer: ['write'], signer: [] },
  },
}
const ROWS = Object.entries(TABLE).flatMap(([level, states]) =>
  (Object.keys(states) as State[]).map((state) => [level, state] as const),
)
const COMMANDS = RELEASE_COMMANDS.filter((command) => command !== 'lapse')

everywhere((openTown, _, rows) => {
  let town: Town
  let people: Record<Who, Person>
  let song: Person
  let wei: Person
  beforeAll(async () => {
    town = await openTown()
    const password = await sealPassword(PASSWORD, QUICK)
    const others = [
      { account: 'bai', name: '白雪', unit: 'urban', duties: ['author' as const] },
      { account: 'yu', name: '于飞', unit: 'office', duties: ['admin' as const] },
      { account: 'wei', name: '魏宁', unit: 'office', duties: ['review' as const] },
    ]
    for (const one of others) await enrol(`o_${one.account}`, { ...one, password }, town.world.store)
    const accounts = ['sun', 'bai', 'yu', 'lin', 'ma', 'chen', 'gao', 'song', 'wei']
    const [sun, bai, yu, lin, ma, chen, gao, ...rest] = (await Promise.all(
      accounts.map((account) => town.official(account)),
    )) as [Person, Person, Person, Person, Person, Person, Person, Person, Person]
    ;[song, wei] = rest
    people = {
      'somebody unknown': town.anyone(),
      'a citizen': await town.citizen(),
      'an official without a duty in it': sun,
      'an author of another unit': bai,
      'an admin': yu,
      'its author': lin,
      'an author of the office': ma,
      'a reviewer': chen,
      'a head': gao,
    }
  })
  afterAll(() => town.close())
  beforeEach(() => town.forgetTries())

  /** One in this state, made by those who may. */
  async function made(level: string, state: State): Promise<string> {
    const lin = people['its author']
    const { id } = await writes(lin, (KINDS[level] ?? page)())
    if (state === 'draft') return id
    await does(lin, id, { do: 'submit' })
    if (state === 'submitted') return id
    for (const signer of { service: [], news: [song], emergency: [song, wei] }[level] ?? []) await signs(signer, id)
    if (state === 'signed') return id
    await does(lin, id, { do: 'publish' })
    if (state === 'withdrawn') await does(lin, id, { do: 'withdraw', reason: '不再需要' })
    return id
  }

  const stored = async (id: string) => {
    const found = await town.world.store.get<ReleaseRecord>('releases', id)
    if (!found) throw new Error('it is not there')
    return found
  }
  /** The same once more, so that each command meets it as it was. */
  async function copied(id: string, as: string): Promise<void> {
    const { store } = town.world
    const { id: _, version: __, ...head } = await stored(id)
    await store.insert('releases', as, head)
    const revision = head.draft?.revision ?? head.live?.revision ?? 1
    const { content, at, by } = (await store.get<{ content: object; at: string; by: string }>(
      'contents',
      contentId(id, revision),
    )) ?? { content: {}, at: '', by: '' }
    await store.insert('contents', contentId(as, revision), { release: as, revision, content, at, by })
  }

  /** The call by which each command is given, as well as it can be given. */
  function calling(who: Person, id: string, level: string, command: Given, revision: number) {
    const key = newKey()
    if (command === 'write') {
      const content = (KINDS[level] ?? page)()
      return who.asks('releases.write', { key, id, revision, content, change: both('改正') })
    }
    const reason = '情况有变'
    const commands: Record<Exclude<Given, 'write'>, Ask<'releases.act'>['command']> = {
      submit: { do: 'submit' },
      sign: { do: 'sign', revision },
      return: { do: 'return', reason },
      publish: { do: 'publish' },
      override: { do: 'override', reason },
      drop: { do: 'drop' },
      withdraw: { do: 'withdraw', reason },
      close: { do: 'close', reason },
      renew: { do: 'renew', reviewBy: '2026-06-01' },
    }
    return who.asks('releases.act', { id, key, command: commands[command] })
  }

  // Who may do what no database decides.
  describe.each(rows(ROWS))('%s, %s', (level, state) => {
    let id: string
    let copies = 0
    beforeAll(async () => {
      id = await made(level, state)
    })

    it.each(Object.keys(PEOPLE) as Who[])('%s', async (name) => {
      const who = people[name]
      const part = PEOPLE[name]
      const allowed = part === 'nothing' ? [] : (TABLE[level]?.[state]?.[part] ?? [])
      const shutOut = part === 'nothing' ? (SHUT_OUT[name] ?? MISSING) : undefined
      const { version, draft, live } = await stored(id)
      const revision = draft?.revision ?? live?.revision ?? 1

      const opened = await who.asks('releases.open', { id })
      if (shutOut)
        expect(opened).toMatchObject({ status: shutOut.status, answer: { error: { reason: shutOut.reason } } })
      else expect((await opens(who, id)).may.slice().sort()).toEqual(allowed.slice().sort())

      const did: Given[] = []
      let target = id
      for (const command of COMMANDS) {
        if (allowed.includes(command)) {
          target = `copy-${process.pid}-${level}-${state}-${name.replace(/\W/g, '')}-${++copies}`
          await copied(id, target)
        } else target = id
        const { status, answer } = await calling(who, target, level, command, revision)
        if (answer.ok) did.push(command)
        else if (shutOut)
          expect([command, status, answer.error.reason]).toEqual([command, shutOut.status, shutOut.reason])
        else expect([command, [403, 409].includes(status)]).toEqual([command, true])
      }
      expect(did).toEqual(COMMANDS.filter((command) => allowed.includes(command)))
      expect((await stored(id)).version).toBe(version)
    })
  })

  describe('a new release', () => {
    it.each<[who: Who, kinds: string]>([
      ['somebody unknown', 'signed-out signed-out signed-out signed-out'],
      ['a citizen', 'not-allowed not-allowed not-allowed not-allowed'],
      ['an official without a duty in it', 'not-allowed not-allowed not-allowed not-allowed'],
      ['an admin', 'not-allowed not-allowed not-allowed ok'],
      ['its author', 'ok ok ok not-allowed'],
      ['an author of the office', 'ok ok ok ok'],
      ['a reviewer', 'not-allowed not-allowed not-allowed not-allowed'],
      ['a head', 'not-allowed not-allowed not-allowed not-allowed'],
    ])('page, article, notice and menu, by %s: %s', async (name, kinds) => {
      const menu = { kind: 'menu', entries: [{ id: 'a', number: 1, name: page().title, icon: 'news', opens: 'news' }] }
      const told: string[] = []
      for (const content of [page(), article(), earthquake(), menu]) {
        const { answer } = await people[name].asks('releases.write', { key: newKey(), revision: 0, content })
        told.push(answer.ok ? 'ok' : answer.error.reason)
      }
      expect(told.join(' ')).toBe(kinds)
    })
  })

  describe('lists and feeds', () => {
    it.each<[who: Who, lists: string, feeds: string]>([
      ['somebody unknown', 'signed-out', 'signed-out'],
      ['a citizen', 'not-allowed', 'not-allowed'],
      ['an official without a duty in it', 'not-allowed', 'not-allowed'],
      ['an admin', 'ok', 'not-allowed'],
      ['an author of another unit', 'ok', 'ok'],
      ['its author', 'ok', 'ok'],
      ['an author of the office', 'ok', 'ok'],
      ['a reviewer', 'ok', 'not-allowed'],
      ['a head', 'ok', 'not-allowed'],
    ])('of %s: %s, %s', async (name, lists, feeds) => {
      const told = async (action: string, input: object) => {
        const { answer } = await people[name].asks(action, input)
        return answer.ok ? 'ok' : answer.error.reason
      }
      for (const list of ['mine', 'sign', 'published', 'stale', 'ended']) {
        expect([list, await told('releases.list', { list })]).toEqual([list, lists])
      }
      expect(await told('feeds.read', {})).toBe(feeds)
    })

    it('hold nothing of a unit for the authors of another', async () => {
      // The newest stand on the first page.
      town.pass(1)
      const ids = [await made('news', 'draft'), await made('news', 'published'), await made('news', 'withdrawn')]
      const whose: Record<string, boolean> = {}
      for (const name of ['an author of another unit', 'an admin', 'its author'] as const) {
        const listed: string[] = []
        for (const list of ['mine', 'sign', 'published', 'ended'] as const) {
          const { items } = await people[name].gets('releases.list', { list })
          listed.push(...items.map((item) => item.id))
        }
        whose[name] = ids.some((id) => listed.includes(id))
      }
      expect(whose).toEqual({ 'an author of another unit': false, 'an admin': false, 'its author': true })
    })
  })
})
