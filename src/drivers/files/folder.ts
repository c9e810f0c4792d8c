/** Files that are named by their content, and addresses to them that end. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { access, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

const DAY = 24 * 3_600_000

/** Whole days, so that an address stays the same all day and phones can keep what is behind it. */
export const lastDay = (now: Date): string => new Date(now.getTime() + 2 * DAY).toISOString().slice(0, 10)
export const isOver = (expires: string, now: Date): boolean => expires < now.toISOString().slice(0, 10)

/** Signs what an address says, so that nobody else can make one up. */
export function signer(secret: string) {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22)
  return { sign, isSigned: (text: string, signature: string) => same(signature, sign(text)) }
}

/** Never half a file under its name, also when the power goes: written aside, flushed, renamed, the folder flushed. */
export async function writeDurably(file: string, pieces: Uint8Array[]): Promise<void> {
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(aside, 'w')
  try {
    for (const piece of pieces) await handle.writeFile(piece)
    await handle.sync()
  } catch (error) {
    // A full disk: what is there of it would only make it fuller.
    await rm(aside, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(aside, file)
  const directory = await open(path.dirname(file), 'r')
  await directory.sync().finally(() => directory.close())
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  // Of the bytes, not of the letters: a letter may take two.
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Runs at most `limit` pieces of work at once; the rest wait their turn. */
export function queue(limit: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
