import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Store } from '@/server/ports'
import { lamp, type Opened } from './store-cases'

const ROOT = path.resolve(__dirname, '../..')
const WRITER = path.join(__dirname, 'store-writer.ts')

export function survivalCases(opened: Opened, open: () => Promise<Store>, writer: () => string[]): void {
  async function reopen(): Promise<Store> {
    await opened.store.close()
    opened.store = await open()
    return opened.store
  }

  it('finds everything again after it was closed and opened', async () => {
    await opened.store.insert('tickets', 'a', lamp)
    await opened.store.update('tickets', 'a', 1, { inc: { heat: 1 } })
    const store = await reopen()
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, heat: 4, id: 'a', version: 2 })
    expect(await store.count('tickets', { heat: 4 })).toBe(1)
  })

  it('does nothing once it is closed', async () => {
    const closed = opened.store
    await reopen()
    await expect(closed.get('tickets', 'a')).rejects.toThrow()
    await expect(closed.insert('tickets', 'a', lamp)).rejects.toThrow()
    expect(await opened.store.count('tickets')).toBe(0)
  })

  it('loses no write that was acknowledged before the process was killed', async () => {
    for (let round = 0; round < 3; round += 1) {
      // The moment is the only thing chance decides; it can be given again.
      const moment = Number(process.env.MINHU_KILL_AFTER_MS ?? Math.round(Math.random() * 400))
      process.stdout.write(`killed ${moment} ms after the first acknowledged write (MINHU_KILL_AFTER_MS)\n`)
      const acknowledged = await writeUntilKilled([...writer(), `round${round}`], moment)
      expect(acknowledged.length).toBeGreaterThan(0)
      const store = await reopen()
      for (const id of acknowledged) {
        expect([id, await store.get('tickets', id)]).toEqual([id, { ...lamp, id, version: 2 }])
        expect([id, await store.get('events', id)]).toEqual([id, { ticket: id, id, version: 1 }])
      }
      // The write it died in is there whole or not at all.
      expect(await store.count('events')).toBe(await store.count('tickets', { status: 'open' }))
      expect(await store.insert('tickets', `after ${round}`, { ...lamp, status: 'done' })).toMatchObject({
        version: 1,
      })
    }
  }, 60_000)
}

/** The ids that the writer said were stored before it was killed. */
function writeUntilKilled(args: string[], moment: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, ...args], { cwd: ROOT })
  let said = ''
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk)
  })
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), moment))
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_, signal) => {
      // A line cut short by the kill was not said.
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error(`the writer ended by itself: ${complaint}`))
    })
  })
}
