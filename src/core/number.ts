/**
 * A ticket's number, CFD-20261121-0007-1: district, Beijing day of filing, running number of that day, check digit.
 * The check digit (ISO/IEC 7064, MOD 11,10) catches every single wrong digit and nearly every swap of neighbours,
 * so that a number read over the phone is refused before it opens nothing.
 */
import type { Day } from './deadline'

export function ticketNumber(prefix: string, day: Day, running: number): string {
  const digits = `${day.replaceAll('-', '')}${String(running).padStart(4, '0')}`
  return `${prefix}-${digits.slice(0, 8)}-${digits.slice(8)}-${checkDigit(digits)}`
}

/**
 * The canonical number of what a person typed: spaces, missing hyphens, small letters and full-width characters are
 * forgiven. Null when it is no number or its check digit is wrong.
 */
export function readNumber(typed: string): string | null {
  const plain = narrow(typed)
    .toUpperCase()
    .replace(/[\s—–_-]+/g, '')
  const parts = /^([A-Z]{2,6})(\d{8})(\d{4,7})(\d)$/.exec(plain)
  if (!parts) return null
  const [, prefix, day, running, check] = parts
  if (checkDigit(`${day}${running}`) !== check) return null
  return `${prefix}-${day}-${running}-${check}`
}

/** Letters and digits that cannot be mistaken for one another: no 0 O 1 I L U. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 6

/** A private query code from random bytes (at least 12): 30^6, 729 million. */
export function queryCode(random: Uint8Array): string {
  const view = new DataView(random.buffer, random.byteOffset, random.byteLength)
  const letters = Array.from(
    { length: CODE_LENGTH },
    (_, i) => CODE_LETTERS[view.getUint16(i * 2) % CODE_LETTERS.length],
  )
  return letters.join('')
}

/** What a person typed as a code, in the form it was given out. */
export const readCode = (typed: string): string =>
  narrow(typed)
    .toUpperCase()
    .replace(/[\s-]+/g, '')

/** Full-width digits and letters (ＣＦＤ－２０２６) to ordinary ones. */
const narrow = (text: string): string => text.normalize('NFKC')

function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}
