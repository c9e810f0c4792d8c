/** What the seeding of tickets and of releases both need: people, keys that are always the same, and drawn pictures. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Actor } from '@/core/actor'
import { officials } from '@/district/caofeidian/people'
import { type PictureName, svgOf } from '@/district/caofeidian/pictures'
import type { Context } from '@/server/context'
import { receiveFile } from '@/server/uploads'

/** The same for the same step of the same thing, so that seeding again changes nothing. */
export const keyOf = (name: string, step: number | string): string =>
  createHash('sha256').update(`${name} ${step}`).digest('hex').slice(0, 24)

export function officialNamed(id: string): Actor & { role: 'official' } {
  const found = officials.find((official) => official.id === id)
  if (!found) throw new Error(`no sample official ${id}`)
  return { role: 'official', ...found }
}

/** The pictures as photos of the caller, in this order. */
export async function uploadPictures(names: readonly PictureName[], ctx: Context): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const answer = await receiveFile({ bytes: await jpegOf(name), key: keyOf(name, 'picture') }, ctx)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
    if ('photo' in answer.data) ids.push(answer.data.photo.id)
  }
  return ids
}

/** Each is drawn once, however often it is used. */
const drawn = new Map<PictureName, Promise<Buffer>>()
function jpegOf(name: PictureName): Promise<Buffer> {
  const known = drawn.get(name)
  if (known) return known
  const jpeg = sharp(Buffer.from(svgOf(name)))
    .jpeg({ quality: 85 })
    .toBuffer()
  drawn.set(name, jpeg)
  return jpeg
}
