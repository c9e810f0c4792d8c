import { existsSync } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Database from 'libsql'
import type { Archive } from './archive'
import { codeOf } from './engine'

/** How long another process may hold the file before we say that it does. */
const BUSY_MS = 5_000

/** The embedded database. A copy is made by SQLite itself: the file alone lacks what is still in its log. */
export function sqliteArchive(file: string, collections: string[]): Archive {
  return {
    kind: 'sqlite',
    file: 'database.sqlite',
    async save(to) {
      if (!existsSync(file)) throw new Error(`${file} does not exist`)
      withDatabase(file, (database) => database.prepare('vacuum into ?').run(to))
      await flush(to)
    },
    async isEmpty() {
      if (!existsSync(file)) return true
      return withDatabase(file, (database) => collections.every((name) => hasNothing(database, name)))
    },
    async isInUse() {
      if (!existsSync(file)) return false
      // Only somebody who is alone may leave the log mode; hosts choose it again when they start.
      try {
        withDatabase(file, (database) => database.prepare('pragma journal_mode = delete').all())
        return false
      } catch (error) {
        if (codeOf(error).startsWith('SQLITE_BUSY')) return true
        throw error
      }
    },
    async load(from) {
      const aside = `${file}.restoring`
      await copyFile(from, aside)
      const [verdict] = withDatabase(aside, (database) => database.prepare('pragma quick_check').raw().all())
      if (String(verdict) !== 'ok') throw new Error(`${from} is not a sound database`)
      await flush(aside)
      // A log that is left beside another database would be played into it.
      await Promise.all(['-wal', '-shm'].map((end) => rm(`${file}${end}`, { force: true })))
      await rename(aside, file)
      await flush(path.dirname(file))
    },
  }
}

function withDatabase<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file, { timeout: BUSY_MS })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function hasNothing(database: Database.Database, name: string): boolean {
  const known = database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").all(name)
  return known.length === 0 || database.prepare(`select 1 from "${name}" limit 1`).all().length === 0
}

async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r')
  await handle.sync().finally(() => handle.close())
}
