import { createHash } from 'node:crypto'
import type { Addresses, Files, Inbox } from '@/server/ports'
import { encodePicture } from '../files/picture'
import { type CloudStorage, cloudStorage } from './storage'

type Size = 'full' | 'thumb'

/** Pictures in the cloud's storage, and the places where phones put what they send. */
export function cloudFiles(cloud: CloudStorage, prefix: string): Files & Inbox {
  const { addressesOf, keptAddresses, upload, remove } = cloudStorage(cloud, prefix)

  return {
    async put(bytes, before) {
      const result = await encodePicture(bytes)
      if (!result.ok) return result
      const { full, thumb, width, height } = result.encoded
      const name = createHash('sha256').update(full).digest('hex')
      await before?.(name)
      await Promise.all([upload(placeOf(name, 'thumb'), thumb), upload(placeOf(name, 'full'), full)])
      return { ok: true, picture: { name, width, height, bytes: full.length + thumb.length } }
    },

    async urls(names, now) {
      const places = names.flatMap((name) => [placeOf(name, 'full'), placeOf(name, 'thumb')])
      const at = await keptAddresses(places, now.getTime())
      const addresses: Addresses = {}
      for (const name of names) {
        const [url, thumb] = [at.get(placeOf(name, 'full'))?.url, at.get(placeOf(name, 'thumb'))?.url]
        if (url && thumb) addresses[name] = { url, thumb }
      }
      return addresses
    },

    async remove(name) {
      const places = [placeOf(name, 'full'), placeOf(name, 'thumb')]
      await remove(places)
    },

    async take(place, most) {
      const url = (await addressesOf([place])).get(place)
      if (!url) return null
      const response = await fetch(url)
      if (response.status === 404) return null
      if (!response.ok) throw new Error(`the storage answered ${response.status}`)
      return firstBytes(response, most)
    },

    async clear(place) {
      await remove([place])
    },
  }
}

/** A phone may put a film of gigabytes at a photo's place: what is beyond `most` is never in memory. */
async function firstBytes({ body }: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let left = most
  const reader = body?.getReader()
  while (reader && left > 0) {
    const { value } = await reader.read()
    if (!value) break
    chunks.push(value.subarray(0, left))
    left -= value.length
  }
  await reader?.cancel()
  return Buffer.concat(chunks)
}

const placeOf = (name: string, size: Size) => `pictures/${name.slice(0, 2)}/${name}.${size}.jpg`
