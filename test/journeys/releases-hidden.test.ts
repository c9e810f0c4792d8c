/** What nobody at the desk has let out, and what has ended, is nowhere; and nobody's name goes out with what is. */
import type { Content } from '@/contract/content'
import type { ReleaseRecord } from '@/server/releaseRecords'
import * as pictures from '../pictures'
import { beijing } from '../situations'
import { alert, appeal, article, both, hotline, menu, page, road, service } from './contents'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { corrects, does, mayNot, opens, signs, writes } from './releases'
import type { Town } from './town'

/** In every text of what must not be seen; nothing else has these words. */
const SECRET = '密不可见'
const TITLE = '标题甲'
const NAMES = ['林青', '陈华', '高远', '宋岩', 'o_lin', 'o_chen', 'o_gao', 'o_song', 'wrote', 'signatures']
const EXPIRES = 'Mon 2026-03-02 12:00'
const expiresAt = beijing(EXPIRES)
const told = both(SECRET, `hidden ${SECRET}`)

/** One of each kind, whose texts hold the secret and whose title does not. */
const secret = (photos: string[] = []): Content[] => [
  article({ title: both(TITLE), summary: told, text: told, photos, source: SECRET, expiresAt }),
  page({ title: both(TITLE), summary: told, text: told, photos, hours: told, address: told, expiresAt }),
  road({ title: both(TITLE), direction: told, text: told, source: told, expiresAt }),
  hotline({ title: both(TITLE), summary: told, needs: [SECRET], hours: told, source: SECRET, number: '0315-0000001' }),
  service({ title: both(TITLE), summary: told, text: told }),
  appeal({ title: both(TITLE), summary: told, text: told, photos, basis: SECRET, expiresAt }),
  alert({ title: both(TITLE), text: told, advice: told, expiresAt }),
]
const secretMenu = menu([{ id: 'a', number: 1, name: told, icon: 'news', opens: 'news' }])

everywhere((openTown, inCloud) => {
  let town: Town
  let lin: Person
  let chen: Person
  let gao: Person
  let song: Person
  beforeEach(async () => {
    town = await openTown()
    ;[lin, chen, gao, song] = (await Promise.all(
      ['lin', 'chen', 'gao', 'song'].map((account) => town.official(account)),
    )) as [Person, Person, Person, Person]
  })
  afterEach(async () => {
    // Whatever was done: the log has neither texts nor names.
    const log = town.log.join('\n')
    for (const word of [SECRET, TITLE, ...NAMES]) expect(log.includes(word)).toBe(false)
    await town.close()
  })

  /** Everything that anybody can read without a desk, as it goes over the line. */
  async function everything(ids: string[]): Promise<string> {
    const open: [action: string, input: object][] = [
      ...['home', 'about', 'hotlines', 'services', 'weather', 'traffic', 'alerts', 'filing'].map(
        (topic): [string, object] => [`${topic}.open`, {}],
      ),
      ['alerts.now', {}],
      ['news.list', {}],
      ...['notice', 'news', 'policy', 'life'].map((channel): [string, object] => ['news.list', { channel }]),
      ['issues.list', {}],
      ...[SECRET, TITLE, '车道', '0315'].map((words): [string, object] => ['search.find', { words }]),
      ...ids.flatMap((id): [string, object][] => [
        ['release.read', { id }],
        ['filing.open', { about: id }],
        ['issues.open', { id }],
      ]),
    ]
    const readers = [town.anyone(), await town.citizen(), await town.official('sun'), await town.official('wang')]
    const raws: string[] = []
    for (const reader of readers) for (const [action, input] of open) raws.push((await reader.asks(action, input)).raw)
    if (inCloud) return raws.join('\n')
    const paths = ['/feed.xml', '/cap.xml', ...ids.map((id) => `/cap/${id}.xml`)]
    const files = await Promise.all(paths.map(async (path) => (await fetch(town.address(path))).text()))
    return [...raws, ...files].join('\n')
  }
  const signers = (kind: string) => ({ article: [chen], appeal: [chen, gao], alert: [song, gao] })[kind] ?? []
  const publishes = async (id: string, kind: string) => {
    await does(lin, id, { do: 'submit', checked: true })
    for (const signer of signers(kind)) await signs(signer, id)
    await does(lin, id, { do: 'publish' })
  }
  const photoOfLin = async () => {
    const { id } = await lin.uploads(await pictures.jpeg(64, 48, 5))
    const record = await town.world.store.get<{ name: string }>('photos', id)
    return [id, record?.name ?? ''] as const
  }

  it('drafts, whatever they are of, written, submitted, signed or waiting for their time', async () => {
    const [photo, picture] = await photoOfLin()
    const ids: string[] = []
    for (const content of secret([photo])) {
      for (let left = 4; left > 0; left--) ids.push((await writes(lin, content)).id)
      const [, submitted = '', signed = '', scheduled = ''] = ids.slice(-4)
      for (const one of [submitted, signed, scheduled]) await does(lin, one, { do: 'submit', checked: true })
      for (const one of [signed, scheduled]) for (const signer of signers(content.kind)) await signs(signer, one)
      await does(lin, scheduled, { do: 'publish', at: beijing('Mon 2026-03-02 11:00') })
    }
    const ma = await town.official('ma')
    const { id } = await writes(ma, secretMenu)
    await does(ma, id, { do: 'submit' })
    const raw = await everything([...ids, id])
    for (const word of [SECRET, TITLE, photo, picture]) expect(raw.includes(word)).toBe(false)
  })

  it('the correction of what is out, until it is out', async () => {
    const ids: string[] = []
    for (const content of secret()) {
      const plain = { ...content, ...open(content.kind) } as Content
      const { id } = await writes(lin, plain)
      await publishes(id, content.kind)
      await corrects(lin, id, { ...content, title: both(SECRET) } as Content, SECRET)
      await does(lin, id, { do: 'submit', checked: true })
      ids.push(id)
    }
    const raw = await everything(ids)
    expect([raw.includes(SECRET), raw.includes('已公开')]).toEqual([false, true])
  })

  it.each<[ended: string, end: (id: string) => Promise<unknown>]>([
    ['was withdrawn', (id) => does(lin, id, { do: 'withdraw', reason: '不再需要' })],
    ['has ended', async () => town.on(EXPIRES)],
    [
      'has ended, when the timer has come too',
      async () => {
        town.on(EXPIRES)
        await town.tick()
      },
    ],
  ])('text and pictures of what %s', async (ended, end) => {
    const [photo, picture] = await photoOfLin()
    const ids: string[] = []
    for (const content of secret([photo]).filter((one) => ended.includes('withdrawn') || 'expiresAt' in one)) {
      const { id } = await writes(lin, content)
      await publishes(id, content.kind)
      ids.push(id)
    }
    const before = await everything(ids)
    expect([before.includes(SECRET), before.includes(picture)]).toEqual([true, true])
    for (const id of ids) await end(id)
    const after = await everything(ids)
    for (const word of [SECRET, photo, picture]) expect([word, after.includes(word)]).toEqual([word, false])
  })

  it('names of those who wrote, signed, corrected, let out and took back', async () => {
    const ids: string[] = []
    for (const content of secret()) {
      const { id } = await writes(lin, content)
      await publishes(id, content.kind)
      ids.push(id)
    }
    const { id } = await writes(lin, alert({ title: both('先发后签') }))
    await does(gao, id, { do: 'override', reason: '情况紧急' })
    const { id: taken } = await writes(lin, alert({ title: both('误发') }))
    await does(song, taken, { do: 'override', reason: '情况紧急' })
    await does(song, taken, { do: 'withdraw', reason: '误发' })
    const raw = await everything([...ids, id, taken])
    expect(raw).toContain('先发后签')
    for (const name of [...NAMES, '情况紧急']) expect([name, raw.includes(name)]).toEqual([name, false])
  })

  it('a page that nobody looked after, until somebody has', async () => {
    const { id } = await writes(lin, page({ title: both(TITLE), text: told }), { reviewBy: '2026-03-02' })
    await publishes(id, 'page')
    town.on('Tue 2026-03-03 00:00')
    await town.tick()
    expect((await everything([id])).includes(TITLE)).toBe(false)
    lin = await town.official('lin')
    expect((await opens(lin, id)).status).toBe('stale')
    expect(await mayNot(lin, id, { do: 'renew', reviewBy: '2026-03-02' })).toBe('review-past')
  })

  it('what a release holds for the desk does not lie in what is asked for lists', async () => {
    const { id } = await writes(lin, article({ text: told }))
    await publishes(id, 'article')
    const head = await town.world.store.get<ReleaseRecord>('releases', id)
    expect(JSON.stringify(head?.shown)).not.toContain(SECRET)
  })
})

/** What stands in the place of the secret while it is out. */
function open(kind: string) {
  const said = both('已公开')
  const by: Record<string, object> = {
    article: { summary: said, text: said, source: '已公开' },
    page: { summary: said, text: said, hours: said, address: said },
    road: { direction: said, text: said, source: said },
    hotline: { summary: said, needs: ['已公开'], hours: said, source: '已公开' },
    service: { summary: said, text: said },
    appeal: { summary: said, text: said, basis: '已公开' },
    alert: { text: said, advice: said },
  }
  return by[kind] ?? {}
}
