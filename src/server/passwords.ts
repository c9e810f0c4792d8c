/** Passwords: made up, sealed, and compared. */
import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Chance } from './context'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** What scrypt is told: N is 2 to `n`, and r is 8. */
export type Effort = { n: number; p: number }
/** The least that OWASP's password storage sheet names for 16 MB: a quarter of a second. */
const EFFORT: Effort = { n: 14, p: 5 }
const optionsOf = ({ n, p }: Effort): ScryptOptions => ({ N: 2 ** n, r: 8, p })
const KEY_BYTES = 32

/** A password as it is stored: `n`, `p`, salt and scrypt key, the last two as base64url. What was sealed with another effort stays good. */
export async function sealPassword(password: string, effort = EFFORT): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, KEY_BYTES, optionsOf(effort))
  return [effort.n, effort.p, salt.toString('base64url'), key.toString('base64url')].join('.')
}

/** An unknown account costs as much time as a wrong password, so that accounts cannot be found by the clock. */
const nobody = ({ n, p }: Effort) =>
  [n, p, Buffer.alloc(16).toString('base64url'), createHash('sha256').update('nobody').digest('base64url')].join('.')

/** Whether it is the sealed one. Where there is none, or it was taken away, it takes as long and is not. */
export async function isPassword(password: string, sealed: string | undefined, usual = EFFORT): Promise<boolean> {
  const [n, p, salt = '', key = ''] = (sealed || nobody(usual)).split('.')
  const wanted = Buffer.from(key, 'base64url')
  const effort = { n: Number(n), p: Number(p) }
  const given = await derive(password, Buffer.from(salt, 'base64url'), KEY_BYTES, optionsOf(effort))
  return given.length === wanted.length && timingSafeEqual(given, wanted) && Boolean(sealed)
}

/** Without letters and digits that are taken for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password, to be read out and typed: four groups of four, 79 bits. */
export function newPassword(chance: Chance): string {
  const letters = [...chance.bytes(16)].map((byte) => LETTERS[byte % LETTERS.length])
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-')
}
