/** Which of many tickets are about the same thing, each with all of its group: average linkage, so that no chain of small steps joins two ends. */
import { alikeness, type Likened } from './similarPair'

/** Two groups are one while their members are on average as alike as this: see test/bench/similar.ts. */
export const TOGETHER = 0.2

export type Member = { id: string; likened: Likened; nearest: string[] }
type Cluster = { members: Member[]; beside: Set<number>; version: number }
type Step = { score: number; one: number; other: number; versions: [number, number] }

/**
 * The ids of each group of two or more, the largest first. `nearest`: those that were found for a member; only groups in
 * which somebody found somebody of the other are joined, so that the work grows with the number of tickets and no faster.
 */
export function groupsOf(members: Member[], together = TOGETHER): string[][] {
  const place = new Map(members.map(({ id }, at) => [id, at]))
  const clusters = new Map<number, Cluster>(
    members.map((member, at) => [at, { members: [member], beside: new Set(), version: 0 }]),
  )
  for (const [at, { nearest }] of members.entries()) {
    for (const id of nearest) besides(clusters, at, place.get(id))
  }
  const pairs = scores()
  const steps = heap<Step>((a, b) => a.score - b.score)
  const weigh = (one: number, other: number) => {
    const [first, second] = [clusters.get(one), clusters.get(other)]
    if (!first || !second) return
    const score = average(first, second, pairs)
    if (score >= together) steps.push({ score, one, other, versions: [first.version, second.version] })
  }
  for (const [at, { beside }] of clusters) for (const other of beside) if (at < other) weigh(at, other)
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (join(clusters, step)) for (const other of clusters.get(step.one)?.beside ?? []) weigh(step.one, other)
  }
  return [...clusters.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => members.map(({ id }) => id))
    .sort((one, other) => other.length - one.length)
}

function besides(clusters: Map<number, Cluster>, one: number, other: number | undefined): void {
  if (other === undefined || one === other) return
  clusters.get(one)?.beside.add(other)
  clusters.get(other)?.beside.add(one)
}

/** False where either has changed since this was weighed. */
function join(clusters: Map<number, Cluster>, { one, other, versions }: Step): boolean {
  const [into, gone] = [clusters.get(one), clusters.get(other)]
  if (!into || !gone || into.version !== versions[0] || gone.version !== versions[1]) return false
  into.members.push(...gone.members)
  into.version++
  clusters.delete(other)
  for (const third of gone.beside) {
    clusters.get(third)?.beside.delete(other)
    besides(clusters, one, third)
  }
  into.beside.delete(other)
  return true
}

type Pairs = (one: Member, other: Member) => number

/** How alike any two are, worked out once. */
function scores(): Pairs {
  const known = new Map<string, number>()
  return (one, other) => {
    const key = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`
    const score = known.get(key) ?? alikeness(one.likened, other.likened)
    known.set(key, score)
    return score
  }
}

function average(one: Cluster, other: Cluster, pairs: Pairs): number {
  let sum = 0
  for (const member of one.members) for (const theirs of other.members) sum += pairs(member, theirs)
  return sum / (one.members.length * other.members.length)
}

/** The greatest comes out first. */
function heap<T>(compare: (one: T, other: T) => number) {
  const items: T[] = []
  const above = (one: number, other: number) => {
    const [a, b] = [items[one], items[other]]
    return a !== undefined && b !== undefined && compare(a, b) > 0
  }
  const swap = (one: number, other: number) => {
    const [a, b] = [items[one], items[other]]
    if (a !== undefined && b !== undefined) [items[one], items[other]] = [b, a]
  }
  return {
    push(item: T) {
      let at = items.push(item) - 1
      for (let up = (at - 1) >> 1; at > 0 && above(at, up); at = up, up = (at - 1) >> 1) swap(at, up)
    },
    pop(): T | undefined {
      swap(0, items.length - 1)
      const first = items.pop()
      for (let at = 0, down = 1; down < items.length; at = down, down = 2 * at + 1) {
        if (above(down + 1, down)) down++
        if (!above(down, at)) break
        swap(at, down)
      }
      return first
    },
  }
}
