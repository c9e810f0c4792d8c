import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FILE_FIELD, MAX_VIDEO_BYTES } from '@/contract/uploads'
import { fileIn } from './form'

export const MAX_JSON_BYTES = 1024 * 1024
/** A form's own lines beside the file. */
const FORM_EXTRA = 16 * 1024
/** A body longer than this is cut off without an answer; up to here it is read to its end so that the answer arrives. */
const PATIENCE = 100 * 1024 * 1024
/** Forms held in memory, each once: the others wait on the disk. */
const AT_ONCE = 3
/** What a server that was killed has left half-way. */
const FORGOTTEN = 3_600_000

export type Body<T> =
  | { ok: true; value: T }
  | { ok: false; reason: 'body-large' | 'malformed' | 'clip-large' | 'photo-type' }

export async function readJson(request: IncomingMessage): Promise<Body<unknown>> {
  const bytes = await readBytes(request, MAX_JSON_BYTES)
  if (!bytes) return { ok: false, reason: 'body-large' }
  try {
    return { ok: true, value: bytes.length ? JSON.parse(bytes.toString('utf8')) : {} }
  } catch {
    return { ok: false, reason: 'malformed' }
  }
}

/** The text of a body, or null when there is too much of it. */
export async function readText(request: IncomingMessage): Promise<string | null> {
  return (await readBytes(request, MAX_JSON_BYTES))?.toString('utf8') ?? null
}

/** All of it, and nothing of it is kept: so that an answer that needs none of it arrives. */
export async function skipBody(request: IncomingMessage): Promise<void> {
  await readBytes(request, 0)
}

/** Reads the one file of a form and does something with it. */
export type ReadFile = <T>(request: IncomingMessage, work: (bytes: Uint8Array) => Promise<T>) => Promise<Body<T>>

/**
 * A phone on a slow network sends a film for minutes: meanwhile it lies in `folder` and not in memory. What breaks off
 * leaves nothing.
 */
export async function fileReader(folder: string): Promise<ReadFile> {
  await mkdir(folder, { recursive: true })
  await removeForgotten(folder)
  const inTurn = turns(AT_ONCE)
  return async (request, work) => {
    const aside = path.join(folder, randomBytes(12).toString('hex'))
    try {
      const length = await pour(request, aside)
      if (length > MAX_VIDEO_BYTES + FORM_EXTRA) return { ok: false, reason: 'clip-large' }
      return await inTurn(async () => {
        const file = fileIn(await readFile(aside), request.headers['content-type'] ?? '', FILE_FIELD)
        return file ? { ok: true, value: await work(file) } : { ok: false, reason: 'malformed' }
      })
    } finally {
      await rm(aside, { force: true })
    }
  }
}

/** How long the body is; of one that is too long not all is on the disk. Throws when the phone hangs up. */
async function pour(request: IncomingMessage, place: string): Promise<number> {
  let length = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length
      if (length > PATIENCE) return done(new Error('a body without end'))
      if (length > MAX_VIDEO_BYTES + FORM_EXTRA) return done()
      return done(null, chunk)
    },
  })
  await pipeline(request, counted, createWriteStream(place, { flags: 'wx', mode: 0o600 }))
  return length
}

async function removeForgotten(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name)
    const found = await stat(place).catch(() => null)
    if (found && Date.now() - found.mtimeMs > FORGOTTEN) await rm(place, { force: true })
  }
}

function turns(most: number) {
  const waiting: (() => void)[] = []
  let free = most
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}

/** All bytes, or null when there are more than `most`; then the rest is read and forgotten, so that a reply can be sent. */
async function readBytes(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length <= most) chunks.push(chunk)
    if (length > PATIENCE) break
  }
  return length <= most ? Buffer.concat(chunks) : null
}
