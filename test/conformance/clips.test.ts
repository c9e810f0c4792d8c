import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import cloud from 'wx-server-sdk'
import { diskClips } from '@/drivers/files/clips'
import { cloudClips } from '@/drivers/wechat'
import { FILE_PREFIX, startEmulator } from '../emulator'
import { clipsConform } from './clips'

clipsConform('a folder', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-clips-'))
  const clips = await diskClips(folder, 'a secret of at least thirty-two characters')
  return {
    clips,
    async fetched(address, now, range) {
      const url = new URL(address, 'http://host')
      const query = (name: string) => url.searchParams.get(name) ?? ''
      const file = url.pathname.slice('/files/'.length)
      const opened = await clips.open({ file, expires: query('e'), signature: query('k') }, now)
      if (!opened) return null
      const { from, to } = range ?? { from: 0, to: opened.bytes - 1 }
      const chunks: Buffer[] = []
      for await (const chunk of opened.read(from, to)) chunks.push(chunk)
      return { bytes: Buffer.concat(chunks), type: opened.contentType }
    },
    async kept() {
      const all = await readdir(folder, { recursive: true, withFileTypes: true })
      return all.flatMap((entry) => (entry.isFile() ? [entry.name] : []))
    },
    close: () => rm(folder, { recursive: true }),
  }
})

clipsConform('WeChat cloud', async (start) => {
  let now = start
  const emulator = await startEmulator({ clock: () => now.getTime() })
  Object.assign(process.env, emulator.environment)
  cloud.init({ env: emulator.environment.TCB_ENV })
  return {
    clips: cloudClips(cloud, FILE_PREFIX.replace(/\/$/, '')),
    async fetched(address, at, range) {
      now = at
      const headers = range && { range: `bytes=${range.from}-${range.to}` }
      const response = await fetch(address, headers && { headers })
      if (!response.ok) return null
      return { bytes: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' }
    },
    kept: async () => emulator.files(),
    close: emulator.close,
  }
})
