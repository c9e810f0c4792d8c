/**
 * How a backup lies in its folder:
 *
 *     backup.json                   what it is; written last
 *     SHA256SUMS                    as `sha256sum -c` reads it
 *     database.sqlite, or .dump
 *     pictures/ab/abcd….full.jpg, and recordings: pictures/ab/abcd….clip.mp4
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { Saying } from './backup-words'

const ABOUT = 'backup.json'
const SUMS = 'SHA256SUMS'
export const PICTURES = 'pictures'
/** Whole pictures. What is being written at this moment has one more ending. */
const PICTURE = /^[0-9a-f]{2}\/[0-9a-f]{64}\.\w+\.\w+$/
const LINE = /^([0-9a-f]{64}) {2}(database\.(?:sqlite|dump)|pictures\/[0-9a-f]{2}\/[0-9a-f]{64}\.\w+\.\w+)$/
/** Files read or written at once. */
const AT_ONCE = 4

const Backup = v.object({
  format: v.literal(1),
  kind: v.picklist(['sqlite', 'postgres']),
  /** No later than this moment: everything acknowledged before it is in the backup. */
  begunAt: v.pipe(v.string(), v.isoTimestamp()),
  database: v.picklist(['database.sqlite', 'database.dump']),
  /** The SHA-256 of SHA256SUMS: a list that was cut short is no list. */
  sums: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})
export type Backup = v.InferOutput<typeof Backup>
export type Checked = { ok: true; backup: Backup; files: string[] } | { ok: false; why: Saying }

/** Lists every file with its checksum and says that the folder is whole: nothing may be added afterwards. */
export async function seal(folder: string, about: Omit<Backup, 'format' | 'sums'>): Promise<void> {
  const files = [
    about.database,
    ...(await picturesIn(path.join(folder, PICTURES))).map((name) => `${PICTURES}/${name}`),
  ]
  const lines: string[] = []
  await each(files, async (file) => {
    lines.push(`${await sumOf(path.join(folder, file))}  ${file}\n`)
  })
  const list = lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('')
  await writeDurably(path.join(folder, SUMS), list)
  const backup: Backup = { format: 1, ...about, sums: createHash('sha256').update(list).digest('hex') }
  await writeDurably(path.join(folder, ABOUT), `${JSON.stringify(backup, null, 2)}\n`)
  await flush(folder)
}

/** Reads every byte of a backup and compares. */
export async function check(folder: string): Promise<Checked> {
  const text = await readFile(path.join(folder, ABOUT), 'utf8').catch(() => undefined)
  if (text === undefined) return { ok: false, why: { what: 'unfinished', it: folder } }
  const damaged = (it: string): Checked => ({ ok: false, why: { what: 'damaged', it } })
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Backup), text)
  if (!parsed.success) return damaged(ABOUT)
  const list = await readFile(path.join(folder, SUMS), 'utf8').catch(() => '')
  if (createHash('sha256').update(list).digest('hex') !== parsed.output.sums) return damaged(SUMS)
  const lines = list.split('\n').filter(Boolean)
  const wrong: string[] = []
  const files: string[] = []
  await each(lines, async (line) => {
    const [, sum, file = line] = LINE.exec(line) ?? []
    files.push(file)
    if (!sum || (await sumOf(path.join(folder, file)).catch(() => '')) !== sum) wrong.push(file)
  })
  const [first] = wrong.sort()
  return first === undefined ? { ok: true, backup: parsed.output, files } : damaged(first)
}

/** The whole pictures in a folder, as `ab/abcd….full.jpg`; none where there is no folder. */
export async function picturesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true }).catch(() => [])
  return found.map((name) => name.replaceAll(path.sep, '/')).filter((name) => PICTURE.test(name))
}

/** Copies pictures; one that was removed meanwhile is left out. Never half a picture under its name. */
export async function copyPictures(names: string[], from: string, to: string): Promise<void> {
  const folders = new Set(names.map((name) => path.join(to, path.dirname(name))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  await each(names, async (name) => {
    const target = path.join(to, name)
    const aside = `${target}.copying`
    const there = await copyFile(path.join(from, name), aside).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
        return false
      },
    )
    if (!there) return
    await flush(aside)
    await rename(aside, target)
  })
  for (const folder of folders) await flush(folder)
}

export async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r')
  await handle.sync().finally(() => handle.close())
}

async function writeDurably(file: string, text: string): Promise<void> {
  await writeFile(file, text)
  await flush(file)
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** Does the work for each, a few at a time. */
async function each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
