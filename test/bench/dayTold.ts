/** What a day was like, in lines. */
import type { Report } from '@/hosts/audit-walk'
import type { DayOutcome } from './dayRun'
import type { Verdict } from './dayWatch'

const ACTIONS = ['desk.queue', 'desk.changes', 'desk.open', 'tickets.act', 'tickets.file', 'tickets.open'] as const
const EXAMPLES = 5

export function tellDay({ verdict, stored, day, seconds }: DayOutcome, audit: Report): string[] {
  const calls = [...day.took.values()].reduce((sum, took) => sum + took.length, 0)
  return [
    `  ${stored.tickets.length} tickets, ${stored.entries.length} lines, ${calls} calls in ${seconds.toFixed(0)} s`,
    ...ACTIONS.map((action) => latency(action, day.took.get(action) ?? [])),
    firstReplies(stored.tickets),
    `  now ${counted(stored.tickets.map(({ status }) => status))}`,
    `  refused ${[...day.refused].map(([reason, times]) => `${reason} ${times}`).join(', ') || 'nothing'}`,
    `  shown to officials ${day.watch.shown.length} times, of ${new Set(day.watch.shown.map(({ no }) => no)).size} tickets`,
    `  audit: ${audit.lines} lines in ${audit.chains} chains, ${audit.troubles.length} troubles`,
    ...verdictLines(verdict),
  ]
}

/** Of many calls, in real milliseconds. */
export function latency(action: string, took: number[]): string {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return `  ${action.padEnd(13)} p50 ${at(0.5).padStart(6)} ms  p99 ${at(0.99).padStart(7)} ms  of ${sorted.length}`
}

/** In minutes of duty, as the desk counts them; those without a reply are not within ten minutes. */
function firstReplies(tickets: DayOutcome['stored']['tickets']): string {
  const minutes = tickets.flatMap(({ firstReply }) => firstReply.minutes ?? []).sort((a, b) => a - b)
  const at = (share: number) => minutes[Math.min(minutes.length - 1, Math.floor(minutes.length * share))] ?? '-'
  const soon = minutes.filter((one) => one <= 10).length
  const share = tickets.length ? Math.round((100 * soon) / tickets.length) : 0
  return `  first reply: median ${at(0.5)} min, p90 ${at(0.9)} min, within 10 min ${soon} (${share} %) of N = ${tickets.length}; none yet ${tickets.length - minutes.length}`
}

function counted(words: string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => `${word} ${count}`).join(', ')
}

function verdictLines({ lost, doubled, wrongUnit, named, broken }: Verdict): string[] {
  const told: [string, string[]][] = [
    ['lost', lost],
    ['doubled', doubled],
    ['shown to the wrong unit', wrongUnit],
    ['told a hidden name', named],
    ['broken', broken],
  ]
  return told.flatMap(([what, found]) => [
    `  ${what}: ${found.length}`,
    ...found.slice(0, EXAMPLES).map((one) => `    ${one}`),
  ])
}
