import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { ClipName, Clips } from '@/server/ports'
import { isOver, lastDay, queue, signer, writeDurably } from './folder'
import { readRecording } from './recording'

/** Written at once: each is in memory as a whole until it is on the disk. */
const AT_ONCE = 2
export const CONTENT_TYPES: Record<ClipName['type'], string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  mp4: 'video/mp4',
  webm: 'video/webm',
}

/** What an address of a recording says. `file` is its name and type: `abcd….mp4`. */
export type ClipAddress = { file: string; expires: string; signature: string }
/** A recording behind its address. Films are read in parts and never held as a whole. */
export type OpenClip = { contentType: string; bytes: number; read(from: number, to: number): Readable }
export type DiskClips = Clips & {
  /** Null when the address is wrong, expired or the recording gone. */
  open(address: ClipAddress, now: Date): Promise<OpenClip | null>
}

/** Voice notes and films in a folder, beside the pictures and by the same rules. */
export async function diskClips(folder: string, secret: string): Promise<DiskClips> {
  await mkdir(folder, { recursive: true })
  const inTurn = queue(AT_ONCE)
  const { sign, isSigned } = signer(secret)
  const placeOf = ({ name, type }: ClipName) => path.join(folder, name.slice(0, 2), `${name}.clip.${type}`)

  return {
    put: (sent, said, before) =>
      inTurn(async () => {
        const result = readRecording(sent, said)
        if (!result.ok) return result
        const { pieces, ...about } = result.recording
        const clip = { ...about, name: nameOf(pieces) }
        await before?.({ name: clip.name, type: clip.type })
        await mkdir(path.dirname(placeOf(clip)), { recursive: true })
        await writeDurably(placeOf(clip), pieces)
        return { ok: true, clip }
      }),

    async urls(clips, now) {
      const expires = lastDay(now)
      const addresses = clips.map(({ name, type }) => {
        const file = `${name}.${type}`
        return [name, `/files/${file}?e=${expires}&k=${sign(`${file} ${expires}`)}`] as const
      })
      return Object.fromEntries(addresses)
    },

    async open({ file, expires, signature }, now) {
      const clip = clipNamed(file)
      if (!clip || isOver(expires, now) || !isSigned(`${file} ${expires}`, signature)) return null
      const place = placeOf(clip)
      const found = await stat(place).catch(() => null)
      if (!found) return null
      return {
        contentType: CONTENT_TYPES[clip.type],
        bytes: found.size,
        read: (start, end) => createReadStream(place, { start, end }),
      }
    },

    async remove(clip) {
      await rm(placeOf(clip), { force: true })
    },
  }
}

/** The hash of what is kept. */
export function nameOf(pieces: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

function clipNamed(file: string): ClipName | null {
  const [, name = '', ending] = /^([0-9a-f]{64})\.(\w+)$/.exec(file) ?? []
  const type = (Object.keys(CONTENT_TYPES) as ClipName['type'][]).find((one) => one === ending)
  return type ? { name, type } : null
}
