/** How this person wants to be spoken to. Kept on the phone; what they have not chosen follows the phone's own settings. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Lang } from '@/contract/phoneRefusals'
// Before anything is read.
import './webStorage'

type Settings = { lang: Lang; care: boolean }
type Chosen = Partial<Settings>

const KEY = 'minhu.settings'
/** WeChat's care mode writes at 1.4 times the standard size, 22 px and more (its guide for elderly people). */
const CARE = { scale: 1.4, size: 22 }

export const useSettings = create<Settings>(() => ({ ...deviceSettings(), ...chosen() }))

export function choose(change: Chosen): void {
  Taro.setStorageSync(KEY, { ...chosen(), ...change })
  useSettings.setState(change)
}

/** Takes over what the phone says now, where the person has chosen nothing. */
export function readDevice(): void {
  const next = { ...deviceSettings(), ...chosen() }
  const now = useSettings.getState()
  if (next.lang !== now.lang || next.care !== now.care) useSettings.setState(next)
}

function chosen(): Chosen {
  const kept: unknown = Taro.getStorageSync(KEY)
  if (typeof kept !== 'object' || kept === null) return {}
  const { lang, care } = kept as Record<string, unknown>
  return { ...((lang === 'zh' || lang === 'en') && { lang }), ...(typeof care === 'boolean' && { care }) }
}

function deviceSettings(): Settings {
  if (process.env.TARO_ENV === 'h5') return { lang: langOf(navigator.language), care: false }
  const { language = 'zh_CN', fontSizeScaleFactor = 1, fontSizeSetting = 16 } = appInfo()
  return { lang: langOf(language), care: fontSizeScaleFactor >= CARE.scale || fontSizeSetting >= CARE.size }
}

/** Taro's types lack the two letter sizes. */
function appInfo(): { language?: string; fontSizeScaleFactor?: number; fontSizeSetting?: number } {
  return Taro.getAppBaseInfo()
}

function langOf(language: string): Lang {
  return /^en/i.test(language) ? 'en' : 'zh'
}
