import { COMMAND, heldWords, people } from '../../test/situations'
import { ROWS, type Row } from '../../test/who-may'
import { decide } from './decide'
import { LIFECYCLE, stepOf } from './lifecycle'
import { COMMANDS, STATUSES } from './status'
import { may } from './ticket'

/** What is held would have to be looked at twice. */
const withoutSplit = (allowed: Row['may']): Row['may'] =>
  Object.fromEntries(Object.entries(allowed).map(([name, some]) => [name, some.filter((one) => one !== 'split')]))

/** In every state something may be held, and then the desk may look at it beside whatever else it may do. */
const HELD: Row[] = STATUSES.flatMap((status) => ROWS.filter(({ ticket }) => ticket.status === status).slice(0, 1)).map(
  (row) => ({
    ...row,
    situation: `${row.situation}; its words are held`,
    ticket: { ...row.ticket, screened: [heldWords] },
    may: {
      ...withoutSplit(row.may),
      dispatcher: [...(withoutSplit(row.may).dispatcher ?? []), 'release', 'withhold'],
    },
  }),
)

/** Each command with nothing missing; dispatched again it goes to another unit. */
const GIVEN: typeof COMMAND = { ...COMMAND, dispatch: { do: 'dispatch', unit: 'housing' } }

/** Every step that the table has. */
const allSteps = STATUSES.flatMap((from) => Object.keys(LIFECYCLE[from]).map((command) => `${from} ${command}`))

const names = Object.keys(people) as (keyof typeof people)[]
const everybody = [...ROWS, ...HELD].flatMap((row) =>
  names.map((name) => ({
    ...row,
    name,
    // WeChat's verdict may come at any time, and there is nothing else that WeChat may do.
    allowed: name === 'screener' ? (['hold'] as const) : (row.may[name] ?? []),
  })),
)

describe('who may do what', () => {
  it.each(everybody)('$situation: the $name may $allowed', ({ ticket, when, name, allowed }) => {
    expect(may(people[name], ticket, when)).toEqual(allowed)
  })

  it.each(everybody)('$situation: the $name is refused everything else', ({ ticket, when, name, allowed }) => {
    const done = COMMANDS.filter((command) => decide(people[name], ticket, GIVEN[command], when).ok)
    expect(done).toEqual(allowed)
  })

  it.each(everybody.filter(({ allowed }) => allowed.length))(
    '$situation: what the $name does leads where the table says',
    ({ ticket, when, name, allowed }) => {
      for (const command of allowed) {
        const decision = decide(people[name], ticket, GIVEN[command], when)
        expect(stepOf(ticket.status, command)?.to).toContain(decision.ok && decision.ticket.status)
      }
    },
  )

  it('covers every step of the table', () => {
    const used = everybody.flatMap(({ ticket, allowed }) => allowed.map((c) => `${ticket.status} ${c}`))
    expect([...new Set(used)].sort()).toEqual(allSteps.sort())
  })
})
