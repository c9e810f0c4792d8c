/**
 * Lines in a chain, each with the hash of the one before it: whoever changes, removes or moves one breaks all that follow.
 * The hash is an argument; which one it is the server decides.
 */
export type Digest = (text: string) => string
/** Where a chain ends at a moment. */
export type End = { seq: number; hash: string }
export type Link = { chain: string; seq: number; prev: string; hash: string }
export const BEGINNING: End = { seq: 0, hash: '' }

/**
 * What is wrong with a line. reordered: another stands in its place, and it elsewhere. cut: the end of the chain is gone.
 * rewritten: all of it fits together, and is not what was sealed.
 */
export const FAULTS = ['changed', 'removed', 'inserted', 'reordered', 'cut', 'rewritten'] as const
export type Fault = (typeof FAULTS)[number]
export type Found = { fault: Fault; seq: number }

/** One text for one value, in whatever order a database gives its fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, held]) => held !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`
}

/** The line as the next of its chain. */
export function linkTo<T extends object>(end: End, chain: string, line: T, digest: Digest): T & Link {
  const link = { ...line, chain, seq: end.seq + 1, prev: end.hash }
  return { ...link, hash: digest(canonical(link)) }
}

/** How far a chain has been walked. `before`: where it stood one line earlier, by which a line pushed in between is told. */
export type Walk = { end: End; before?: End }

/**
 * The first of `links` is the next line of the chain, or what is wrong. The others, as many as are at hand, are only looked at
 * to tell one trouble from another.
 */
export function step({ end, before }: Walk, links: Link[], digest: Digest): { walk: Walk } | Found {
  const [first, ...rest] = links
  const seq = end.seq + 1
  if (!first) return { fault: 'cut', seq }
  const isWhole = (link: Link, as: number) => hashOf(link, as, digest) === link.hash
  const isNext = (link: Link) => link.prev === end.hash && isWhole(link, seq)
  if (first.seq === seq && isNext(first)) return { walk: { end: { seq, hash: first.hash }, before: end } }
  const own = numbersAround(seq).find((number) => isWhole(first, number))
  if (isNext(first) || rest.some(isNext)) return { fault: own === undefined ? 'inserted' : 'reordered', seq }
  if (before && own === end.seq && first.prev === before.hash) return { fault: 'inserted', seq: end.seq }
  if (own !== undefined && own > seq) return { fault: 'removed', seq }
  if (own === seq) return { fault: 'changed', seq: end.seq || seq }
  return { fault: first.seq > seq ? 'removed' : 'changed', seq }
}

/** Whether a walked chain is the one that was sealed, or noted, at this number. */
export function compare(end: End, noted: End, how: 'changed' | 'rewritten'): Found | undefined {
  return end.seq === noted.seq && end.hash !== noted.hash ? { fault: how, seq: noted.seq } : undefined
}

/** How far somebody may have moved a line for it to be known again. */
const AROUND = 60
const numbersAround = (seq: number): number[] =>
  Array.from({ length: 2 * AROUND + 1 }, (_, place) => seq - AROUND + place).filter((number) => number > 0)

const hashOf = ({ hash, ...link }: Link, seq: number, digest: Digest): string => digest(canonical({ ...link, seq }))
