/**
 * Looks at a day from outside: what each official was ever shown is held against who might see it at that moment, by rules
 * written down here a second time. What moved a ticket, and between which two moments, is known from the calls.
 */
import type { Entry, TicketRecord } from '@/server/records'
import { OFFICE, type Worker } from './dayTown'

/** Real milliseconds: a call began, and its answer was there. */
export type Span = { from: number; to: number }
export type Shown = Span & { to_: Worker; no: string; names: string[] }
/** `at`: the day's time, as it stands in the line that the call left. */
export type Acted = Span & { no: string; by: string; did: string; at: string; coUnits?: string[] }
export type Filed = Span & { mark: string; nos: string[]; about?: string; name?: string; hidden: boolean }

export type Watch = {
  shown: Shown[]
  acted: Acted[]
  filed: Filed[]
  ticks: (Span & { at: string })[]
  broken: string[]
}
export const openWatch = (): Watch => ({ shown: [], acted: [], filed: [], ticks: [], broken: [] })

/** Where a ticket was, from the moment at which it may have come there to that at which it must have left. */
type Stay = Span & { lead: string; co: string[]; disputed: boolean; handled: string[] }

/** May this official see a ticket that stays there? `about`: the name of whom it complains about. */
function maySee(official: Worker, { lead, co, disputed, handled }: Stay, about: string | undefined): boolean {
  const { id, name, unit, duties } = official
  if (name === about) return false
  if (duties.includes('dispatch')) return true
  if (duties.includes('answer') && [lead, ...co].includes(unit)) return true
  if (duties.includes('sign') && lead === unit) return true
  return duties.includes('review') && disputed && !handled.includes(id)
}

/** What one line of history made of it. */
function moved(stay: Stay, { did, unit, by }: Entry, acted: Acted | undefined): Stay {
  switch (did) {
    case 'dispatch':
      return { ...stay, lead: unit ?? OFFICE, co: acted?.coUnits ?? [] }
    case 'object':
      return { ...stay, lead: OFFICE }
    case 'add-unit':
      return { ...stay, co: [...stay.co, unit ?? ''] }
    case 'take':
    case 'answer':
      return { ...stay, handled: [...stay.handled, by.id] }
    case 'dispute':
      return { ...stay, disputed: true }
    default:
      return stay
  }
}

const keyOf = (no: string, by: string, did: string, at: string) => `${no} ${by} ${did} ${at}`

/** Every stay of a ticket, from its lines. A line that no call left is told. */
function staysOf(filed: Filed, lines: Entry[], acts: Map<string, Acted>, ticks: Map<string, Span>, wrong: string[]) {
  let stay: Stay = {
    from: filed.from,
    to: Number.POSITIVE_INFINITY,
    lead: OFFICE,
    co: [],
    disputed: false,
    handled: [],
  }
  const stays = [stay]
  for (const line of lines) {
    if (line.did === 'file' || line.did === 'received') continue
    const acted = acts.get(keyOf(line.no, line.by.id, line.did, line.at))
    const span = acted ?? (line.by.role === 'system' ? ticks.get(line.at) : undefined)
    if (!span) {
      wrong.push(`${line.no}: nobody was seen to ${line.did} (${line.seq})`)
      continue
    }
    stay.to = span.to
    stay = { ...moved(stay, line, acted), from: span.from, to: Number.POSITIVE_INFINITY }
    stays.push(stay)
  }
  return stays
}

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to

export type Verdict = { lost: string[]; doubled: string[]; wrongUnit: string[]; named: string[]; broken: string[] }
export type Stored = { tickets: TicketRecord[]; entries: Entry[] }

/** What went wrong in the day; all of them empty when nothing did. */
export function judge(watch: Watch, { tickets, entries }: Stored): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], wrongUnit: [], named: [], broken: [...watch.broken] }
  judgeFilings(watch, tickets, verdict)
  judgeLines(watch, entries, verdict)
  judgeShown(watch, entries, verdict)
  return verdict
}

/** Every filing shown as taken has exactly one ticket, whatever was sent twice, and no ticket comes from nowhere. */
function judgeFilings({ filed }: Watch, tickets: TicketRecord[], { lost, doubled }: Verdict): void {
  const byMark = new Map<string, string[]>()
  for (const { text, no } of tickets) {
    const mark = /【(.+?)】/.exec(text)?.[1] ?? text
    byMark.set(mark, [...(byMark.get(mark) ?? []), no])
  }
  for (const { mark, nos } of filed) {
    const found = byMark.get(mark) ?? []
    if (nos.some((no) => !found.includes(no))) lost.push(`${mark}: shown as ${nos}, there is ${found}`)
    if (found.length > 1) doubled.push(`${mark}: ${found}`)
    byMark.delete(mark)
  }
  // Filed, and its answer was a refusal: it may be there, but once.
  for (const [mark, found] of byMark) if (found.length > 1) doubled.push(`${mark}: ${found}`)
}

/** Every command that was shown as done is exactly one line. */
function judgeLines({ acted }: Watch, entries: Entry[], { lost, doubled }: Verdict): void {
  const counts = new Map<string, number>()
  for (const { no, by, did, at } of entries) {
    const key = keyOf(no, by.id, did, at)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { no, by, did, at } of acted) {
    const key = keyOf(no, by, did, at)
    const count = counts.get(key) ?? 0
    if (count === 0) lost.push(`line ${key}`)
    if (count > 1) doubled.push(`line ${key}`)
  }
}

function judgeShown({ shown, acted, filed, ticks }: Watch, entries: Entry[], verdict: Verdict): void {
  const acts = new Map(acted.map((one) => [keyOf(one.no, one.by, one.did, one.at), one]))
  const timer = new Map(ticks.map((tick) => [tick.at, tick]))
  const filings = new Map(filed.flatMap((one) => one.nos.map((no) => [no, one] as const)))
  const lines = new Map<string, Entry[]>()
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    lines.set(entry.no, [...(lines.get(entry.no) ?? []), entry])
  }
  const stays = new Map(
    [...filings].map(([no, one]) => [no, staysOf(one, lines.get(no) ?? [], acts, timer, verdict.broken)]),
  )
  for (const view of shown) {
    const filing = filings.get(view.no)
    const where = (stays.get(view.no) ?? []).filter((stay) => overlap(stay, view))
    const official = view.to_
    if (!where.some((stay) => maySee(official, stay, filing?.about))) {
      const at = where.map(({ lead, co }) => [lead, ...co].join('+')).join(' or ')
      verdict.wrongUnit.push(`${view.no} shown to ${official.id} of ${official.unit} while at ${at || 'nowhere'}`)
    }
    const isDesk = official.duties.includes('dispatch')
    if (filing?.hidden && !isDesk && filing.name && view.names.includes(filing.name)) {
      verdict.named.push(`${view.no}: ${official.id} was told the hidden name of whoever asked`)
    }
  }
}
