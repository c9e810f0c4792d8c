/** Passwords: made up, sealed, and compared. */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Chance } from './context'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** A password as it is stored: salt and scrypt key (N = 16384, r = 8, p = 1), base64url. */
export async function sealPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(password, salt, 32)).toString('base64url')}`
}

/** An unknown account costs as much time as a wrong password, so that accounts cannot be found by the clock. */
const NOBODY = `${Buffer.alloc(16).toString('base64url')}.${createHash('sha256').update('nobody').digest('base64url')}`

/** Whether it is the sealed one. Where there is none, or it was taken away, it takes as long and is not. */
export async function isPassword(password: string, sealed: string | undefined): Promise<boolean> {
  const [salt = '', key = ''] = (sealed || NOBODY).split('.')
  const wanted = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), wanted.length)
  return timingSafeEqual(given, wanted) && Boolean(sealed)
}

/** Without letters and digits that are taken for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password, to be read out and typed: four groups of four, 79 bits. */
export function newPassword(chance: Chance): string {
  const letters = [...chance.bytes(16)].map((byte) => LETTERS[byte % LETTERS.length])
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-')
}
