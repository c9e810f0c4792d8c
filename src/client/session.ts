/** The two keys this phone may hold, a citizen's own and an official's, kept apart; and how WeChat vouches for its owner. */
import Taro from '@tarojs/taro'
import { forgetOwn } from './kept'

export type Side = 'citizen' | 'desk'
const keyOf = (side: Side) => `minhu.token.${side}`

export function tokenOf(side: Side): string | undefined {
  const kept: unknown = Taro.getStorageSync(keyOf(side))
  return typeof kept === 'string' && kept ? kept : undefined
}

export function keepToken(side: Side, token: string): void {
  if (side === 'citizen') forgetOwn()
  Taro.setStorageSync(keyOf(side), token)
}

export function dropToken(side: Side): void {
  if (side === 'citizen') forgetOwn()
  if (side === 'desk') Taro.removeStorageSync(OFFICIAL)
  Taro.removeStorageSync(keyOf(side))
}

/**
 * Which phone or computer this is: an official's session works on it alone. Random, and known to nobody else. Empty until
 * somebody signs in at the desk.
 */
export function deviceHere(): string {
  const kept: unknown = Taro.getStorageSync(DEVICE)
  return typeof kept === 'string' ? kept : ''
}
const DEVICE = 'minhu.device'

/** Made before the first call to the desk. */
export async function makeDevice(): Promise<void> {
  if (deviceHere()) return
  const bytes = await randomBytes(24)
  if (!deviceHere()) Taro.setStorageSync(DEVICE, [...bytes].map((byte) => (byte % 36).toString(36)).join(''))
}

async function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(length))
  return new Uint8Array((await Taro.getRandomValues({ length })).randomValues)
}

/** Who signed in at this desk: several share one computer, and none may find what another was writing. */
const OFFICIAL = 'minhu.official'
export const keepOfficial = (id: string): void => Taro.setStorageSync(OFFICIAL, id)
export function officialHere(): string | undefined {
  const kept: unknown = Taro.getStorageSync(OFFICIAL)
  return typeof kept === 'string' && kept ? kept : undefined
}

/** A code by which WeChat tells the server who is there, good once and for five minutes. Undefined on the web. Throws when WeChat gives none. */
export async function loginCode(): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') return undefined
  return (await Taro.login()).code
}

/** The same for the desk: in WeChat's cloud nobody needs one. */
export const wechatCode = (): Promise<string | undefined> =>
  process.env.MINHU_CLOUD ? Promise.resolve(undefined) : loginCode().catch(() => undefined)
