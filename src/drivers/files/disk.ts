import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Addresses, Files } from '@/server/ports'
import { type Encoded, encodePicture } from './picture'

type Size = 'full' | 'thumb'
const DAY = 24 * 3_600_000
/** Pictures decoded at once: each may take 160 MB while it is turned. */
const AT_ONCE = 2

/** What an address of a picture says. */
export type Address = { name: string; size: Size; expires: string; signature: string }
/** A folder is no web server: the host that serves the addresses gets the bytes behind them here. */
export type DiskFiles = Files & {
  /** Null when the address is wrong, expired or the picture gone. */
  open(address: Address, now: Date): Promise<Uint8Array | null>
}

/** Pictures in a folder, named by the hash of their content; addresses are signed with `secret` and end. */
export async function diskFiles(folder: string, secret: string): Promise<DiskFiles> {
  await mkdir(folder, { recursive: true })
  const inTurn = queue(AT_ONCE)
  const fileOf = (name: string, size: Size) => path.join(folder, name.slice(0, 2), `${name}.${size}.jpg`)
  const sign = (name: string, size: string, expires: string) =>
    createHmac('sha256', secret).update(`${name} ${size} ${expires}`).digest('base64url').slice(0, 22)

  return {
    put: (bytes, before) =>
      inTurn(async () => {
        const result = await encodePicture(bytes)
        if (!result.ok) return result
        const { full, thumb, width, height } = result.encoded
        const name = createHash('sha256').update(full).digest('hex')
        await before?.(name)
        await keep(name, result.encoded)
        return { ok: true, picture: { name, width, height, bytes: full.length + thumb.length } }
      }),

    async urls(names, now) {
      // Whole days, so that an address stays the same all day and phones can keep the picture.
      const expires = new Date(now.getTime() + 2 * DAY).toISOString().slice(0, 10)
      const address = (name: string, size: Size) =>
        `/files/${name}?s=${size}&e=${expires}&k=${sign(name, size, expires)}`
      const addresses: Addresses = {}
      for (const name of names) addresses[name] = { url: address(name, 'full'), thumb: address(name, 'thumb') }
      return addresses
    },

    async open({ name, size, expires, signature }, now) {
      if (!/^[0-9a-f]{64}$/.test(name) || expires < now.toISOString().slice(0, 10)) return null
      if (!same(signature, sign(name, size, expires))) return null
      return readFile(fileOf(name, size)).catch(() => null)
    },

    async remove(name) {
      await Promise.all([rm(fileOf(name, 'full'), { force: true }), rm(fileOf(name, 'thumb'), { force: true })])
    },
  }

  async function keep(name: string, { full, thumb }: Encoded): Promise<void> {
    await mkdir(path.dirname(fileOf(name, 'full')), { recursive: true })
    // The full picture last: where it is, its thumbnail is.
    await writeDurably(fileOf(name, 'thumb'), thumb)
    await writeDurably(fileOf(name, 'full'), full)
  }
}

/** Never half a file under its name, also when the power goes: written aside, flushed, renamed, the folder flushed. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
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
    await handle.writeFile(bytes)
    await handle.sync()
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
function queue(limit: number) {
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
