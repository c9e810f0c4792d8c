/**
 * What an official is writing on tickets, kept on the device until it is sent: a session that ends, or a page that is loaded
 * again, takes no words with it. Each finds only their own: computers are shared. It goes when they sign out, and after
 * a few days whoever looks: it speaks about people.
 */
import Taro from '@tarojs/taro'
import * as v from 'valibot'

/** By the name of the box it was written in, or of a field in it. */
const Written = v.record(v.string(), v.string())
export type Written = v.InferOutput<typeof Written>
const Kept = v.array(v.object({ official: v.string(), no: v.string(), at: v.string(), written: Written }))
type Kept = v.InferOutput<typeof Kept>

const KEY = 'minhu.desk.written'
const LIFE = 3 * 24 * 3_600_000
/** The newest: a device's storage is small. */
const MOST = 40

/** What this official has written on this ticket. */
export const writtenOn = (no: string, official: string, now: number): Written =>
  all(now).find((one) => one.official === official && one.no === no)?.written ?? {}

/** Keeps what stands in one box; nothing in it is nothing to keep. */
export function keepWritten(no: string, official: string, box: string, text: string, now: number): void {
  const kept = all(now)
  const { [box]: _, ...rest } = kept.find((one) => one.official === official && one.no === no)?.written ?? {}
  const written = text.trim() ? { ...rest, [box]: text } : rest
  const others = kept.filter((one) => one.official !== official || one.no !== no)
  const mine = { official, no, at: new Date(now).toISOString(), written }
  store((Object.keys(written).length ? [mine, ...others] : others).slice(0, MOST))
}

/** They have signed out for good. */
export function dropWritten(official: string, now: number): void {
  store(all(now).filter((one) => one.official !== official))
}

function all(now: number): Kept {
  try {
    const read = v.safeParse(Kept, Taro.getStorageSync(KEY))
    return read.success ? read.output.filter(({ at }) => now - Date.parse(at) < LIFE) : []
  } catch {
    return []
  }
}

/** A full storage must not keep anybody from writing on: then it is not kept. */
function store(kept: Kept): void {
  try {
    if (kept.length) Taro.setStorageSync(KEY, kept)
    else Taro.removeStorageSync(KEY)
  } catch {
    // Then it is not kept.
  }
}
