/** What belongs to nothing is removed by the clock; what is used at that very moment is kept, or missing, never half of both. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { caofeidian } from '@/district/caofeidian/district'
import { diskClips } from '@/drivers/files/clips'
import { type DiskFiles, diskFiles } from '@/drivers/files/disk'
import { openSqlite } from '@/drivers/sql'
import * as clips from '../../test/clips'
import * as pictures from '../../test/pictures'
import { reads } from '../../test/reads'
import { beijing, people, year2026 } from '../../test/situations'
import type { Context } from './context'
import { manifest } from './manifest'
import type { Store } from './ports'
import { sweep } from './retention'
import { attach, ownClips, ownPhotos, receiveFile } from './uploads'

const SECRET = 'a secret of at least thirty-two characters'
const DAY = 24 * 3_600_000
const START = new Date(beijing('Mon 2026-03-02 10:00'))
const OWNER = people.driver.id

let folder: string
let ctx: Context & { files: DiskFiles }
let keys = 0
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-keeping-'))
  ctx = {
    caller: people.driver,
    lang: 'zh',
    address: '127.0.0.1',
    now: START,
    store: await openSqlite(path.join(folder, 'minhu.sqlite'), manifest),
    district: caofeidian,
    calendar: year2026,
    chance: { bytes: (count) => new Uint8Array(count) },
    ...reads,
    files: await diskFiles(path.join(folder, 'pictures'), SECRET),
    clips: await diskClips(path.join(folder, 'pictures'), SECRET),
    log: { info: () => undefined, error: () => undefined },
    production: true,
  }
})
afterEach(async () => {
  await ctx.store.close()
  await rm(folder, { recursive: true })
})

const on = (days: number, store: Store = ctx.store): Context => ({
  ...ctx,
  store,
  now: new Date(START.getTime() + days * DAY),
})
async function uploaded(bytes: Uint8Array, at: Context = ctx): Promise<string> {
  const answer = await receiveFile({ bytes, key: `a-key-of-the-tests-${++keys}` }, at)
  if (!answer.ok) throw new Error(answer.error.reason)
  return 'photo' in answer.data ? answer.data.photo.id : answer.data.clip.id
}
const counts = async () => [
  await ctx.store.count('photos'),
  await ctx.store.count('clips'),
  await ctx.store.count('uploads'),
]
async function sweepAll(days: number) {
  for (let more = true; more; ) ({ more } = await sweep(on(days)))
}
const use = async (photo: string, at: Context = ctx) => {
  const photos = await ownPhotos([photo], OWNER, at)
  return at.store.tx((tx) => attach(tx, { photos, clips: [] }))
}

it('a photo and a recording that nothing came of are removed after thirty days, with their bytes', async () => {
  await uploaded(await pictures.jpeg(64, 48))
  await uploaded(clips.mp4())
  await sweepAll(29)
  expect((await counts()).slice(0, 2)).toEqual([1, 1])
  await sweepAll(31)
  await sweepAll(31)
  expect(await counts()).toEqual([0, 0, 0])
})

it('what belongs to something stays', async () => {
  const photo = await uploaded(await pictures.jpeg(64, 48))
  const clip = await uploaded(clips.mp3())
  await use(photo)
  const own = await ownClips([clip], OWNER, ctx)
  await ctx.store.tx((tx) => attach(tx, { photos: [], clips: own }))
  await sweepAll(400)
  expect((await counts()).slice(0, 2)).toEqual([1, 1])
})

it('what came before this was noted is never removed', async () => {
  await ctx.store.insert('photos', 'an-old-one', {
    owner: OWNER,
    name: 'a'.repeat(64),
    width: 1,
    height: 1,
    at: START.toISOString(),
  })
  await sweepAll(4000)
  expect(await ctx.store.count('photos')).toBe(1)
})

it('what is sent again waits anew', async () => {
  const bytes = await pictures.jpeg(64, 48)
  const photo = await uploaded(bytes)
  await uploaded(bytes, on(20))
  await sweepAll(31)
  await use(photo)
  expect(await ctx.store.count('photos')).toBe(1)
})

it('the same bytes of somebody else stay', async () => {
  const bytes = await pictures.jpeg(64, 48)
  await uploaded(bytes)
  const neighbour = { ...ctx, caller: { ...people.driver, id: 'c_neighbour' } }
  const theirs = await uploaded(bytes, neighbour)
  const [photo] = await ownPhotos([theirs], 'c_neighbour', neighbour)
  await ctx.store.tx((tx) => attach(tx, { photos: photo ? [photo] : [], clips: [] }))
  await sweepAll(31)
  await sweepAll(31)
  expect(
    await ctx.files.open(addressOf((await ctx.files.urls([photo?.name ?? ''], START))[photo?.name ?? '']?.url), START),
  ).not.toBeNull()
})

describe('a photo that is used while it is removed', () => {
  /** The store of one of the two, into which the other comes at the last moment. */
  const overtaken = (by: () => Promise<unknown>): Store => {
    let first = true
    return {
      ...ctx.store,
      tx: async (work) => {
        if (first) await by()
        first = false
        return ctx.store.tx(work)
      },
    }
  }

  it('is kept when it is used first', async () => {
    const photo = await uploaded(await pictures.jpeg(64, 48))
    await sweep(
      on(
        31,
        overtaken(() => use(photo)),
      ),
    )
    await sweepAll(31)
    expect(await ctx.store.get('photos', photo)).not.toHaveProperty('loose')
  })

  it('is missing when it is removed first, and the phone is told so', async () => {
    const photo = await uploaded(await pictures.jpeg(64, 48))
    await expect(
      use(
        photo,
        on(
          31,
          overtaken(() => sweepAll(31)),
        ),
      ),
    ).rejects.toMatchObject({ reason: 'photo-missing' })
  })
})

it('bytes that are sent again while they are removed are there afterwards', async () => {
  const bytes = await pictures.jpeg(64, 48)
  await uploaded(bytes)
  const remove = ctx.files.remove
  const [again, files]: [Promise<string>[], DiskFiles] = [[], ctx.files]
  // The removal has looked and found nobody; before it goes on somebody sends the same again.
  const slow = async (name: string) => {
    again.push(uploaded(bytes, on(31)))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await remove(name)
  }
  ctx = { ...ctx, files: { ...files, remove: slow } }
  await sweepAll(31)
  await sweepAll(31)
  const [photo] = await ownPhotos([(await again[0]) ?? ''], OWNER, ctx)
  const address = (await ctx.files.urls([photo?.name ?? ''], START))[photo?.name ?? '']
  expect(await ctx.files.open(addressOf(address?.url), START)).not.toBeNull()
})

function addressOf(place = '') {
  const url = new URL(place, 'http://host')
  const query = (name: string) => url.searchParams.get(name) ?? ''
  return {
    name: url.pathname.slice('/files/'.length),
    size: 'full' as const,
    expires: query('e'),
    signature: query('k'),
  }
}

it('of films there may be one, and nobody else’s', async () => {
  const [one, other, voice] = [
    await uploaded(clips.mp4()),
    await uploaded(clips.mp4({ seed: 2 })),
    await uploaded(clips.mp3()),
  ]
  expect(await ownClips([one, voice], OWNER, ctx)).toHaveLength(2)
  await expect(ownClips([one, other], OWNER, ctx)).rejects.toMatchObject({ reason: 'clips-many' })
  await expect(ownClips([one], 'somebody-else', ctx)).rejects.toMatchObject({ reason: 'clip-missing' })
})
