/** The lock on WeChat's pushes in its safe mode: AES-256-CBC, and SHA-1 over sorted words as their signature. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const CIPHER = 'aes-256-cbc'
const KEY_BYTES = 32
/** Blocks of the padding, which are not those of AES. */
const BLOCK = 32
const RANDOM = 16
const LENGTH = 4

/** The key's bytes from the 43 characters that WeChat's console shows. Throws when they are no such key. */
export function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey) || key.length !== KEY_BYTES) {
    throw new Error('an EncodingAESKey has 43 letters and digits')
  }
  return key
}

export const signatureOf = (...words: string[]): string =>
  createHash('sha1').update(words.sort().join('')).digest('hex')

/** Compares in a time that tells nothing. */
export function isSignature(claimed: string | null, ...words: string[]): boolean {
  const [given, right] = [Buffer.from(claimed ?? ''), Buffer.from(signatureOf(...words))]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** What was sealed, and for which app. Null when it is cut off, of another key, or otherwise nothing. */
export function unseal(key: Buffer, sealed: string): { message: string; appid: string } | null {
  const plain = unlocked(key, Buffer.from(sealed, 'base64'))
  if (!plain || plain.length < RANDOM + LENGTH) return null
  const begin = RANDOM + LENGTH
  const end = begin + plain.readUInt32BE(RANDOM)
  if (end > plain.length) return null
  const [message, appid] = [plain.subarray(begin, end), plain.subarray(end)].map(textOf)
  return message === undefined || appid === undefined ? null : { message, appid }
}

/** `random` are 16 bytes that no other message begins with. */
export function seal(key: Buffer, message: string, appid: string, random: Uint8Array = randomBytes(RANDOM)): string {
  const content = Buffer.from(message)
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(content.length)
  const plain = Buffer.concat([random, length, content, Buffer.from(appid)])
  const padding = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv(CIPHER, key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}

function unlocked(key: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length === 0 || sealed.length % BLOCK !== 0) return null
  const decipher = createDecipheriv(CIPHER, key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()])
  const padding = padded.at(-1) ?? 0
  if (padding < 1 || padding > BLOCK) return null
  if (!padded.subarray(-padding).every((byte) => byte === padding)) return null
  return padded.subarray(0, -padding)
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
