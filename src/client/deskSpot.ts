/** Which queue each official looked at last on this device: it is there again tomorrow. */
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { QueueName } from '@/contract/desk'
import { officialHere } from './session'

const KEY = 'minhu.desk.queue'
const Kept = v.array(v.object({ official: v.string(), queue: QueueName }))
type Kept = v.InferOutput<typeof Kept>
/** So many people share one computer. */
const MOST = 30

export function keptQueue(): Kept[number]['queue'] | undefined {
  const here = officialHere()
  return all().find(({ official }) => official === here)?.queue
}

export function keepQueue(queue: Kept[number]['queue']): void {
  const official = officialHere()
  if (!official) return
  const others = all().filter((one) => one.official !== official)
  try {
    Taro.setStorageSync(KEY, [{ official, queue }, ...others].slice(0, MOST))
  } catch {
    // Then it is not kept.
  }
}

function all(): Kept {
  try {
    const read = v.safeParse(Kept, Taro.getStorageSync(KEY))
    return read.success ? read.output : []
  } catch {
    return []
  }
}
