/** Files in a browser: bytes in IndexedDB, shown and sent by an address that this page makes for them. */
import * as v from 'valibot'
import type { Phone } from './phone'

const DATABASE = 'minhu'
const FILES = 'files'
/** Bytes and their type, not a Blob: private windows of older iPhones keep none. */
const Kept = v.object({ bytes: v.instance(ArrayBuffer), type: v.string() })

export function filesInBrowser(): Phone['files'] {
  let opened: Promise<IDBDatabase> | undefined
  const addresses = new Map<string, string>()

  const database = (): Promise<IDBDatabase> => {
    opened ??= openDatabase().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }

  /** Done when it is on the disk, not when it was asked. */
  async function ask<T>(mode: IDBTransactionMode, what: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await database()).transaction(FILES, mode)
    return new Promise((resolve, reject) => {
      const request = what(transaction.objectStore(FILES))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
  }

  return {
    async keep(from, name) {
      try {
        // Where the browser can promise to tidy up nothing, it is asked to.
        void navigator.storage?.persist?.().catch(() => undefined)
        const response = await fetch(from)
        const bytes = await response.arrayBuffer()
        if (!bytes.byteLength) return 'failed'
        await ask('readwrite', (files) => files.put({ bytes, type: response.headers.get('content-type') ?? '' }, name))
        return { kept: bytes.byteLength }
      } catch (error) {
        return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed'
      }
    },
    async pathOf(name, bytes) {
      const made = addresses.get(name)
      if (made) return made
      const kept = v.safeParse(Kept, await ask<unknown>('readonly', (files) => files.get(name)))
      if (!kept.success || kept.output.bytes.byteLength !== bytes) return undefined
      // Somebody else may have asked meanwhile: one address for each.
      const address = addresses.get(name) ?? URL.createObjectURL(new Blob([kept.output.bytes], kept.output))
      addresses.set(name, address)
      return address
    },
    names: async () => (await ask('readonly', (files) => files.getAllKeys())).map(String),
    async drop(name) {
      const address = addresses.get(name)
      if (address) URL.revokeObjectURL(address)
      addresses.delete(name)
      // What cannot be removed now is found at the next start: no draft speaks of it.
      await ask('readwrite', (files) => files.delete(name)).catch(() => undefined)
    },
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(FILES)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
