/** Writes the audit: a chain for each official, so that nobody waits for another, and one that seals them all. */
import { createHash } from 'node:crypto'
import { BEGINNING, type Digest, type End, type Link, linkTo } from '@/core/chain'
import type { Context } from './context'
import { idOf } from './ids'
import { Conflict, Duplicate, MAX_PAGE, type Store } from './ports'
import type { Round } from './timer'

/** What is kept of who saw or did what. `about`: the number of a ticket or the id of what it was. Never words, names or secrets. */
export type AuditLine = { at: string; who: string; did: string; what?: string; about?: string; refused?: string }
export type Seal = AuditLine & { heads: (End & { chain: string })[] }
/** `turn`: when, and of several at one moment which came first. */
export type AuditRecord = AuditLine & Link & { turn: string }

export const digest: Digest = (text) => createHash('sha256').update(text).digest('base64url')

/** No official's id has a colon in it. */
export const SEALS = 'seal:'
/** Who tried to sign in to this account; apart from what that official does. An account that nobody has: all together. */
export const doorOf = (official = ''): string => `door:${official}`

/** Several screens of one official may ask at once, on several hosts. */
const TRIES = 40
const MOST_PAUSE_MS = 20

/** Writes a line at the end of its chain. Throws Conflict when others were always faster. */
export async function append(chain: string, line: AuditLine, { store, chance }: Pick<Context, 'store' | 'chance'>) {
  for (let left = TRIES; ; left--) {
    try {
      return await grow(chain, line, {}, store)
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Duplicate) || left <= 1) throw error
      await pause(((chance.bytes(1)[0] ?? 0) / 255) * MOST_PAUSE_MS)
    }
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The line and the chain's new end, together or not at all. `beside`: what else is kept with the end. */
async function grow(chain: string, line: AuditLine, beside: object, store: Store): Promise<End> {
  return store.tx(async (tx) => {
    const last = await tx.get<End>('chains', chain)
    const end = last ?? BEGINNING
    const link = linkTo(end, chain, { ...line, turn: turnOf(line, end) }, digest)
    const { seq, hash } = link
    await tx.insert('audit', idOf('audit', chain, String(seq)), link)
    if (last) await tx.update('chains', chain, last.version, { set: { seq, hash, ...beside } })
    else await tx.insert('chains', chain, { seq, hash, ...beside })
    return { seq, hash }
  })
}

const turnOf = ({ at }: AuditLine, { seq }: End): string => `${at} ${String(seq + 1).padStart(9, '0')}`

/** Up to where each chain was sealed. */
type Sealed = End & { sealed: { chain: string; seq: number }[] }

/**
 * Takes the ends of all chains that have grown into one more chain, and writes its hash to the log, which lies elsewhere: a
 * chain that is cut off or written anew no longer has the ends that were sealed.
 */
export async function sealAudit({ store, now, log }: Context): Promise<Round> {
  const { sealed = [] } = (await store.get<Sealed>('chains', SEALS)) ?? {}
  const known = new Map(sealed.map(({ chain, seq }) => [chain, seq]))
  const ends = (await endsOf(store)).filter(({ chain }) => chain !== SEALS)
  const heads = ends.filter(({ chain, seq }) => seq !== known.get(chain))
  if (!heads.length) return { did: 0, more: false }
  const line: Seal = { at: now.toISOString(), who: 'timer', did: 'audit.seal', heads }
  const upTo = ends.map(({ chain, seq }) => ({ chain, seq }))
  try {
    const { seq, hash } = await grow(SEALS, line, { sealed: upTo }, store)
    log.info('audit sealed', { seq, hash, chains: heads.length })
    return { did: heads.length, more: false }
  } catch (error) {
    // Another host has just sealed.
    if (error instanceof Conflict || error instanceof Duplicate) return { did: 0, more: false }
    throw error
  }
}

/** Where each chain ends now. */
export async function endsOf(store: Store): Promise<(End & { chain: string })[]> {
  const ends: (End & { chain: string })[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<End>('chains', { by: 'id', limit: MAX_PAGE, ...(after && { after }) })
    ends.push(...page.items.map(({ id, seq, hash }) => ({ chain: id, seq, hash })))
    if (!page.next) return ends
    after = page.next
  }
}
