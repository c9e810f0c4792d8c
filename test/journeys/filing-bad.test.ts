/** What is wrong in the newer parts of a filing is told in a sentence, and nothing is lost or half-written. */
import { everywhere } from './everywhere'
import { complaint, newKey, type Person } from './people'
import { type Refusal, refusal, refused } from './refusals'
import type { Town } from './town'

everywhere((openTown, _, rows) => {
  let town: Town
  let worker: Person

  beforeAll(async () => {
    town = await openTown()
    worker = await town.citizen()
  })
  beforeEach(() => town.forgetTries())
  afterAll(() => town.close())

  const long = (length: number) => '路'.repeat(length)
  const mother = (changed: object) => ({ behalf: { relation: 'parent', name: '吴老太太', ...changed } })
  const malformed = (field: string): Refusal => [400, 'invalid', 'malformed', field]

  const BAD: [name: string, expected: Refusal, changed: object][] = [
    ['nobody’s name for whom it is', [400, 'invalid', 'behalf-name', 'behalf.name'], mother({ name: ' ' })],
    ['a very long name for whom it is', [400, 'invalid', 'name-long', 'behalf.name'], mother({ name: long(41) })],
    ['letters for their phone', [400, 'invalid', 'phone-wrong', 'behalf.phone'], mother({ phone: 'call her' })],
    ['an unknown relation', malformed('behalf.relation'), mother({ relation: 'boss' })],
    [
      'a very long name of whom it is about',
      [400, 'invalid', 'name-long', 'against.name'],
      { against: { name: long(41) } },
    ],
    ['about a unit that is not there', [400, 'invalid', 'unit-unknown', 'against.unit'], { against: { unit: 'army' } }],
    ['about a very long unit', [400, 'invalid', 'unit-unknown', 'against.unit'], { against: { unit: 'x'.repeat(41) } }],
    ['a very long question', malformed('details.0.question'), { details: [{ question: long(41), option: 'no' }] }],
    ['eleven answers', malformed('details'), { details: Array(11).fill({ question: 'passable', option: 'no' }) }],
    ['a code that can be none', [400, 'invalid', 'spot-unknown', 'spot'], { spot: '../1' }],
    ['a very long code', [400, 'invalid', 'spot-unknown', 'spot'], { spot: 'L'.repeat(21) }],
    [
      'another way of measuring',
      malformed('place.point.system'),
      { place: { point: { lat: 39, lng: 118, system: 'bd09' } } },
    ],
    ['five recordings', [400, 'invalid', 'clips-many', 'clips'], { clips: Array(5).fill('voice-note-1') }],
    ['a recording’s id that is none', [404, 'not-found', 'clip-missing', 'clips.0'], { clips: ['../../etc'] }],
    ['neither words nor a recording', [400, 'invalid', 'text-short', 'text'], { text: '', clips: [] }],
    ['consent in words', malformed('consent'), { consent: 'yes' }],
  ]
  it.each(rows(BAD))('%s', async (_, expected, changed) => {
    const sent = { ...complaint(), ...changed }
    expect(await refused(town, (headers) => worker.asks('tickets.file', sent, headers))).toEqual(refusal(expected))
  })

  it('NUL and half an emoji are left out of every part, and the rest is kept', async () => {
    const wrong = '\0新城\ud83d'
    const filed = await worker.files({
      text: `路灯坏了${wrong}`,
      name: `吴${wrong}`,
      place: { address: `大街${wrong}` },
      behalf: { relation: 'neighbour', name: `邻居${wrong}` },
      against: { name: `某人${wrong}` },
    })
    expect(filed).toMatchObject({
      text: '路灯坏了新城',
      asker: { name: '吴新城' },
      place: { address: '大街新城' },
      behalf: { name: '邻居新城' },
      against: { name: '某人新城' },
    })
  })

  it('an empty word about whom it concerns concerns nobody', async () => {
    expect((await worker.files({ against: {} })).against).toBeUndefined()
    expect((await worker.files({ against: { name: '  ' } })).against).toBeUndefined()
  })

  it('in another person’s name nobody files: what is sent beside is left out', async () => {
    const sent = {
      ...complaint(),
      asker: { id: 'c_other' },
      taken: { by: '王敏' },
      officials: ['o_wang'],
      standIns: [],
    }
    const filed = await worker.gets('tickets.file', sent)
    expect(filed.taken).toBeUndefined()
    expect((await worker.gets('tickets.mine', {})).items.map(({ no }) => no)).toContain(filed.no)
  })

  it('a command that brings nothing at all is no message', async () => {
    const { no } = await worker.files()
    const empty = { no, key: newKey(), command: { do: 'add', photos: [], clips: [] } }
    expect(await worker.isRefused('tickets.act', empty)).toMatchObject({ reason: 'needs-words' })
  })

  it('left the log without a single failure', () => {
    expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
