import { type Case, caseTable } from './cases'

const told = (place: string, title: string, status = 'passed'): Case => ({
  ancestorTitles: [place, 'motorway exit'],
  title,
  status,
})
const table = (...cases: Case[]) => caseTable([{ name: 'journeys/motorway-exit', cases }]).map((line) => line.trim())

it('a case has one row, with how it went on each driver', () => {
  const rows = table(
    told('SQLite', 'is filed'),
    told('PostgreSQL', 'is filed', 'failed'),
    told('WeChat cloud', 'is filed'),
  )
  expect(rows).toEqual([
    'SQLite       PostgreSQL   WeChat cloud case',
    'journeys/motorway-exit',
    'ok           FAILED       ok           motorway exit › is filed',
  ])
})

it('a driver that a case was not told on has a dash, and a case that was left out says so', () => {
  expect(table(told('SQLite', 'is filed'), told('WeChat cloud', 'is filed', 'pending')).at(-1)).toBe(
    'ok           -            skipped      motorway exit › is filed',
  )
})

it('a suite that names its driver in a sentence is found too', () => {
  const around = { ancestorTitles: ['PostgreSQL keeps the promises of a store', 'insert'], status: 'passed' }
  expect(table({ ...around, title: 'is durable' }).at(-1)).toBe(
    '-            ok           -            insert › is durable',
  )
})

it('cases that are about no driver have no row, and without any there is no table', () => {
  expect(
    caseTable([{ name: 'core', cases: [{ ancestorTitles: ['decide'], title: 'a rule', status: 'passed' }] }]),
  ).toEqual([])
})
