/** One-time codes as authenticator apps make them: TOTP (RFC 6238) with SHA-1, 30 seconds and six digits. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Chance } from './context'

const STEP = 30_000
const DIGITS = 6
/** A phone's clock may be a step early or late. */
const DRIFT = [0, -1, 1]
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A key of 160 bits, as RFC 4226 recommends, in the letters in which people type it (RFC 4648). */
export const newKey = (chance: Chance): string => base32(chance.bytes(20))

/** The code of one step of 30 seconds. */
export function codeOf(key: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(key)).update(counter).digest()
  const offset = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / STEP)

/** The step whose code this is, later than the last one that was used; undefined where it is none. */
export function stepOf(key: string, code: string, now: Date, used = -1): number | undefined {
  return DRIFT.map((drift) => stepAt(now) + drift).find((step) => step > used && isSame(codeOf(key, step), code))
}

function isSame(one: string, other: string): boolean {
  const [right, given] = [Buffer.from(one), Buffer.from(other)]
  return right.length === given.length && timingSafeEqual(right, given)
}

/** What a camera reads, as authenticator apps understand it. */
export function uriOf(key: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent(issuer)}`
}

export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
