/** Emergency notices, appeals and the menu: two signatures, the way around them, and what bad input becomes. */
import type { Ask } from '@/contract'
import { beijing } from '../situations'
import { both } from './contents'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { article, corrects, does, earthquake, entry, mayNot, opens, signs, writes } from './releases'
import type { Town } from './town'

everywhere((openTown, inCloud) => {
  let town: Town
  let lin: Person
  let ma: Person
  let chen: Person
  let gao: Person
  let song: Person
  beforeAll(async () => {
    town = await openTown()
    const accounts = ['lin', 'ma', 'chen', 'gao', 'song']
    const officials = await Promise.all(accounts.map((account) => town.official(account)))
    ;[lin, ma, chen, gao, song] = officials as [Person, Person, Person, Person, Person]
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await town.forgetTries()
  })

  const submitted = async () => {
    const { id } = await writes(lin, earthquake())
    return does(lin, id, { do: 'submit' })
  }
  const published = async () => {
    const { id } = await submitted()
    await signs(chen, id)
    await signs(gao, id)
    return does(lin, id, { do: 'publish' })
  }
  const overdue = async (account: string) =>
    (await (await town.official(account)).gets('desk.queue', { queue: 'open' })).overdue
  const refusedWriting = async (content: unknown) =>
    lin.isRefused('releases.write', { key: newKey(), revision: 0, content })

  it('an earthquake notice is out with two signatures, and corrected once', async () => {
    const { id } = await submitted()
    expect((await signs(chen, id)).stage).toBe('submitted')
    expect(await mayNot(lin, id, { do: 'publish' })).toBe('release-moved')
    await signs(gao, id)
    expect(await does(lin, id, { do: 'publish' })).toMatchObject({ status: 'published', live: { missing: [] } })
    await corrects(lin, id, earthquake({ text: { zh: '震级更正为四级。', en: '' } }), '震级更正')
    await does(lin, id, { do: 'submit' })
    await signs(song, id)
    await signs(chen, id)
    town.pass(15)
    const { preview, live } = await does(lin, id, { do: 'publish' })
    expect(live).toMatchObject({ edition: 2, change: both('震级更正') })
    expect(preview?.editions).toMatchObject([{ edition: 2, change: both('震级更正') }, { edition: 1 }])
    const read = await town.anyone().gets('release.read', { id })
    expect(read).toMatchObject({ edition: 2, correctedAt: beijing('Mon 2026-03-02 10:15') })
    expect((await town.anyone().gets('alerts.now', {})).now.map((line) => line.id)).toContain(id)
  })

  it('two reviewers do not make a head', async () => {
    const { id, revision } = await submitted()
    await signs(chen, id)
    expect(await mayNot(chen, id, { do: 'sign', revision })).toBe('signed-already')
    expect((await opens(lin, id)).draft?.missing).toEqual([['sign']])
  })

  it('two who sign at the same moment have both signed', async () => {
    const { id, revision } = await submitted()
    const sign = (who: Person) => who.asks('releases.act', { id, key: newKey(), command: { do: 'sign', revision } })
    const replies = await Promise.all([sign(chen), sign(gao)])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(await opens(lin, id)).toMatchObject({ stage: 'signed', draft: { missing: [] } })
  })

  it('one that could not wait is out at once, told to everybody when it is overdue, and then countersigned', async () => {
    const { id } = await writes(lin, earthquake())
    const out = await does(lin, id, { do: 'override', reason: '情况紧急' })
    expect(out).toMatchObject({ status: 'published', overdue: false, live: { override: { reason: '情况紧急' } } })
    expect(await town.anyone().gets('release.read', { id })).toMatchObject({ unsigned: true })
    expect(await overdue('wang')).toBeUndefined()
    const minutes = (Date.parse(out.live?.override?.dueAt ?? '') - Date.parse(town.now())) / 60_000
    town.pass(minutes)
    expect(await overdue('wang')).toBe(1)
    expect(await overdue('sun')).toBe(1)
    expect(await opens(chen, id)).toMatchObject({ overdue: true })
    expect((await chen.gets('releases.list', { list: 'sign' })).items.map((item) => item.id)).toContain(id)
    await signs(chen, id)
    expect(await overdue('wang')).toBe(1)
    await signs(gao, id)
    expect(await overdue('wang')).toBeUndefined()
    expect(await opens(lin, id)).toMatchObject({ overdue: false, live: { missing: [] } })
  })

  it('ends by itself', async () => {
    const { id } = await published()
    town.on('Tue 2026-03-03 09:00')
    await town.tick()
    const { now, past } = await town.anyone().gets('alerts.open', {})
    expect(now.map((line) => line.id)).not.toContain(id)
    expect(past.map((line) => line.id)).toContain(id)
    // A day later everybody signs in again.
    ;[lin, ma, chen, gao, song] = (await Promise.all(
      ['lin', 'ma', 'chen', 'gao', 'song'].map((account) => town.official(account)),
    )) as [Person, Person, Person, Person, Person]
  })

  it.each<[name: string, content: unknown, reason: string]>([
    ['that ends before it begins', earthquake({ expiresAt: beijing('Mon 2026-03-02 08:00') }), 'ends-before'],
    [
      'that ends before it begins, on two clocks',
      earthquake({ onset: '2026-03-02T09:00:00+08:00', expiresAt: '2026-03-02T00:30:00Z' }),
      'ends-before',
    ],
    ['without an end', { ...earthquake(), expiresAt: '' }, 'time-wrong'],
    ['of no colour', { ...earthquake(), colour: 'green' }, 'malformed'],
    ['without words', earthquake({ text: { zh: ' ', en: '' } }), 'content-missing'],
  ])('a notice %s is refused, and nothing is kept', async (_, content, reason) => {
    const before = await town.world.store.count('releases')
    expect((await refusedWriting(content)).reason).toBe(reason)
    expect(await town.world.store.count('releases')).toBe(before)
  })

  it('private details are shown, and go out only when somebody has looked at them', async () => {
    const { id, privateDetails } = await writes(lin, article({ text: { zh: '车主电话13912345678', en: '' } }))
    expect(privateDetails).toEqual([{ what: 'phone', text: '13912345678' }])
    expect(await mayNot(lin, id, { do: 'submit' })).toBe('private-details')
    expect((await does(lin, id, { do: 'submit', checked: true })).stage).toBe('submitted')
  })

  it('nor does what is said to be corrected tell them', async () => {
    const { id } = await writes(lin, article())
    await does(lin, id, { do: 'submit' })
    await signs(chen, id)
    await does(lin, id, { do: 'publish' })
    const { privateDetails } = await corrects(lin, id, article(), '联系人改为', 'Now call 13912345678')
    expect(privateDetails).toEqual([{ what: 'phone', text: '13912345678' }])
    expect(await mayNot(lin, id, { do: 'submit' })).toBe('private-details')
  })

  it('markup that was pasted is taken out, and said to be', async () => {
    const html = '<p>先读<script>alert(1)</script><a href="javascript:alert(1)">这里</a></p><iframe src="//x"></iframe>'
    const { content, removed, preview } = await writes(lin, article({ text: { zh: html, en: '' } }))
    expect(JSON.stringify([content, preview])).not.toMatch(/script|iframe|alert/)
    expect(removed.map(({ what }) => what)).toEqual(expect.arrayContaining(['script', 'iframe']))
  })

  it('a channel that there is not is refused', async () => {
    expect(await refusedWriting(article({ channel: 'gossip' }))).toMatchObject({ reason: 'channel-unknown' })
  })

  describe('the menu', () => {
    const writing = (entries: ReturnType<typeof entry>[]): Ask<'releases.write'> => ({
      key: newKey(),
      revision: 0,
      content: { kind: 'menu', entries },
    })

    it.each<[name: string, entries: ReturnType<typeof entry>[], reason: string, message: string]>([
      ['two entries for one number', [entry('a', 1), entry('b', 1)], 'menu-twice', '同一级菜单里有两个 1。'],
      [
        'a cycle',
        [entry('a', 1, { parent: 'b', opens: 'group' }), entry('b', 1, { parent: 'a', opens: 'group' })],
        'menu-cycle',
        '菜单 a项 绕成了一圈。',
      ],
      [
        'a parent that is not there',
        [entry('a', 1, { parent: 'b' })],
        'menu-parent',
        '菜单 a项 的上一级不存在，或者不是分类。',
      ],
    ])('with %s is refused by name', async (_, entries, reason, message) => {
      expect(await ma.isRefused('releases.write', writing(entries))).toMatchObject({ reason, message })
    })

    it('is an admin’s to write, and changes the first screen', async () => {
      expect((await lin.isRefused('releases.write', writing([entry('a', 1)]))).reason).toBe('not-allowed')
      const { id } = await ma.gets('releases.write', writing([entry('a', 1), entry('b', 2)]))
      await does(ma, id, { do: 'submit' })
      await does(ma, id, { do: 'publish' })
      expect((await town.anyone().gets('home.open', {})).menu.map((item) => item.id)).toEqual(['a', 'b'])
    })
  })

  if (inCloud) return
  describe('what other programs read', () => {
    const get = async (path: string) => {
      const response = await fetch(town.address(path))
      return { status: response.status, type: response.headers.get('content-type'), xml: await response.text() }
    }

    it('is the news as Atom, with nothing in it that a reader trips over', async () => {
      const { id } = await writes(lin, article({ title: { zh: '路<桥>&\u0007“通”', en: '' } }))
      await does(lin, id, { do: 'submit' })
      await signs(chen, id)
      await does(lin, id, { do: 'publish' })
      const { type, xml } = await get('/feed.xml')
      expect(type).toBe('application/atom+xml; charset=utf-8')
      expect(xml).toContain('<title>路&lt;桥&gt;&amp;“通”</title>')
      expect(xml).toContain(id)
    })

    it('is a notice as CAP 1.2: first, corrected, taken back', async () => {
      const { id } = await published()
      const first = (await get(`/cap/${id}.xml`)).xml
      expect(first).toContain(`<identifier>CFD-${id}-1</identifier>`)
      expect(first).toContain('<sent>2026-03-02T10:00:00+08:00</sent><status>Actual</status><msgType>Alert</msgType>')
      expect(first).toContain('<category>Geo</category><event>地震</event><urgency>Immediate</urgency>')
      expect(first).toContain('<expires>2026-03-03T09:00:00+08:00</expires>')
      expect((await get('/cap.xml')).xml).toContain(`<identifier>CFD-${id}-1</identifier>`)
      await corrects(lin, id, earthquake(), '震级更正')
      await does(lin, id, { do: 'override', reason: '急' })
      const second = (await get(`/cap/${id}.xml`)).xml
      expect(second).toContain('<msgType>Update</msgType><scope>Public</scope><note>震级更正</note>')
      expect(second).toContain(`<references>minhu.caofeidian,CFD-${id}-1,2026-03-02T10:00:00+08:00</references>`)
      town.pass(5)
      await does(gao, id, { do: 'withdraw', reason: '误发' })
      const last = (await get(`/cap/${id}.xml`)).xml
      expect(last).toContain('<msgType>Cancel</msgType><scope>Public</scope><note>误发</note>')
      expect((await get('/cap.xml')).xml).not.toContain(id)
    })

    it.each(['/cap/nothing.xml', '/cap/..%2f.xml', '/cap/'])('is nothing at %s', async (path) => {
      expect((await get(path)).status).toBe(404)
    })
  })
})
