/** Two at the publishing desk at the same moment, and two hosts with the same clock: each thing happens once and whole. */
import { randomBytes } from 'node:crypto'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { openSearch } from '@/drivers/search'
import { jsonLog } from '@/hosts/log'
import { readHtml } from '@/providers/html'
import type { Context } from '@/server/context'
import { lapseReleases } from '@/server/publishing'
import type { ReleaseRecord } from '@/server/releaseRecords'
import { noClips } from '../reads'
import { beijing } from '../situations'
import { both } from './contents'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { publishedWhole } from './published-whole'
import { article, type Command, type Content, corrects, does, earthquake, opens, page, signs, writes } from './releases'
import type { Town } from './town'

/** Whoever is faster is another one each time. */
const TIMES = [1, 2, 3, 4]

everywhere((openTown) => {
  let town: Town
  let lin: Person
  let ma: Person
  let chen: Person
  let gao: Person
  let song: Person
  beforeAll(async () => {
    town = await openTown()
    ;[lin, ma, chen, gao, song] = (await Promise.all(
      ['lin', 'ma', 'chen', 'gao', 'song'].map((account) => town.official(account)),
    )) as [Person, Person, Person, Person, Person]
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await town.forgetTries()
  })
  afterEach(async () => expect(await publishedWhole(town)).toEqual([]))

  const gives = (who: Person, id: string, command: Command) => who.asks('releases.act', { id, key: newKey(), command })
  const submitted = async (content: Content = article()) => {
    const { id } = await writes(lin, content)
    return does(lin, id, { do: 'submit', checked: true })
  }
  const signed = async () => {
    const { id } = await submitted()
    return signs(chen, id)
  }
  const published = async (content: Content = article()) => {
    const { id } = await submitted(content)
    if (content.kind === 'article') await signs(chen, id)
    return does(lin, id, { do: 'publish' })
  }
  const statuses = (replies: { status: number }[]) => replies.map(({ status }) => status).sort()
  const did = async (id: string) => (await opens(lin, id)).history.map((step) => step.did)

  it('two heads sign a notice: both have, and it may go out', async () => {
    const { id, revision } = await submitted(earthquake())
    const replies = await Promise.all([gao, song].map((head) => gives(head, id, { do: 'sign', revision })))
    expect(statuses(replies)).toEqual([200, 200])
    const { draft, stage } = await opens(lin, id)
    expect(stage).toBe('signed')
    expect(draft?.signatures.map(({ by }) => by.name).sort()).toEqual(['宋岩', '高远'].sort())
  })

  it('two heads sign what needs one: one has, the other is told', async () => {
    const { id, revision } = await submitted()
    const replies = await Promise.all([gao, song].map((head) => gives(head, id, { do: 'sign', revision })))
    expect(statuses(replies)).toEqual([200, 409])
    expect((await opens(lin, id)).draft?.signatures).toHaveLength(1)
  })

  it.each(TIMES)('the author writes while a reviewer signs: the signature is on nothing new (%s)', async (time) => {
    const { id, revision } = await submitted()
    const write = () => lin.asks('releases.write', { key: newKey(), id, revision, content: article() })
    const sign = () => gives(chen, id, { do: 'sign', revision })
    const both = time % 2 ? [write(), sign()] : [sign(), write()]
    const [first, second] = await Promise.all(both)
    const [wrote, signature] = time % 2 ? [first, second] : [second, first]
    expect(wrote?.status).toBe(200)
    expect([200, 409]).toContain(signature?.status)
    expect((await opens(lin, id)).draft).toMatchObject({ stage: 'writing', signatures: [] })
    expect((await gives(lin, id, { do: 'publish' })).status).toBe(409)
  })

  it.each(TIMES)('the author writes while the other publishes: one of the two, whole (%s)', async () => {
    const { id, revision } = await signed()
    const [wrote, out] = await Promise.all([
      lin.asks('releases.write', { key: newKey(), id, revision, content: article(), change: both('补充') }),
      gives(chen, id, { do: 'publish' }),
    ])
    const { status, live, draft } = await opens(lin, id)
    // Written first: there is nothing signed to publish. Published first: what was written is its correction.
    if (out.status === 200) expect([status, live?.revision]).toEqual(['published', 1])
    else expect([wrote.status, status, draft?.stage]).toEqual([200, 'draft', 'writing'])
  })

  it('two authors save upon the same revision: one is told, and can read what the other wrote', async () => {
    const { id, revision } = await writes(lin, article())
    const save = (who: Person) => who.asks('releases.write', { key: newKey(), id, revision, content: article() })
    const replies = await Promise.all([save(lin), save(ma)])
    expect(statuses(replies)).toEqual([200, 409])
    expect((await opens(lin, id)).revision).toBe(revision + 1)
  })

  it('publish is pressed twice: it is out once', async () => {
    const { id } = await signed()
    const replies = await Promise.all([gives(lin, id, { do: 'publish' }), gives(chen, id, { do: 'publish' })])
    expect(statuses(replies)).toEqual([200, 409])
    expect((await opens(lin, id)).live?.edition).toBe(1)
    expect((await did(id)).filter((one) => one === 'publish')).toHaveLength(1)
  })

  it('one signs while another sends it back: the signature is gone, or was never there', async () => {
    const { id, revision } = await submitted(earthquake())
    await Promise.all([gives(gao, id, { do: 'sign', revision }), gives(chen, id, { do: 'return', reason: '地点不对' })])
    expect((await opens(lin, id)).draft).toMatchObject({ stage: 'writing', signatures: [] })
  })

  it.each(TIMES)('it is withdrawn while the timer ends it: it ends once (%s)', async () => {
    const { id } = await published(article({ expiresAt: beijing('Mon 2026-03-02 12:00') }))
    town.on('Mon 2026-03-02 12:00')
    const [withdrawn] = await Promise.all([
      gives(lin, id, { do: 'withdraw', reason: '写错了' }),
      lapseReleases(timerOf(town)),
    ])
    const { status, history } = await opens(lin, id)
    expect(status).toBe(withdrawn.status === 200 ? 'withdrawn' : 'expired')
    expect(history.filter((step) => ['withdraw', 'lapse'].includes(step.did))).toHaveLength(1)
  })

  it('two hosts end twenty at once: each once, with one line of history', async () => {
    const ids: string[] = []
    for (let left = 20; left > 0; left--) {
      ids.push((await published(page({ expiresAt: beijing('Mon 2026-03-02 12:00') }))).id)
    }
    town.on('Mon 2026-03-02 12:00')
    const host = async () => {
      let all = 0
      for (let rounds = 10; rounds > 0; rounds--) {
        const { did, more } = await lapseReleases(timerOf(town))
        all += did
        if (!more) break
      }
      return all
    }
    const done = await Promise.all([host(), host()])
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(20)
    for (const id of ids) {
      expect((await town.world.store.get<ReleaseRecord>('releases', id))?.status).toBe('expired')
      expect((await did(id)).filter((one) => one === 'lapse')).toHaveLength(1)
    }
    expect(town.log.join()).not.toContain('"event":"failed"')
  })

  it('eight are published by eight at the same moment: all are out', async () => {
    const ids: string[] = []
    for (let left = 8; left > 0; left--) ids.push((await signed()).id)
    const replies = await Promise.all(ids.map((id) => gives(lin, id, { do: 'publish' })))
    expect(statuses(replies)).toEqual(ids.map(() => 200))
    for (const id of ids) expect((await town.anyone().gets('release.read', { id })).edition).toBe(1)
  })

  it('a correction is published while it is withdrawn: what is taken back stays so', async () => {
    const { id } = await published()
    await corrects(lin, id, article(), '改了日期')
    await does(lin, id, { do: 'submit' })
    await signs(chen, id)
    await Promise.all([gives(lin, id, { do: 'publish' }), gives(chen, id, { do: 'withdraw', reason: '写错了' })])
    const steps = await did(id)
    const { status } = await opens(lin, id)
    // Whichever came last is what holds.
    expect(status).toBe(steps[0] === 'publish' ? 'published' : 'withdrawn')
  })

  it('the timer publishes while the author drops it: one of the two', async () => {
    const { id } = await signed()
    await does(lin, id, { do: 'publish', at: beijing('Mon 2026-03-02 11:00') })
    town.on('Mon 2026-03-02 11:00')
    const [dropped] = await Promise.all([gives(lin, id, { do: 'drop' }), lapseReleases(timerOf(town))])
    const { status } = await opens(lin, id)
    expect(status).toBe(dropped.status === 200 ? 'withdrawn' : 'published')
  })
})

/** What a host gives its timer, on this town's store. */
const timerOf = (town: Town): Context => ({
  ...town.world,
  caller: { role: 'timer' },
  now: new Date(town.now()),
  lang: 'zh',
  address: 'timer',
  district: caofeidian,
  calendar: chinaCalendar(caofeidian.calendar),
  chance: { bytes: (count) => randomBytes(count) },
  readHtml,
  clips: noClips,
  search: openSearch(caofeidian.synonyms),
  log: jsonLog((line) => town.log.push(line)),
  production: false,
})
