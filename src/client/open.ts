/** What lies outside this program: web addresses, documents, maps, other mini programs, and sharing with others. */
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { whyNot } from './whyNot'

/** Whether a web address opens here; else it is copied. */
export const opensPages = process.env.TARO_ENV === 'h5'

/** copied: a mini program may not open any website, so the address is ready to be pasted. refused: that was not allowed. */
export type Opened = 'opened' | 'copied' | 'refused' | 'failed'

/** A web address: in a browser in another window, in WeChat as text to paste into one. */
export async function openWeb(url: string): Promise<Opened> {
  if (process.env.TARO_ENV !== 'h5') return copy(url)
  // No handle on the new window is asked for: with `noopener` there is none to see whether it opened.
  window.open(url, '_blank', 'noopener,noreferrer')
  return 'opened'
}

/** Text, to be pasted elsewhere. */
export async function copy(text: string): Promise<Opened> {
  try {
    await Taro.setClipboardData({ data: text })
    return 'copied'
  } catch (error) {
    return whyNot(error) === 'refused' ? 'refused' : 'failed'
  }
}

/** A file on the web. WeChat shows those it may fetch, from addresses the district has entered there; else it is copied. */
export async function openFile(url: string): Promise<Opened> {
  if (process.env.TARO_ENV === 'h5') return openWeb(url)
  try {
    const { tempFilePath } = await Taro.downloadFile({ url })
    await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
    return 'opened'
  } catch {
    return copy(url)
  }
}

/** A film, in WeChat's own player: the player as a part of the page would weigh on every screen of the main package. */
export async function openVideo(url: string): Promise<Opened> {
  if (process.env.TARO_ENV === 'h5') return openWeb(url)
  try {
    await Taro.previewMedia({ sources: [{ url, type: 'video' }] })
    return 'opened'
  } catch {
    return copy(url)
  }
}

type Place = { name: string; address: string; map: { lat: number; lng: number } }

/** A place on a map that leads there. `map` is GCJ-02, as the server gives it. */
export async function openMap({ name, address, map: { lat, lng } }: Place): Promise<Opened> {
  if (process.env.TARO_ENV === 'h5') return openWeb(mapAddress(name, address, lat, lng))
  try {
    await Taro.openLocation({ latitude: lat, longitude: lng, name, address })
    return 'opened'
  } catch {
    return 'failed'
  }
}

/** Tencent's address for one marked place, which needs no key and opens its program where there is one. */
function mapAddress(name: string, address: string, lat: number, lng: number): string {
  // Its own marks between the parts of a marker may not stand in a name.
  const plain = (text: string) => text.replace(/[;:|]/g, ' ')
  const marker = `coord:${lat.toFixed(6)},${lng.toFixed(6)};title:${plain(name)};addr:${plain(address)}`
  return `https://apis.map.qq.com/uri/v1/marker?marker=${encodeURIComponent(marker)}&referer=minhu`
}

type Program = { appId?: string; path?: string; shortLink?: string }

/** Another mini program, after WeChat has asked the person. On the web there are none. */
export async function openProgram({ appId, path, shortLink }: Program): Promise<Opened> {
  if (process.env.TARO_ENV === 'h5' || !(appId || shortLink)) return 'failed'
  try {
    await Taro.navigateToMiniProgram(appId ? { appId, ...(path && { path }) } : { shortLink: shortLink ?? '' })
    return 'opened'
  } catch (error) {
    // Whoever says no to WeChat's question has not met a fault.
    return whyNot(error) === 'cancelled' ? 'opened' : 'failed'
  }
}

/** Whether other mini programs can be opened here at all. */
export const hasPrograms = process.env.TARO_ENV === 'weapp'

/** What is sent on when somebody shares this screen by WeChat's own menu; its configuration must allow that. */
export function useSharing(title: string, path: string): void {
  useShareAppMessage(() => ({ title, path }))
}

/** Whether a button can share; in a mini program WeChat's menu does. */
export const sharesByButton = process.env.TARO_ENV === 'h5'

/** Sends the address of this page on, as the browser does it; where it cannot, the address is copied. */
export async function share(title: string): Promise<Opened> {
  if (!sharesByButton) return 'failed'
  const url = window.location.href
  if (!navigator.share) return copy(url)
  try {
    await navigator.share({ title, url })
  } catch {
    // Closed without choosing anybody.
  }
  return 'opened'
}
