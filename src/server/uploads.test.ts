import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { MAX_VIDEO_BYTES } from '@/contract/uploads'
import { caofeidian } from '@/district/caofeidian/district'
import { openSqlite } from '@/drivers/sql'
import { reads } from '../../test/reads'
import { beijing, people, year2026 } from '../../test/situations'
import type { Context } from './context'
import { handle } from './handle'
import { manifest } from './manifest'
import type { Inbox, Store } from './ports'
import type { UploadRecord } from './records'

const UPLOAD = 'an-upload-of-the-driver'
let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-photos-'))
  store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
  const record: UploadRecord = { owner: people.driver.id, place: 'inbox/a', until: beijing('Tue 2026-03-03 09:59') }
  await store.insert('uploads', UPLOAD, record)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

/** Storage with one photo at its place. `meanwhile` happens once, just before the first who asks for it gets it. */
function inboxWith(meanwhile: () => Promise<unknown> = async () => undefined): Inbox & { asked: number[] } {
  let there = true
  let overtaken = false
  const asked: number[] = []
  return {
    asked,
    async take(_, most) {
      asked.push(most)
      const first = !overtaken
      overtaken = true
      if (first) await meanwhile()
      return there ? new Uint8Array([1]) : null
    },
    async clear() {
      there = false
    },
  }
}

const context = (inbox: Inbox): Context => ({
  caller: people.driver,
  lang: 'zh',
  address: '127.0.0.1',
  now: new Date(beijing('Mon 2026-03-02 10:00')),
  store,
  files: {
    put: async () => ({ ok: true, picture: { name: 'a-picture', width: 4, height: 3, bytes: 2 } }),
    urls: async () => ({ 'a-picture': { url: 'url', thumb: 'thumb' } }),
    remove: async () => undefined,
  },
  inbox,
  district: caofeidian,
  calendar: year2026,
  chance: { bytes: (count) => new Uint8Array(count) },
  ...reads,
  log: { info: () => undefined, error: () => undefined },
  production: true,
})
const receive = (inbox: Inbox) => handle('uploads.receive', { upload: UPLOAD }, context(inbox))

it('a photo that another request takes over first is the same photo for both', async () => {
  const others: unknown[] = []
  const inbox: Inbox = inboxWith(async () => others.push(await receive(inbox)))
  const mine = await receive(inbox)
  expect(mine).toMatchObject({ ok: true, data: { photo: { url: 'url', width: 4 } } })
  expect(others).toEqual([mine])
  expect(await store.count('photos')).toBe(1)
})

it('of what lies there only so much is read as tells that it is too large', async () => {
  const inbox = inboxWith()
  await receive(inbox)
  expect(inbox.asked).toEqual([MAX_VIDEO_BYTES + 1])
})
