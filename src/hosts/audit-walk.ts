/** Walks the whole audit and says where it is no longer what was written. */
import { BEGINNING, compare, type End, type Found, step, type Walk } from '@/core/chain'
import { type AuditRecord, digest, endsOf, SEALS, type Seal } from '@/server/chains'
import { type Doc, MAX_PAGE, type Store } from '@/server/ports'

export type Trouble = Found & { chain: string }
/** `seal`: the last one, or none where the timer has not come yet. */
export type Report = { lines: number; chains: number; seal?: End & { at: string }; troubles: Trouble[] }

/** The ends that were sealed, by chain. */
type Sealed = Map<string, End[]>

/** Of each chain the first trouble. `logged`: hashes of seals as the log has them; one that is nowhere is trouble too. */
export async function walkAudit(store: Store, logged: string[] = []): Promise<Report> {
  const ends = new Map((await endsOf(store)).map((end) => [end.chain, end]))
  const sealed: Sealed = new Map()
  const hashes = new Set<string>()
  const report: Report = { lines: 0, chains: 0, troubles: [] }
  const walk = async (chain: string, each: (line: AuditRecord) => void) => {
    const found = await walkChain(chain, ends.get(chain), sealed.get(chain) ?? [], store, (line) => {
      report.lines++
      each(line)
    })
    report.chains++
    if (found) report.troubles.push({ chain, ...found })
  }
  // The seals first: what they say about the others is needed on the way.
  await walk(SEALS, (line) => {
    hashes.add(line.hash)
    report.seal = { seq: line.seq, hash: line.hash, at: line.at }
    for (const { chain, seq, hash } of (line as AuditRecord & Seal).heads) {
      sealed.set(chain, [...(sealed.get(chain) ?? []), { seq, hash }])
    }
  })
  const names = new Set([...ends.keys(), ...sealed.keys()])
  names.delete(SEALS)
  for (const chain of [...names].sort()) await walk(chain, () => undefined)
  const last = report.seal?.seq ?? 0
  for (const hash of logged)
    if (!hashes.has(hash)) report.troubles.push({ chain: SEALS, fault: 'rewritten', seq: last })
  return report
}

/**
 * Up to its first trouble. `noted`: the end that is written beside the chain, read before it: a running server may have
 * added lines since.
 */
async function walkChain(
  chain: string,
  noted: End | undefined,
  sealed: End[],
  store: Store,
  each: (line: AuditRecord) => void,
): Promise<Found | undefined> {
  const marks = [...sealed].sort((a, b) => a.seq - b.seq)
  let walk: Walk = { end: BEGINNING }
  for await (const window of windowsOf(chain, store)) {
    const result = step(walk, window, digest)
    if (!('walk' in result)) return result
    walk = result.walk
    const { end } = walk
    const rewritten = marks[0] && compare(end, marks[0], 'rewritten')
    if (rewritten) return rewritten
    if (marks[0]?.seq === end.seq) marks.shift()
    const changed = noted && compare(end, noted, 'changed')
    if (changed) return changed
    const [line] = window
    if (line) each(line)
  }
  const known = Math.max(noted?.seq ?? 0, ...marks.map(({ seq }) => seq))
  return known > walk.end.seq ? { fault: 'cut', seq: walk.end.seq + 1 } : undefined
}

/** Each line with those after it, as many as two pages hold. */
async function* windowsOf(chain: string, store: Store): AsyncGenerator<AuditRecord[]> {
  let lines: AuditRecord[] = []
  for (let after: string | undefined, more = true; more || lines.length; ) {
    while (more && lines.length < MAX_PAGE) {
      const query = { where: { chain }, by: 'seq', dir: 'asc', limit: MAX_PAGE, ...(after && { after }) } as const
      const page = await store.find<AuditRecord>('audit', query)
      lines = [...lines, ...page.items.map(lineOf)]
      after = page.next
      more = after !== undefined
    }
    if (!lines.length) return
    yield lines
    lines = lines.slice(1)
  }
}

/** As it was hashed: without what the store added. */
function lineOf({ id, version, ...line }: AuditRecord & Doc): AuditRecord {
  return line
}
