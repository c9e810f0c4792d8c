import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import cloud from 'wx-server-sdk'
import { type Address, diskFiles } from '@/drivers/files/disk'
import { cloudFiles } from '@/drivers/wechat'
import type { Files, Inbox } from '@/server/ports'
import { FILE_PREFIX, startEmulator } from '../emulator'
import * as pictures from '../pictures'
import { filesConform, NOW, type OpenedFiles } from './files'

const SECRET = 'a secret of at least thirty-two characters'
const PREFIX = FILE_PREFIX.replace(/\/$/, '')

filesConform('a folder', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-files-'))
  const files = await diskFiles(folder, SECRET)
  return {
    files,
    again: () => diskFiles(folder, SECRET),
    fetched: (address, now) => files.open(parts(address), now),
    async kept() {
      const all = await readdir(folder, { recursive: true, withFileTypes: true })
      return all.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort()
    },
    close: () => rm(folder, { recursive: true }),
  }
})

/** What the host reads out of an address. */
function parts(address: string): Address {
  const url = new URL(address, 'http://host')
  const query = (name: string) => url.searchParams.get(name) ?? ''
  const size = query('s') === 'thumb' ? 'thumb' : 'full'
  return { name: url.pathname.slice('/files/'.length), size, expires: query('e'), signature: query('k') }
}

type OpenedCloud = OpenedFiles & { inbox: Inbox; emulator: Awaited<ReturnType<typeof startEmulator>> }

async function openCloud(start: Date): Promise<OpenedCloud> {
  let now = start
  const emulator = await startEmulator({ clock: () => now.getTime() })
  Object.assign(process.env, emulator.environment)
  cloud.init({ env: emulator.environment.TCB_ENV })
  const open = (): Files & Inbox => {
    const driver = cloudFiles(cloud, PREFIX)
    const urls: Files['urls'] = (names, at) => {
      now = at
      return driver.urls(names, at)
    }
    return { ...driver, urls }
  }
  const files = open()
  return {
    ...{ emulator, files, inbox: files },
    again: async () => open(),
    async fetched(address, at) {
      if (!address) return null
      now = at
      const response = await fetch(address)
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
    },
    kept: async () =>
      emulator
        .files()
        .map((file) => path.basename(file))
        .sort(),
    close: emulator.close,
  }
}

filesConform('WeChat cloud', openCloud)

const MB = 1024 * 1024

describe('WeChat cloud', () => {
  let scene: OpenedCloud
  beforeEach(async () => {
    scene = await openCloud(NOW)
  })
  afterEach(() => scene.close())

  describe('a picture that the storage did not keep', () => {
    it.each<[string, Parameters<OpenedCloud['emulator']['fail']>[0]]>([
      ['it says nowhere to put it', { times: 1, action: 'storage.getUploadMetadata' }],
      ['it answers with an error', { times: 1, action: 'PUT' }],
      ['it refuses both sizes', { times: 2, action: 'PUT' }],
      ['it keeps only the first half', { times: 1, action: 'PUT', cut: true }],
      ['the connection breaks after it was put', { times: 1, action: 'PUT', after: true }],
      ['it does not say where it is', { times: 1, action: 'storage.batchGetDownloadUrl' }],
    ])('is never acknowledged: %s', async (_, fault) => {
      const bytes = await pictures.jpeg()
      scene.emulator.fail(fault)
      await expect(scene.files.put(bytes)).rejects.toThrow()
      expect(await scene.files.put(bytes)).toMatchObject({ ok: true })
      expect(await scene.kept()).toHaveLength(2)
    })
  })

  describe('the inbox', () => {
    const PLACE = 'inbox/V1StGXR8_Z5jdHi6B-myTQ'
    const OUTSIDE = ['', '../inbox/a', 'inbox/a/../../b', 'cloud://another-env.6d69-another-env-1/a.jpg', 'a b?c=d#e']
    const phonePuts = async (bytes: Uint8Array) => {
      scene.emulator.deployRules({ storage: { read: false, write: 'resource.openid == auth.openid' } })
      await scene.emulator.phone('openid-li').uploadFile({ cloudPath: PLACE, bytes })
    }

    it('gives what a phone put there, byte by byte, and keeps it', async () => {
      const bytes = await pictures.phoneJpeg()
      await phonePuts(bytes)
      const taken = [await scene.inbox.take(PLACE, MB), await scene.inbox.take(PLACE, MB)]
      expect(taken.map((one) => one && Buffer.from(one).equals(bytes))).toEqual([true, true])
    })

    it('gives nothing where nothing was put', async () => {
      expect(await scene.inbox.take(PLACE, MB)).toBeNull()
    })

    it('gives nothing that was cleared; clearing again is fine', async () => {
      await phonePuts(await pictures.jpeg())
      await scene.inbox.clear(PLACE)
      expect([await scene.inbox.take(PLACE, MB), scene.emulator.files()]).toEqual([null, []])
      await scene.inbox.clear(PLACE)
    })

    it.each(OUTSIDE)('gives nothing from %j, and clears nothing there', async (place) => {
      await phonePuts(await pictures.jpeg())
      expect(await scene.inbox.take(place, MB)).toBeNull()
      await scene.inbox.clear(place)
      expect(scene.emulator.files()).toEqual([PLACE])
    })

    it.each(['storage.batchGetDownloadUrl', 'storage.batchDeleteFile'])(
      'does not take trouble for an empty place: %s fails',
      async (action) => {
        await phonePuts(await pictures.jpeg())
        scene.emulator.fail({ times: 2, action })
        const failing = action.endsWith('Url') ? scene.inbox.take(PLACE, MB) : scene.inbox.clear(PLACE)
        await expect(failing).rejects.toThrow()
        expect(scene.emulator.files()).toEqual([PLACE])
      },
    )
  })
})
