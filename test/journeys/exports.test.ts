/** What other programs read, whatever the desk wrote into it: XML that a strict parser opens, under the right names. */
import { JSDOM } from 'jsdom'
import { element, XML_HEAD } from '@/server/xml'
import { beijing } from '../situations'
import { alert, article, both } from './contents'
import { publishes, publishesMany, takesDownAll } from './published'
import { openTown, type ServerTown } from './town'

const ATOM = 'http://www.w3.org/2005/Atom'
const CAP = 'urn:oasis:names:tc:emergency:cap:1.2'
const HOSTILE: [name: string, words: string, read: string][] = [
  ['an end of CDATA', '停水]]>停电', '停水]]>停电'],
  ['signs of markup', '<script>alert("1")</script> & \'二\'', '<script>alert("1")</script> & \'二\''],
  ['an entity', '&xxe; &#0; &amp;', '&xxe; &#0; &amp;'],
  ['a comment and an instruction', '<!-- --><?xml version="2"?>', '<!-- --><?xml version="2"?>'],
  ['control characters', '停\u0001\u0008水\u000b\u001f\u007f\u0085', '停水'],
  ['a whole one of two halves', '停水👍', '停水👍'],
  ['what is no character', '停\ufffe水\uffff', '停水'],
  ['a line separator', '停\u2028水', '停\u2028水'],
]

const parser = new new JSDOM('').window.DOMParser()
/** Throws at what a strict reader would not open. */
function opened(xml: string) {
  const parsed = parser.parseFromString(xml, 'application/xml')
  const error = parsed.querySelector('parsererror')
  if (error) throw new Error(`no XML: ${error.textContent}`)
  return parsed
}

describe('what other programs read', () => {
  let town: ServerTown
  beforeAll(async () => {
    town = await openTown({ env: { MINHU_ORIGIN: 'https://minhu.example' } })
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    town.on('Mon 2026-03-02 10:00')
    await takesDownAll(town)
  })

  async function reads(path: string) {
    const response = await fetch(town.address(path))
    return { response, xml: await response.text() }
  }

  it.each(HOSTILE)('%s in a title and a summary are words', async (_, words, read) => {
    await publishes(town, article({ title: both(words), summary: both(words) }))
    const entry = opened((await reads('/feed.xml')).xml).getElementsByTagNameNS(ATOM, 'entry')[0]
    expect(entry?.getElementsByTagNameNS(ATOM, 'title')[0]?.textContent).toBe(read)
    expect(entry?.querySelectorAll('script')).toHaveLength(0)
  })

  it.each(HOSTILE)('%s in every word of a notice are words', async (_, words, read) => {
    const said = both(words, words)
    const id = await publishes(town, alert({ title: said, area: said, issuer: said, text: said, advice: said }), {
      changes: [words],
    })
    for (const path of ['/cap.xml', `/cap/${id}.xml`]) {
      const parsed = opened((await reads(path)).xml)
      const infos = [...parsed.getElementsByTagNameNS(CAP, 'info')]
      expect(infos).toHaveLength(2)
      // Prose joins its lines by a space.
      for (const name of ['headline', 'senderName'])
        expect(infos[0]?.getElementsByTagNameNS(CAP, name)[0]?.textContent).toBe(read.replace('\u2028', ' '))
      expect(parsed.querySelectorAll('script')).toHaveLength(0)
    }
  })

  it.each([
    ['/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/cap.xml', 'application/atom+xml; charset=utf-8'],
    ['/cap/fog.xml', 'application/cap+xml; charset=utf-8'],
  ])('%s says what it is, and may be kept for a minute', async (path, type) => {
    await publishes(town, alert(), { id: 'fog' })
    const { response } = await reads(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    await takesDownAll(town)
  })

  it.each(['/feed.xml', '/cap.xml'])('%s of nothing is a feed of nothing', async (path) => {
    expect(opened((await reads(path)).xml).getElementsByTagNameNS(ATOM, 'entry')).toHaveLength(0)
  })

  it.each(['PUT', 'POST', 'DELETE'])('nothing is taken there: %s', async (method) => {
    expect((await fetch(town.address('/feed.xml'), { method })).status).toBe(404)
  })

  it('half a character, which no store holds, would not get out either', () => {
    const xml = XML_HEAD + element('title', '停\ud83d水\udc4d')
    expect(opened(xml).documentElement.textContent).toBe('停水')
  })

  it('has thirty of forty articles', async () => {
    await publishesMany(town, Array(40).fill(article()))
    expect(opened((await reads('/feed.xml')).xml).getElementsByTagNameNS(ATOM, 'entry')).toHaveLength(30)
  })

  it('has nothing that is over, before the timer has come', async () => {
    const expiresAt = beijing('Mon 2026-03-02 12:00')
    await publishes(town, article({ expiresAt }), { id: 'over' })
    await publishes(town, alert({ expiresAt }), { id: 'fog' })
    town.on('Mon 2026-03-02 12:00')
    expect((await reads('/feed.xml')).xml).not.toContain('over')
    expect((await reads('/cap.xml')).xml).not.toContain('fog')
    expect((await reads('/cap/fog.xml')).response.status).toBe(404)
  })

  it('tells of a notice that was taken back that it was, and nothing to act upon', async () => {
    await publishes(town, alert(), { id: 'fog', status: 'withdrawn', ending: '误发' })
    const { xml } = await reads('/cap/fog.xml')
    const parsed = opened(xml)
    expect(parsed.getElementsByTagNameNS(CAP, 'msgType')[0]?.textContent).toBe('Cancel')
    expect(parsed.getElementsByTagNameNS(CAP, 'references')[0]?.textContent).toContain('fog-1')
    for (const gone of ['能见度', '雾灯', '减速']) expect(xml).not.toContain(gone)
  })

  it('sample content says so, and is an exercise', async () => {
    await publishes(town, alert(), { id: 'fog', sample: true })
    const { xml } = await reads('/cap/fog.xml')
    expect(xml).toContain('<status>Exercise</status>')
  })
})
