/**
 * What an official is writing down for somebody, kept on the desk's computer until it is sent. Each finds only their own:
 * computers are shared. What is older than a shift goes, whoever looks: it holds people's names.
 */
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import * as s from '@/contract/shapes'
import { Form } from './drafts/draft'

const Taken = v.object({
  official: v.string(),
  at: v.string(),
  channel: s.Channel,
  form: Form,
  /** The code on the spot, as far as it was typed. */
  code: v.string(),
  /** Ids of photos that the server has. */
  photos: v.array(v.string()),
  /** What was sent last, and with which key: sent again unchanged, it is the same filing. */
  tried: v.exactOptional(v.object({ text: v.string(), key: v.string() })),
})
export type Taken = v.InferOutput<typeof Taken>

const PLACE = 'minhu.taken'
const SHIFT = 12 * 3_600_000

/** Theirs, where there is one that is still fresh. */
export const takenOf = (official: string, now: number): Taken | undefined =>
  all(now).find((one) => one.official === official)

export function keepTaken(taken: Taken, now: number): void {
  store([...all(now).filter(({ official }) => official !== taken.official), taken])
}

export function dropTaken(official: string, now: number): void {
  store(all(now).filter((one) => one.official !== official))
}

function all(now: number): Taken[] {
  try {
    const read = v.safeParse(v.array(Taken), Taro.getStorageSync(PLACE))
    return read.success ? read.output.filter(({ at }) => now - Date.parse(at) < SHIFT) : []
  } catch {
    return []
  }
}

/** A full storage must not keep anybody from writing on: then it is not kept. */
function store(taken: Taken[]): void {
  try {
    if (taken.length) Taro.setStorageSync(PLACE, taken)
    else Taro.removeStorageSync(PLACE)
  } catch {
    // Then it is not kept.
  }
}
