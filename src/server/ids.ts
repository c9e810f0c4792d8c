import { createHash } from 'node:crypto'
import type { Chance } from './context'

/** A new id that cannot be guessed: 128 random bits. */
export const newId = (chance: Chance): string => Buffer.from(chance.bytes(16)).toString('base64url')

/** The same parts always make the same id: how a thing sent twice is known again. */
export const idOf = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)
