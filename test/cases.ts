/** One table at the end of a run: each case, and how it went on each driver. */

const DRIVERS = ['SQLite', 'PostgreSQL', 'WeChat cloud'] as const
type Driver = (typeof DRIVERS)[number]
type Status = 'passed' | 'failed' | 'pending'
/** What jest reports of a case: `ancestorTitles` are the describes around it. */
export type Case = { ancestorTitles: string[]; title: string; status: Status | string }

const MARKS: Record<string, string> = { passed: 'ok', failed: 'FAILED', pending: 'skipped' }
const WIDTH = 12
const ABSENT = '-'

/** The lines of the table: cases that are told on a driver, by file, in order. Empty when there are none. */
export function caseTable(files: { name: string; cases: Case[] }[]): string[] {
  const lines = files.flatMap(({ name, cases }) => {
    const rows = rowsOf(cases)
    return rows.size ? [`  ${name}`, ...[...rows].map(([title, marks]) => line(marks, title))] : []
  })
  return lines.length ? [line(Object.fromEntries(DRIVERS.map((driver) => [driver, driver])), 'case'), ...lines] : []
}

type Marks = Partial<Record<Driver, string>>

function rowsOf(cases: Case[]): Map<string, Marks> {
  const rows = new Map<string, Marks>()
  for (const { ancestorTitles, title, status } of cases) {
    const driver = DRIVERS.find((name) => ancestorTitles.some((around) => around.startsWith(name)))
    if (!driver) continue
    const names = [...ancestorTitles.filter((around) => !around.startsWith(driver)), title]
    const row = rows.get(names.join(' › ')) ?? {}
    row[driver] = MARKS[status] ?? status
    rows.set(names.join(' › '), row)
  }
  return rows
}

const line = (marks: Marks, title: string): string =>
  `  ${DRIVERS.map((driver) => (marks[driver] ?? ABSENT).padEnd(WIDTH)).join(' ')} ${title}`
