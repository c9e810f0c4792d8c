import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Addresses, Files } from '@/server/ports'
import { isOver, lastDay, queue, signer, writeDurably } from './folder'
import { type Encoded, encodePicture } from './picture'

type Size = 'full' | 'thumb'
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
  const { sign, isSigned } = signer(secret)

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
      const expires = lastDay(now)
      const address = (name: string, size: Size) =>
        `/files/${name}?s=${size}&e=${expires}&k=${sign(`${name} ${size} ${expires}`)}`
      const addresses: Addresses = {}
      for (const name of names) addresses[name] = { url: address(name, 'full'), thumb: address(name, 'thumb') }
      return addresses
    },

    async open({ name, size, expires, signature }, now) {
      if (!/^[0-9a-f]{64}$/.test(name) || isOver(expires, now)) return null
      if (!isSigned(`${name} ${size} ${expires}`, signature)) return null
      return readFile(fileOf(name, size)).catch(() => null)
    },

    async remove(name) {
      await Promise.all([rm(fileOf(name, 'full'), { force: true }), rm(fileOf(name, 'thumb'), { force: true })])
    },
  }

  async function keep(name: string, { full, thumb }: Encoded): Promise<void> {
    await mkdir(path.dirname(fileOf(name, 'full')), { recursive: true })
    // The full picture last: where it is, its thumbnail is.
    await writeDurably(fileOf(name, 'thumb'), [thumb])
    await writeDurably(fileOf(name, 'full'), [full])
  }
}
