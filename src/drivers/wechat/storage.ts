/** Files in the cloud's storage, which no phone may read: it is given addresses that end. */
import * as v from 'valibot'

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

/** The SDK's own types say that it may give nothing. */
const Answered = v.object({
  fileList: v.array(v.object({ fileID: v.string(), status: v.number(), tempFileURL: v.string() })),
})
type Kept = { url: string; until: number }

export type Storage = ReturnType<typeof cloudStorage>

/** `prefix` is how the file ids of this environment begin: `cloud://<environment>.<bucket>`. */
export function cloudStorage(cloud: CloudStorage, prefix: string) {
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
    addressesOf,
    keptAddresses,
    upload,
    async remove(places: string[]): Promise<void> {
      for (const place of places) kept.delete(place)
      await cloud.deleteFile({ fileList: places.map(idOf) })
    },
  }
}
