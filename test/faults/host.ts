/** The real server as a process, that is killed in the middle of whatever it does, and comes back with what it had. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { diskClips } from '@/drivers/files/clips'
import { diskFiles } from '@/drivers/files/disk'
import { openSqlite } from '@/drivers/sql'
import { manifest } from '@/server/manifest'
import type { Entry, TicketRecord } from '@/server/records'
import { type Host, startHost } from '../journeys/processes'
import type { Meant } from './person'

export type Mortal = Awaited<ReturnType<typeof startMortal>>

export async function startMortal() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-faults-'))
  const start = () => startHost({ MINHU_VAR: folder, MINHU_MODE: 'demo', MINHU_WEATHER: 'none' })
  let host: Host = await start()
  let kills = 0
  return {
    folder,
    port: () => Number(new URL(host.url).port),
    kills: () => kills,
    /** Dead at once; back when this resolves. */
    async kill(): Promise<void> {
      kills++
      host.child.kill('SIGKILL')
      await host.ended
      host = await start()
    },
    async end(): Promise<void> {
      host.child.kill('SIGKILL')
      await host.ended
      await rm(folder, { recursive: true, force: true })
    },
    said: () => host.said(),
  }
}

/** What the server makes of this photo or voice note: the name by which it stands in a filing. */
export async function encoder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-encoded-'))
  const files = await diskFiles(folder, 'x'.repeat(32))
  const clips = await diskClips(folder, 'x'.repeat(32))
  return {
    async nameOf({ bytes, kind }: Meant): Promise<string> {
      if (kind === 'voice') return clips.put(bytes).then((put) => (put.ok ? put.clip.name : put.refusal))
      const put = await files.put(bytes)
      return put.ok ? put.picture.name : put.refusal
    },
    bytesOf: (name: string) => readFile(fileIn(folder, name)),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const fileIn = (pictures: string, name: string, end = 'full.jpg') =>
  path.join(pictures, name.slice(0, 2), `${name}.${end}`)

export type Stored = {
  no: string
  text: string
  /** Names of photos and recordings, and the files of these names. */
  media: string[]
  files: (Buffer | undefined)[]
}

/** All filings that lie in the server's folder, with the files that lie there too. */
export async function storedIn(folder: string): Promise<Stored[]> {
  const store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
  const stored: Stored[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<TicketRecord>('tickets', { by: 'filedAt', limit: 50, ...(after && { after }) })
    for (const { no, text, photos, clips = [] } of page.items) {
      const pictures = path.join(folder, 'pictures')
      const places = [
        ...photos.map(({ name }) => fileIn(pictures, name)),
        ...clips.map(({ name, type }) => fileIn(pictures, name, `clip.${type}`)),
      ]
      const files = await Promise.all(places.map((place) => readFile(place).catch(() => undefined)))
      stored.push({ no, text, media: [...photos, ...clips].map(({ name }) => name), files })
    }
    if (!page.next) break
    after = page.next
  }
  await store.close()
  return stored
}

/** How many photos stand in the filing with this text, those that were added later as well. */
export async function photosOf(folder: string, text: string): Promise<number | undefined> {
  const store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
  const tickets = await store.find<TicketRecord>('tickets', { by: 'filedAt', limit: 50 })
  const ticket = tickets.items.find((one) => one.text.startsWith(text))
  const entries = ticket && (await store.find<Entry>('entries', { where: { no: ticket.no }, by: 'seq', limit: 50 }))
  await store.close()
  return entries?.items.flatMap(({ photos }) => photos).length
}
