/** The phone: camera, album, dialling, and what all screens share. */
import Taro from '@tarojs/taro'
import type { Lang } from '@/contract/phoneRefusals'
import { addressOf } from './server'
import { type Got, whyNot } from './whyNot'

export type Chosen = { path: string; bytes: number }

/** Photos from the camera or the album, at most `count`. */
export async function choosePhotos(count: number): Promise<Got<Chosen[]>> {
  if (process.env.TARO_ENV === 'h5') return chooseFiles(count)
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    })
    return { ok: true, value: tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, bytes: size })) }
  } catch (error) {
    return { ok: false, why: whyNot(error) }
  }
}

/**
 * The browser's own chooser, which offers camera and album on a phone. Not Taro's: it drops a file that it cannot show,
 * without a word, and a photo must never be lost in silence.
 */
function chooseFiles(count: number): Promise<Got<Chosen[]>> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = count > 1
    input.onchange = () => {
      const value = [...(input.files ?? [])].map((file) => ({ path: URL.createObjectURL(file), bytes: file.size }))
      resolve({ ok: true, value })
    }
    input.oncancel = () => resolve({ ok: false, why: 'cancelled' })
    input.click()
  })
}

export const dial = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)

/** Shows pictures large, starting with one of them. */
export function showPictures(paths: string[], first: string): void {
  void Taro.previewImage({ urls: paths.map(addressOf), current: addressOf(first) })
}

/**
 * A yes-or-no question before something that cannot be taken back. WeChat shows no box at all where `yes` or `no` is longer
 * than eight letters, of which a Chinese character is two: test/confirm.test.ts reads each.
 */
export async function confirm(question: { title: string; content: string; yes: string; no: string }): Promise<boolean> {
  const { confirm: yes } = await Taro.showModal({
    title: question.title,
    content: question.content,
    confirmText: question.yes,
    cancelText: question.no,
  })
  return yes
}

/** By it screen readers on the web choose their voice. In WeChat there is no such place. */
export function setLanguage(lang: Lang): void {
  if (process.env.TARO_ENV === 'h5') document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}
export const setTitle = (title: string): void => void Taro.setNavigationBarTitle({ title })
/** The names under the tab bar's pictures; they start out Chinese. */
export function setTabs(names: string[]): void {
  if (names.join() === tabNames) return
  tabNames = names.join()
  const apply = () => names.forEach((text, index) => void Taro.setTabBarItem({ index, text }).catch(() => undefined))
  apply()
  // The web's tab bar listens only once it has been drawn, after the first screen.
  if (process.env.TARO_ENV === 'h5') setTimeout(apply, TAB_BAR_DRAWN)
}
const TAB_BAR_DRAWN = 400
let tabNames = '首页,办件,消息,我的'
/** How many messages nobody has looked at yet, beside the picture of their tab. */
export function setUnseen(count: number): void {
  const index = 2
  if (count) void Taro.setTabBarBadge({ index, text: count > 99 ? '99+' : String(count) }).catch(() => undefined)
  else void Taro.removeTabBarBadge({ index }).catch(() => undefined)
}
export const stopPulling = (): void => Taro.stopPullDownRefresh()
/** After the screen is drawn: what is to be seen may have just been put there. */
export const scrollTo = (selector: string): void =>
  Taro.nextTick(() => void Taro.pageScrollTo({ selector, duration: 200 })?.catch?.(() => undefined))
/** Where one screen has become another without a way between them: at once, since Taro's own way stops half-way there on the web. */
export function toTop(): void {
  if (process.env.TARO_ENV === 'h5') for (const page of document.querySelectorAll('.taro_page_show')) page.scrollTop = 0
  else void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

/** What this phone or computer calls itself, for its owner to know it by. */
export function deviceLabel(): string {
  if (process.env.TARO_ENV !== 'h5') {
    const { brand = '', model = '' } = Taro.getDeviceInfo()
    return `${brand} ${model}`.trim().slice(0, 40)
  }
  const { userAgent } = navigator
  const first = (names: [string, RegExp][]) => names.find(([, mark]) => mark.test(userAgent))?.[0] ?? ''
  return [first(SYSTEMS), first(BROWSERS)].filter(Boolean).join(' · ')
}
const SYSTEMS: [string, RegExp][] = [
  ['Windows', /Windows/],
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iPhone', /iPhone|iPad/],
  ['Mac', /Mac OS/],
  ['Linux', /Linux/],
]
const BROWSERS: [string, RegExp][] = [
  ['WeChat', /MicroMessenger/],
  ['Edge', /Edg/],
  ['360', /360SE|QIHU/i],
  ['Firefox', /Firefox/],
  ['Chrome', /Chrome/],
  ['Safari', /Safari/],
]

/** What stands in a code that this phone's camera is held to; undefined when nobody did. */
export async function scanned(): Promise<string | undefined> {
  return Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => undefined,
  )
}
