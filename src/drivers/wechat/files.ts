import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Addresses, Files, Inbox } from '@/server/ports'
import { encodePicture } from '../files/picture'

/** What this driver uses of wx-server-sdk. With a callback, which is never given, two of them would give nothing. */
export type CloudStorage = {
  uploadFile(upload: { cloudPath: string; fileContent: Buffer }): Promise<unknown>
  getTempFileURL(asked: { fileList: { fileID: string; maxAge: number }[] }): unknown
  deleteFile(asked: { fileList: string[] }): unknown
}

/** How long an address works. It is given out for half of that, so that what is on a screen still opens. */
const LIFE_S = 24 * 3600
/** The cloud answers for so many files at once. */
const AT_ONCE = 50
/** Addresses kept in memory by one instance of a function. */
const MOST_KEPT = 5_000

type Size = 'full' | 'thumb'
/** The SDK's own types say that it may give nothing. */
const Answered = v.object({
  fileList: v.array(v.object({ fileID: v.string(), status: v.number(), tempFileURL: v.string() })),
})
type Kept = { url: string; until: number }

/**
 * Pictures in the cloud's storage, which no phone may read: it is given addresses that end. `prefix` is how the file ids
 * of this environment begin: `cloud://<environment>.<bucket>`.
 */
export function cloudFiles(cloud: CloudStorage, prefix: string): Files & Inbox {
  const kept = new Map<string, Kept>()
  const idOf = (place: string) => `${prefix}/${place}`

  /** Where each file can be fetched; what is not there is left out. */
  async function addressesOf(places: string[]): Promise<Map<string, string>> {
    const asked: unknown[] = []
    for (let start = 0; start < places.length; start += AT_ONCE) {
      const fileList = places.slice(start, start + AT_ONCE).map((place) => ({ fileID: idOf(place), maxAge: LIFE_S }))
      asked.push(cloud.getTempFileURL({ fileList }))
    }
    const found = (await Promise.all(asked)).flatMap((answer) => v.parse(Answered, answer).fileList)
    const there = found.filter(({ status, tempFileURL }) => status === 0 && tempFileURL)
    return new Map(there.map(({ fileID, tempFileURL }) => [fileID.slice(prefix.length + 1), tempFileURL]))
  }

  /** The addresses of these files, those given out lately again: a phone keeps a picture by its address. */
  async function keptAddresses(places: string[], now: number): Promise<Map<string, Kept>> {
    const missing = places.filter((place) => (kept.get(place)?.until ?? 0) <= now)
    for (const [place, url] of missing.length ? await addressesOf(missing) : []) {
      const [oldest] = kept.keys()
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      kept.set(place, { url, until: now + (LIFE_S / 2) * 1000 })
    }
    return kept
  }

  /**
   * The SDK reports an upload as done whatever the storage answered, unless it is an error it knows. So what was put
   * there is looked at before it is acknowledged.
   */
  async function upload(place: string, bytes: Buffer): Promise<void> {
    await cloud.uploadFile({ cloudPath: place, fileContent: bytes })
    const url = (await addressesOf([place])).get(place)
    const head = url ? await fetch(url, { method: 'HEAD' }) : undefined
    if (!head?.ok || Number(head.headers.get('content-length')) !== bytes.length) {
      throw new Error('the storage did not keep a file')
    }
  }

  return {
    async put(bytes) {
      const result = await encodePicture(bytes)
      if (!result.ok) return result
      const { full, thumb, width, height } = result.encoded
      const name = createHash('sha256').update(full).digest('hex')
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
      for (const place of places) kept.delete(place)
      await cloud.deleteFile({ fileList: places.map(idOf) })
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
      await cloud.deleteFile({ fileList: [idOf(place)] })
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
