/** Whatever a person files by mistake, they get a sentence they understand, and nothing is lost or half-written. */
import * as pictures from '../pictures'
import { everywhere } from './everywhere'
import { complaint, type Person } from './people'
import { type Refusal, refusal, refused } from './refusals'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let othersPhoto: string

  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
    othersPhoto = (await (await town.citizen()).uploads(await pictures.jpeg())).id
  })
  afterAll(() => town.close())

  type Case = [name: string, expected: Refusal, input: () => unknown]

  describe('a filing', () => {
    it.each<Case>([
      ['too short', [400, 'invalid', 'text-short', 'text'], () => complaint({ text: '堵车' })],
      ['nothing but spaces', [400, 'invalid', 'text-short', 'text'], () => complaint({ text: '　　   　　 ' })],
      [
        'nothing but characters that no database keeps',
        [400, 'invalid', 'text-short', 'text'],
        () => complaint({ text: '\0\0\0\0\0\0' }),
      ],
      ['no text at all', [400, 'invalid', 'malformed', 'text'], () => ({ ...complaint(), text: undefined })],
      ['a number for a text', [400, 'invalid', 'text-short', 'text'], () => ({ ...complaint(), text: 12_345 })],
      [
        'one character over 2,000',
        [400, 'invalid', 'text-long', 'text'],
        () => complaint({ text: '堵'.repeat(2_001) }),
      ],
      [
        'a tenth photo',
        [400, 'invalid', 'photos-many', 'photos'],
        () => complaint({ photos: Array.from({ length: 10 }, () => othersPhoto) }),
      ],
      [
        'an unknown category',
        [400, 'invalid', 'category-unknown', 'category'],
        () => complaint({ category: 'weather' }),
      ],
      ['no category', [400, 'invalid', 'category-unknown', 'category'], () => complaint({ category: '' })],
      [
        'somebody else’s photo',
        [404, 'not-found', 'photo-missing', 'photos'],
        () => complaint({ photos: [othersPhoto] }),
      ],
      [
        'a photo that never arrived',
        [404, 'not-found', 'photo-missing', 'photos'],
        () => complaint({ photos: ['never-uploaded'] }),
      ],
      [
        'a photo id that is none',
        [404, 'not-found', 'photo-missing', 'photos.0'],
        () => complaint({ photos: ['../../etc'] }),
      ],
      [
        'a very long place',
        [400, 'invalid', 'place-long', 'place.address'],
        () => complaint({ place: { address: '路'.repeat(201) } }),
      ],
      [
        'a place off the globe',
        [400, 'invalid', 'malformed', 'place.point.lat'],
        () => complaint({ place: { point: { lat: 91, lng: 0 } } }),
      ],
      ['a very long name', [400, 'invalid', 'name-long', 'name'], () => complaint({ name: '吴'.repeat(41) })],
      ['letters for a phone number', [400, 'invalid', 'phone-wrong', 'phone'], () => complaint({ phone: 'call me' })],
      ['an unknown kind', [400, 'invalid', 'malformed', 'kind'], () => ({ ...complaint(), kind: 'rumour' })],
      [
        'an unknown visibility',
        [400, 'invalid', 'malformed', 'visibility'],
        () => ({ ...complaint(), visibility: 'secret' }),
      ],
      ['no key', [400, 'invalid', 'malformed', 'key'], () => ({ ...complaint(), key: undefined })],
      ['a list', [400, 'invalid', 'malformed', 'key'], () => []],
      ['null', [400, 'invalid', 'malformed'], () => null],
    ])('%s', async (_, expected, input) => {
      const sent = input()
      expect(await refused(town, (headers) => worker.asks('tickets.file', sent, headers))).toEqual(refusal(expected))
    })

    it('goes through once the photo that was missing is left out, with the same key', async () => {
      const filing = complaint({ photos: ['never-uploaded'] })
      await worker.isRefused('tickets.file', filing)
      expect((await worker.gets('tickets.file', { ...filing, photos: [] })).status).toBe('submitted')
    })

    it('of exactly five and of exactly 2,000 characters is taken', async () => {
      expect((await worker.files({ text: '路口堵得慌' })).text).toHaveLength(5)
      expect((await worker.files({ text: '堵'.repeat(2_000) })).text).toHaveLength(2_000)
    })

    it('with nine photos is taken', async () => {
      const { id } = await worker.uploads(await pictures.jpeg())
      expect((await worker.files({ photos: Array.from({ length: 9 }, () => id) })).photos).toHaveLength(9)
    })

    it('keeps every character that is one, and leaves out half an emoji and NUL', async () => {
      const text = '路灯\0坏了😀 <b>&amp;</b> "引号" \\ 𠮷野家 \ud83d'
      expect((await worker.files({ text })).text).toBe('路灯坏了😀 <b>&amp;</b> "引号" \\ 𠮷野家')
    })
  })

  it('left the log without a single failure', () => {
    expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
