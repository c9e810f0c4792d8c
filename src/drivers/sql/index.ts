import type { Manifest, Store } from '@/server/ports'
import { type Archive, postgresArchive } from './archive'
import type { Engine } from './engine'
import { postgresEngine } from './postgres'
import { sqliteEngine } from './sqlite'
import { sqliteArchive } from './sqlite-archive'
import { sqlStore } from './store'

export type { Archive } from './archive'
export { MissingProgram } from './program'

/** The store in a file of this machine. The folder must exist; the file need not. */
export async function openSqlite(file: string, manifest: Manifest): Promise<Store> {
  return opened(await sqliteEngine(file), manifest)
}

/** The store in PostgreSQL: `postgres://user:password@host:port/database`. */
export async function openPostgres(url: string, manifest: Manifest): Promise<Store> {
  return opened(postgresEngine(url), manifest)
}

/** The same databases, to be saved and put back whole. */
export const archiveOfSqlite = (file: string, manifest: Manifest): Archive => sqliteArchive(file, Object.keys(manifest))
export const archiveOfPostgres = (url: string, manifest: Manifest): Archive =>
  postgresArchive(url, Object.keys(manifest))

async function opened(engine: Engine, manifest: Manifest): Promise<Store> {
  try {
    return await sqlStore(engine, manifest)
  } catch (error) {
    await engine.close()
    throw error
  }
}
