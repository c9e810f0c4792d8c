// wx storage with WeChat's limits: 1 MB for a key, 10 MB in all unless the test leaves less room.

import { type Device, type Failure, fail } from '../device'
import { type Api, asynchronous, type Kit, synchronous } from './convention'

const MOST_PER_KEY = 1024 * 1024

export function storageApi(kit: Kit): Api {
  const { storage } = kit.device
  const read = (key: string) => JSON.parse(storage.get(key) ?? '""')
  const info = () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(sizeInAll(kit.device) / 1024),
    limitSize: kit.device.room.storage / 1024,
  })
  return {
    setStorageSync: synchronous(kit, 'setStorageSync', (key: string, data: unknown) => write(kit.device, key, data)),
    getStorageSync: synchronous(kit, 'getStorageSync', read),
    removeStorageSync: synchronous(kit, 'removeStorageSync', (key: string) => void storage.delete(key)),
    clearStorageSync: synchronous(kit, 'clearStorageSync', () => storage.clear()),
    getStorageInfoSync: synchronous(kit, 'getStorageInfoSync', info),
    setStorage: asynchronous(kit, 'setStorage', ({ key, data }) => write(kit.device, String(key), data)),
    getStorage: asynchronous(kit, 'getStorage', ({ key }) =>
      storage.has(String(key)) ? { data: read(String(key)) } : fail('data not found'),
    ),
    removeStorage: asynchronous(kit, 'removeStorage', ({ key }) => void storage.delete(String(key))),
    clearStorage: asynchronous(kit, 'clearStorage', () => storage.clear()),
    getStorageInfo: asynchronous(kit, 'getStorageInfo', info),
  }
}

function write(device: Device, key: string, data: unknown): Failure | undefined {
  const text = JSON.stringify(data) ?? '""'
  const size = Buffer.byteLength(text)
  if (size > MOST_PER_KEY) return fail('entry size limit reached')
  const held = Buffer.byteLength(device.storage.get(key) ?? '')
  if (sizeInAll(device) - held + size > device.room.storage) return fail('exceed storage max size 10Mb')
  device.storage.set(key, text)
  return undefined
}

function sizeInAll({ storage }: Device): number {
  return [...storage.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
}
