/** `npm run backup -- <folder>`: the database, the pictures and the recordings into a new folder, while the server runs. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { MAX_PAGE, type Store } from '@/server/ports'
import type { ClipRecord, PhotoRecord } from '@/server/records'
import { copyPictures, flush, PICTURES, picturesIn, seal } from './backup-folder'
import { type Saying, said, sayingOf } from './backup-words'
import { archiveOf, openStore, placesOf } from './databases'
import { type Environment, readEnvironment } from './env'

type Outcome = { code: 0 | 1 | 2; sayings: Saying[] }

/** 0: done. 1: nothing was saved. 2: saved, but the database names pictures that are not there. */
async function backUp(folder: string | undefined, env: Environment): Promise<Outcome> {
  if (!folder) return { code: 1, sayings: [{ what: 'say-where' }] }
  if (existsSync(folder)) return { code: 1, sayings: [{ what: 'folder-there', it: folder }] }
  const { database } = placesOf(env)
  if (!env.MINHU_DATABASE && !existsSync(database)) return { code: 1, sayings: [{ what: 'no-database', it: database }] }

  // Under its own name only when it is whole: what a backup that was killed has left can be told by its ending.
  const unfinished = `${folder.replace(/\/+$/, '')}.unfinished-${process.pid}`
  await mkdir(path.join(unfinished, PICTURES), { recursive: true, mode: 0o700 })
  try {
    const missing = await fill(unfinished, env)
    await rename(unfinished, folder)
    await flush(path.dirname(path.resolve(folder)))
    const done: Saying = { what: 'saved', it: folder }
    if (!missing) return { code: 0, sayings: [done] }
    return { code: 2, sayings: [done, { what: 'pictures-missing', it: String(missing) }] }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

/** Writes the whole backup; gives how many pictures the database names that are not there. */
async function fill(folder: string, env: Environment): Promise<number> {
  const { pictures } = placesOf(env)
  const begunAt = new Date().toISOString()
  const archive = archiveOf(env)
  await archive.save(path.join(folder, archive.file))
  // The pictures after the database: a picture is on the disk before anything names it.
  const named = await namedPictures(env)
  const present = await picturesIn(pictures)
  await copyPictures(present, pictures, path.join(folder, PICTURES))
  await seal(folder, { kind: archive.kind, begunAt, database: archive.file })
  return without(named, present)
}

async function namedPictures(env: Environment): Promise<Set<string>> {
  const store = await openStore(env)
  try {
    return await allPictures(store)
  } finally {
    await store.close()
  }
}

type Named = Pick<PhotoRecord | ClipRecord, 'name'>

/** Recordings lie beside the pictures, and are saved like them. */
async function allPictures(store: Store): Promise<Set<string>> {
  const names = new Set<string>()
  for (const collection of ['photos', 'clips']) {
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await store.find<Named>(collection, { by: 'id', limit: MAX_PAGE, ...(after && { after }) })
      for (const { name } of page.items) names.add(name)
      after = page.next
    }
  }
  return names
}

function without(named: Set<string>, present: string[]): number {
  const there = new Set(present.map((file) => path.basename(file).split('.')[0]))
  return [...named].filter((name) => !there.has(name)).length
}

async function main(): Promise<number> {
  const { code, sayings } = await backUp(process.argv[2], readEnvironment(process.env))
  for (const saying of sayings) (saying.what === 'saved' ? process.stdout : process.stderr).write(`${said(saying)}\n`)
  return code
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${said(sayingOf(error))}\n`)
    process.exit(1)
  },
)
