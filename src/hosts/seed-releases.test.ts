import type { Answer } from '@/contract'
import type { Actor } from '@/core/actor'
import { samples } from '@/district/caofeidian/content'
import { issues } from '@/district/caofeidian/content/groups'
import { handle } from '@/server/handle'
import type { ReleaseRecord } from '@/server/releaseRecords'
import { openSeedWorld, type SeedWorld } from '../../test/seed-world'
import { beijing } from '../../test/situations'
import { type SeededRelease, seedReleases } from './seed-releases'

const quietly = () => undefined
const kept = ['releases', 'contents', 'editions', 'steps', 'findables', 'groups', 'photos']
let world: SeedWorld
let seeded: SeededRelease[]
let counts: number[]
const countAll = () => Promise.all(kept.map((name) => world.store.count(name)))

beforeAll(async () => {
  world = await openSeedWorld()
  seeded = await seedReleases(world, quietly)
  counts = await countAll()
})
afterAll(() => world.close())

async function release(name: string): Promise<ReleaseRecord> {
  const id = seeded.find((one) => one.name === name)?.id ?? ''
  const found = await world.store.get<ReleaseRecord>('releases', id)
  if (!found) throw new Error(`no release ${name}`)
  return found
}
const ask = (name: Parameters<typeof handle>[0], input: object, caller: Actor = { role: 'anyone' }) =>
  handle(name, input, { ...world, caller, now: world.clock(), lang: 'zh', address: 'a test' })
function seen<T>(answer: Answer<unknown>): T {
  if (!answer.ok) throw new Error(answer.error.reason)
  return answer.data as T
}

describe('the sample releases', () => {
  it('are out, but for the two that stay at the desk', async () => {
    const found = await Promise.all(samples.map(async ({ name }) => [name, (await release(name)).status] as const))
    expect(found.filter(([, status]) => status !== 'published')).toEqual([
      ['article beach', 'draft'],
      ['article market', 'draft'],
    ])
    expect((await release('article beach')).draft?.stage).toBe('submitted')
    expect((await release('article market')).draft?.stage).toBe('writing')
  })

  it('say that they are samples, but for what was checked', async () => {
    const found = await Promise.all(samples.map(async (one) => ({ ...one, stored: await release(one.name) })))
    expect(found.filter(({ sample, stored }) => sample !== (stored.sample === true))).toEqual([])
  })

  it('went out at their own times, over the last weeks', async () => {
    expect((await release('article motorway')).publishedAt).toBe(beijing('Thu 2026-03-19 07:00'))
    expect((await release('article privacy')).publishedAt).toBe(beijing('Wed 2026-03-11 06:00'))
  })

  it.each([
    ['hotline 12345', []],
    ['article motorway', ['o_chen']],
    ['appeal camera', ['o_gao', 'o_he']],
    ['alert wind', ['o_gao', 'o_he']],
  ])('%s carries the signatures of its level', async (name, signed) => {
    const { live } = await release(name)
    expect(live?.signatures.map(({ by }) => by.id)).toEqual(signed)
  })

  it('have one that was corrected, and says what has changed', async () => {
    const { live, revisions } = await release('article pipes')
    expect(live).toMatchObject({ edition: 2, revision: 2, change: { zh: '第二段停水改期，以这一版为准。' } })
    expect(revisions).toBe(2)
  })

  it('show their pictures', async () => {
    const { id } = await release('article heating')
    expect(seen<{ photos: unknown[] }>(await ask('release.read', { id })).photos).toHaveLength(1)
  })

  it('have one that nobody has looked after: the timer hides it', async () => {
    seen(await ask('timer.tick', {}, { role: 'timer' }))
    expect((await release('window old-age card')).status).toBe('stale')
    expect((await release('page overview')).status).toBe('published')
  })

  it('are the same ones when they are seeded again, days later', async () => {
    const later = { ...world, clock: () => new Date(beijing('Wed 2026-03-25 09:00')) }
    const before = await countAll()
    expect(await seedReleases(later, quietly)).toEqual(seeded)
    expect(await countAll()).toEqual(before)
    expect(before.slice(0, 3)).toEqual(counts.slice(0, 3))
  })
})

describe('whoever comes to the sample district', () => {
  it.each([
    ['停电', '95598'],
    ['骗子', '96110'],
    ['海上遇险', '12395'],
  ])('and looks for %s finds %s', async (words, number) => {
    const { items } = seen<{ items: { number?: string }[] }>(await ask('search.find', { words }))
    expect(items.map((one) => one.number)).toContain(number)
  })

  it('reads the popular issues, the most asked first, each with its answer', async () => {
    const { items } = seen<{ items: { id: string; answered: boolean; sample: boolean }[] }>(
      await ask('issues.list', {}),
    )
    expect(items.map(({ id }) => id)).toEqual(issues.map(({ id }) => id))
    expect(items.filter(({ answered, sample }) => !answered || !sample)).toEqual([])
  })

  it('sees no disaster half a day later: the sample notice has ended by itself', async () => {
    const now = new Date(beijing('Fri 2026-03-20 22:30'))
    const { now: open } = seen<{ now: unknown[] }>(
      await handle('alerts.now', {}, { ...world, caller: { role: 'anyone' }, now, lang: 'zh', address: 'a test' }),
    )
    expect(open).toEqual([])
  })
})

it.each(['Thu 2026-12-31 23:50', 'Tue 2027-01-05 10:00'])('can be made on %s', async (when) => {
  const other = await openSeedWorld()
  try {
    const made = await seedReleases({ ...other, clock: () => new Date(beijing(when)) }, quietly)
    expect(made).toHaveLength(samples.length)
  } finally {
    await other.close()
  }
})
