/**
 * A phone without glass: its storage and files outlive the app, the app does not outlive a kill. Each start of the app is a
 * life of its own on the same device. A dead life's calls have no effect and are never answered.
 */
import { type Drafts, openDrafts } from '@/client/drafts/drafts'
import type { Phone } from '@/client/drafts/phone'

export type Device = {
  texts: Map<string, string>
  files: Map<string, Buffer>
  /** Where the camera leaves its pictures: gone at any restart of the app. */
  camera: Map<string, Buffer>
  /** Bytes that still fit; undefined: more than anybody needs. */
  room?: number
  keys: number
  /** It believes that it has no network. */
  offline: boolean
  name: string
  /** Its session with the server. */
  token?: string
}

export const newDevice = (name = 'phone'): Device => ({
  texts: new Map(),
  files: new Map(),
  camera: new Map(),
  keys: 0,
  offline: false,
  name,
})

/** All that can happen now has happened, where waiting takes no time. */
export async function settled(turns = 300): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** When the app is killed: at a call of the phone, before it has an effect or right after. */
export type Strike = (call: string) => 'before' | 'after' | undefined
export class Killed extends Error {}

export type Life = {
  drafts: Drafts
  phone: Phone
  kill: () => void
  isDead: () => boolean
  /** When it is killed. */
  death: Promise<void>
}

type Start = {
  device: Device
  server: Phone['server']
  strike?: Strike
  now?: () => Date
  /** A minute of waiting takes a minute divided by this; Infinity: no time at all, but everybody else comes first. */
  haste?: number
  /** A phone, or a queue on it, that does something wrong: to see that it is noticed. */
  broken?: (phone: Phone, device: Device) => Phone
}

export function startApp({ device, server, strike, now, haste = 1, broken = (phone) => phone }: Start): Life {
  let dead = false
  let die = () => {}
  const death = new Promise<void>((resolve) => {
    die = resolve
  })
  const timers = new Set<NodeJS.Timeout>()
  const kill = () => {
    if (dead) return
    dead = true
    for (const timer of timers) clearTimeout(timer)
    device.camera.clear()
    die()
  }
  const alive = () => {
    if (dead) throw new Killed()
  }

  /** A call that is answered at once. */
  function at<T>(call: string, does: () => T): T {
    alive()
    const when = strike?.(call)
    if (when === 'before') kill()
    alive()
    const result = does()
    if (when === 'after') kill()
    alive()
    return result
  }
  /** A call that is answered later, or by a dead phone never. */
  function later<T>(call: string, does: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (dead) return
      const when = strike?.(call)
      if (when === 'before') return kill()
      // The camera's files are gone with the app: what was begun is done with what was there.
      Promise.resolve(does()).then(
        (result) => {
          if (dead) return
          if (when === 'after') return kill()
          resolve(result)
        },
        (error) => {
          if (!dead) reject(error)
        },
      )
    })
  }
  const used = () =>
    [...device.texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0) +
    [...device.files.values()].reduce((sum, { length }) => sum + length, 0)
  const fits = (more: number) => device.room === undefined || more <= 0 || used() + more <= device.room

  const phone: Phone = {
    storage: {
      keys: () => at('keys', () => [...device.texts.keys()]),
      read: (key) => at('read', () => device.texts.get(key)),
      write: (key, text) =>
        at('write', () => {
          if (!fits(text.length - (device.texts.get(key)?.length ?? -key.length))) return false
          device.texts.set(key, text)
          return true
        }),
      remove: (key) => at('remove', () => void device.texts.delete(key)),
    },
    files: {
      keep: (from, name) =>
        later('keep', () => {
          const bytes = device.camera.get(from)
          if (!bytes) return 'failed'
          if (!fits(bytes.length)) return 'full'
          device.files.set(name, bytes)
          return { kept: bytes.length }
        }),
      pathOf: (name, bytes) => later('pathOf', () => (device.files.get(name)?.length === bytes ? name : undefined)),
      names: () => later('names', () => [...device.files.keys()]),
      drop: (name) => later('drop', () => void device.files.delete(name)),
    },
    server: {
      upload: (file, tell) => later('upload', () => server.upload(file, (percent) => !dead && tell(percent))),
      file: (filing) => later('file', () => server.file(filing)),
    },
    offline: () => device.offline,
    now: now ?? (() => new Date()),
    newKey: () => `${device.name}-${(device.keys++).toString().padStart(16, '0')}`,
    later(milliseconds, run) {
      const rung = () => void (dead || run())
      if (haste === Infinity) {
        const turn = setImmediate(rung)
        return () => clearImmediate(turn)
      }
      const timer = setTimeout(rung, milliseconds / haste)
      timers.add(timer)
      return () => clearTimeout(timer)
    },
    alone: (work) => work(),
  }
  const drafts = openDrafts(broken(phone, device), { changed: () => undefined, progress: () => undefined })
  return { drafts, phone, kill, isDead: () => dead, death }
}
