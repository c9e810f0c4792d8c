/** News and pages, from the draft to what everybody reads: who may do what, wherever the program runs. */
import type { FindableRecord, ReleaseRecord } from '@/server/releaseRecords'
import * as pictures from '../pictures'
import { beijing } from '../situations'
import { both } from './contents'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { article, corrects, does, mayNot, opens, page, road, signs, writes } from './releases'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let lin: Person
  let ma: Person
  let chen: Person
  let song: Person
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await town.forgetTries()
    const officials = await Promise.all(['lin', 'ma', 'chen', 'song'].map((account) => town.official(account)))
    ;[lin, ma, chen, song] = officials as [Person, Person, Person, Person]
  })

  const found = (id: string) => town.world.store.get<FindableRecord>('findables', id)
  const stored = (id: string) => town.world.store.get<ReleaseRecord>('releases', id)
  const stamp = async () => (await town.world.store.get('marks', 'published'))?.version
  const submitted = async (content = article()) => {
    const { id } = await writes(lin, content)
    return does(lin, id, { do: 'submit' })
  }
  const published = async (content = article()) => {
    const { id } = await submitted(content)
    await signs(chen, id)
    return does(lin, id, { do: 'publish' })
  }

  describe('an article', () => {
    it('is written, submitted, signed and published', async () => {
      const shown = await published()
      expect(shown).toMatchObject({ status: 'published', live: { edition: 1, missing: [] }, level: 'news' })
      expect(shown.history.map(({ did, by }) => [did, by])).toEqual([
        ['publish', '林青'],
        ['sign', '陈华'],
        ['submit', '林青'],
        ['write', '林青'],
      ])
    })

    it('cannot go out on its author alone', async () => {
      const { id, draft } = await submitted()
      expect(draft?.missing).toEqual([['review', 'sign']])
      expect(await mayNot(lin, id, { do: 'publish' })).toBe('release-moved')
      expect(await mayNot(lin, id, { do: 'sign', revision: 1 })).toBe('not-yours')
      expect((await opens(lin, id)).status).toBe('draft')
    })

    it('cannot be let out as an emergency', async () => {
      const { id } = await submitted()
      expect(await mayNot(lin, id, { do: 'override', reason: '急' })).toBe('release-moved')
    })

    it('is not signed by the reviewer when it was changed after submission', async () => {
      const { id, revision } = await submitted()
      await writes(lin, article({ text: { zh: '改了一处。', en: '' } }), { id, revision })
      expect(await mayNot(chen, id, { do: 'sign', revision })).toBe('release-moved')
      await does(lin, id, { do: 'submit' })
      expect(await mayNot(chen, id, { do: 'sign', revision })).toBe('not-this-revision')
      expect((await signs(chen, id)).draft?.stage).toBe('signed')
    })

    it('loses its signature when it is changed afterwards', async () => {
      const { id } = await submitted()
      const { revision } = await signs(chen, id)
      const { draft } = await writes(lin, article(), { id, revision })
      expect([draft?.stage, draft?.signatures]).toEqual(['writing', []])
      expect(await mayNot(lin, id, { do: 'publish' })).toBe('release-moved')
    })

    it('is sent back with a reason', async () => {
      const { id } = await submitted()
      const { draft } = await does(chen, id, { do: 'return', reason: '日期不对' })
      expect(draft).toMatchObject({ stage: 'writing', returned: { by: { name: '陈华' }, reason: '日期不对' } })
    })

    it('is corrected only with a word on what was wrong', async () => {
      const { id, revision } = await published()
      await writes(lin, article(), { id, revision })
      expect(await mayNot(lin, id, { do: 'submit' })).toBe('change-missing')
      await corrects(lin, id, article({ title: { zh: '公交调整（更正）', en: '' } }), '日期写错了')
      await does(lin, id, { do: 'submit' })
      expect((await stored(id))?.shown).toMatchObject({ title: { zh: '城区公交线路调整' } })
      await signs(chen, id)
      const { live } = await does(lin, id, { do: 'publish' })
      expect(live).toMatchObject({ edition: 2, change: both('日期写错了') })
      const { items } = await town.world.store.find('editions', { where: { release: id }, by: 'edition', limit: 10 })
      expect(items).toMatchObject([{ edition: 1 }, { edition: 2, change: both('日期写错了') }])
    })

    it('is found when it is out, by its newest words, and not when it is withdrawn', async () => {
      const before = await stamp()
      const { id } = await published()
      const first = await stamp()
      expect(first).not.toBe(before)
      expect(await found(id)).toMatchObject({ kind: 'article', title: { zh: '城区公交线路调整' } })
      expect((await found(id))?.words).toContain('改走新城大街')
      await does(chen, id, { do: 'withdraw', reason: '线路还没有定' })
      expect(await found(id)).toBeNull()
      expect(await stamp()).not.toBe(first)
      expect(await opens(lin, id)).toMatchObject({ status: 'withdrawn', ending: '线路还没有定' })
    })

    it('that was dropped before it was out has ended', async () => {
      const { id } = await submitted()
      expect((await does(lin, id, { do: 'drop' })).status).toBe('withdrawn')
    })
  })

  describe('the timer', () => {
    it('publishes at the time that was set, and ends it at its own', async () => {
      const { id } = await submitted(article({ expiresAt: beijing('Mon 2026-03-02 12:00') }))
      await signs(chen, id)
      await does(lin, id, { do: 'publish', at: '2026-03-02T11:00:00+08:00' })
      town.on('Mon 2026-03-02 10:59')
      await town.tick()
      expect(await opens(lin, id)).toMatchObject({ status: 'draft', stage: 'scheduled' })
      town.on('Mon 2026-03-02 11:00')
      await town.tick()
      const out = await opens(lin, id)
      expect([out.status, out.publishedAt, out.stage]).toEqual([
        'published',
        beijing('Mon 2026-03-02 11:00'),
        undefined,
      ])
      expect(out.history[0]).toMatchObject({ did: 'lapse', by: '' })
      expect(await found(id)).not.toBeNull()
      town.on('Mon 2026-03-02 12:00')
      await town.tick()
      expect((await opens(lin, id)).status).toBe('expired')
      expect(await found(id)).toBeNull()
    })

    it('publishes nothing that ended while it waited', async () => {
      const { id } = await submitted(article({ expiresAt: beijing('Mon 2026-03-02 12:00') }))
      await signs(chen, id)
      await does(lin, id, { do: 'publish', at: beijing('Mon 2026-03-02 11:00') })
      town.on('Mon 2026-03-02 12:30')
      await town.tick()
      expect(await opens(lin, id)).toMatchObject({ status: 'draft', stage: 'writing' })
    })

    it('publishes no correction of what was withdrawn meanwhile', async () => {
      const { id } = await published()
      await corrects(lin, id, article(), '补充')
      await does(lin, id, { do: 'submit' })
      await signs(chen, id)
      await does(lin, id, { do: 'publish', at: beijing('Mon 2026-03-02 11:00') })
      await does(chen, id, { do: 'withdraw', reason: '不再需要' })
      town.on('Mon 2026-03-02 11:30')
      await town.tick()
      expect(await opens(lin, id)).toMatchObject({ status: 'withdrawn', stage: 'signed' })
    })

    it('hides a page whose review date is past, until somebody has looked at it', async () => {
      const { id } = await writes(lin, page(), { reviewBy: '2026-03-05' })
      await does(lin, id, { do: 'submit' })
      await does(lin, id, { do: 'publish' })
      const listed = async () => (await lin.gets('releases.list', { list: 'stale' })).items.map((item) => item.id)
      expect(await listed()).toContain(id)
      town.on('Thu 2026-03-05 23:59')
      await town.tick()
      expect(await stored(id)).toMatchObject({ status: 'published' })
      town.on('Fri 2026-03-06 00:00')
      await town.tick()
      lin = await town.official('lin')
      expect((await opens(lin, id)).status).toBe('stale')
      expect(await found(id)).toBeNull()
      expect(await listed()).toContain(id)
      expect(await mayNot(lin, id, { do: 'renew', reviewBy: '2026-03-05' })).toBe('review-past')
      expect(await does(lin, id, { do: 'renew', reviewBy: '2026-06-05' })).toMatchObject({ status: 'published' })
      expect(await found(id)).not.toBeNull()
      expect(await listed()).not.toContain(id)
    })
  })

  describe('what is sent again', () => {
    it('a new release with the same key is one release', async () => {
      const call = { key: newKey(), revision: 0, content: article() }
      const replies = await Promise.all([1, 2, 3].map(() => lin.asks('releases.write', call)))
      expect(new Set(replies.map(({ raw }) => raw)).size).toBe(1)
      expect(replies[0]).toMatchObject({ status: 200, answer: { data: { revision: 1, stage: 'writing' } } })
    })

    it('a command with the same key is done once', async () => {
      const { id } = await submitted()
      await signs(chen, id)
      const call = { id, key: newKey(), command: { do: 'publish' } }
      const replies = await Promise.all([1, 2, 3].map(() => lin.asks('releases.act', call)))
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
      const { live, history } = await opens(lin, id)
      expect([live?.edition, history.filter(({ did }) => did === 'publish').length]).toEqual([1, 1])
    })
  })

  describe('two at the same moment', () => {
    it('who write on the same revision: one is told that it was changed', async () => {
      const { id, revision } = await writes(lin, article())
      const write = (who: Person) => who.asks('releases.write', { key: newKey(), id, revision, content: article() })
      const replies = await Promise.all([write(lin), write(ma)])
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
      expect((await opens(lin, id)).revision).toBe(2)
      expect(replies.flatMap(({ answer }) => (answer.ok ? [] : answer.error.reason))).toEqual(['not-this-revision'])
    })

    it('who sign: the second finds it signed', async () => {
      const { id, revision } = await submitted()
      const sign = (who: Person) => who.asks('releases.act', { id, key: newKey(), command: { do: 'sign', revision } })
      const replies = await Promise.all([sign(chen), sign(song)])
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
      expect((await opens(lin, id)).draft?.signatures).toHaveLength(1)
    })
  })

  describe('another unit', () => {
    it('does not see what this one prepares; the district office does, and writes at it too', async () => {
      const { id, revision } = await writes(ma, article())
      expect((await lin.isRefused('releases.open', { id })).reason).toBe('release-missing')
      expect(await mayNot(lin, id, { do: 'submit' })).toBe('release-missing')
      const write = { key: newKey(), id, revision, content: article() }
      expect((await lin.isRefused('releases.write', write)).reason).toBe('release-missing')
      const theirs = await writes(lin, article())
      expect((await writes(ma, article(), { id: theirs.id, revision: 1 })).unit.id).toBe('transport')
      const mine = async (who: Person) =>
        (await who.gets('releases.list', { list: 'mine' })).items.map((item) => item.id)
      expect(await mine(lin)).not.toContain(id)
      expect(await mine(ma)).toEqual(expect.arrayContaining([id, theirs.id]))
    })

    it('an official without a duty in it has no publishing desk', async () => {
      const sun = await town.official('sun')
      expect((await sun.isRefused('releases.list', { list: 'mine' })).reason).toBe('not-allowed')
      const { id } = await writes(lin, article())
      expect((await sun.isRefused('releases.open', { id })).reason).toBe('release-missing')
      expect((await sun.isRefused('releases.write', { key: newKey(), revision: 0, content: article() })).reason).toBe(
        'not-allowed',
      )
    })

    it('a citizen has none', async () => {
      const wu = await town.citizen()
      expect((await wu.isRefused('releases.list', { list: 'mine' })).reason).toBe('not-allowed')
    })
  })

  describe('the lists', () => {
    it('tell each what waits for their signature', async () => {
      const { id } = await submitted()
      const waiting = async (who: Person) => (await who.gets('releases.list', { list: 'sign' })).items
      expect((await waiting(chen)).map((item) => item.id)).toContain(id)
      expect((await waiting(lin)).map((item) => item.id)).not.toContain(id)
      const { counts } = await chen.gets('releases.list', { list: 'mine' })
      expect(counts.sign).toBe((await waiting(chen)).length)
      await signs(chen, id)
      expect((await waiting(chen)).map((item) => item.id)).not.toContain(id)
    })

    it('say who may write what', async () => {
      const kinds = async (who: Person) => (await who.gets('releases.list', { list: 'mine' })).writes
      expect(await kinds(lin)).not.toContain('menu')
      expect(await kinds(ma)).toContain('menu')
      expect(await kinds(chen)).toEqual([])
    })

    it('show one kind where it is asked for', async () => {
      const { id } = await writes(lin, road())
      const { items } = await lin.gets('releases.list', { list: 'mine', kind: 'road' })
      expect(items.map((item) => [item.id, item.kind])).toContainEqual([id, 'road'])
      expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['road']))
    })
  })

  describe('pictures', () => {
    it('are the writer’s own, or were in it before', async () => {
      const { id: photo } = await lin.uploads(await pictures.jpeg(64, 48, 11))
      const { id, photos } = await writes(lin, article({ photos: [photo] }))
      expect(photos).toMatchObject([{ id: photo, width: 64 }])
      expect((await writes(ma, article({ photos: [photo] }), { id, revision: 1 })).photos).toHaveLength(1)
      const stolen = { key: newKey(), revision: 0, content: article({ photos: [photo] }) }
      expect((await ma.isRefused('releases.write', stolen)).reason).toBe('photo-missing')
    })
  })
})
