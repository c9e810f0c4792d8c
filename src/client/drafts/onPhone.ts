/** What drafts need, on a real phone: in WeChat, or in a browser. Neither build carries the other's part. */
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import type { Ask } from '@/contract'
import { action } from '@/contract/action'
import { call } from '../call'
import { newKey } from '../key'
import { isOnline } from '../network'
import { upload } from '../upload'
import { filesInBrowser } from './filesInBrowser'
import { filesInWeChat } from './filesInWeChat'
import type { Phone } from './phone'

/** Of the answer only the number is needed: nothing else that changes in it may keep a phone from hearing it. */
const sending = {
  'tickets.file': action(['citizen'], v.custom<Ask<'tickets.file'>>(Boolean), v.object({ no: v.string() })),
}

const storage: Phone['storage'] = {
  keys: () => Taro.getStorageInfoSync().keys,
  read(key) {
    const kept: unknown = Taro.getStorageSync(key)
    return typeof kept === 'string' && kept ? kept : undefined
  },
  write(key, text) {
    try {
      Taro.setStorageSync(key, text)
      return true
    } catch {
      // WeChat and browsers alike: there is no more room.
      return false
    }
  },
  remove: (key) => Taro.removeStorageSync(key),
}

/** One tab of a browser at a time, where the browser can see to that. Where not, the keys make it harmless. */
const alone: Phone['alone'] = async (work) => {
  if (process.env.TARO_ENV === 'h5' && navigator.locks) return navigator.locks.request('minhu.drafts', work)
  return work()
}

export const onPhone = (): Phone => ({
  storage,
  files: process.env.TARO_ENV === 'h5' ? filesInBrowser() : filesInWeChat(),
  server: {
    upload: (file, tell) => upload(file, 'citizen', tell),
    file: (filing) => call(sending, 'tickets.file', filing),
  },
  offline: () => !isOnline(),
  now: () => new Date(),
  newKey,
  later(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  alone,
})
