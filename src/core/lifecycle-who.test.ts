/** Who may do what, in every state: whoever is not named may do nothing. */
import { COMMAND, heldWords, people } from '../../test/situations'
import { ROWS, type Row } from '../../test/who-may'
import { decide } from './decide'
import { LIFECYCLE, stepOf } from './lifecycle'
import { COMMANDS, type CommandName, STATUSES, type Status } from './status'
import { may } from './ticket'

const allSteps = STATUSES.flatMap((from) => Object.keys(LIFECYCLE[from]).map((command) => ({ from, command })))

/** What is held would have to be looked at twice, and is not put where more people see it. */
const NOT_WHILE_HELD: CommandName[] = ['split', 'join-group']
const whileHeld = (allowed: Row['may']): Row['may'] =>
  Object.fromEntries(
    Object.entries(allowed).map(([name, some]) => [name, some.filter((one) => !NOT_WHILE_HELD.includes(one))]),
  )

/** The first that is told of each state. */
const FIRST = STATUSES.flatMap((status) => ROWS.filter(({ ticket }) => ticket.status === status).slice(0, 1))

/** In every state something may be held, and then the desk may look at it beside whatever else it may do. */
const HELD: Row[] = FIRST.map((row) => ({
  ...row,
  situation: `${row.situation}; its words are held`,
  ticket: { ...row.ticket, screened: [heldWords] },
  may: { ...whileHeld(row.may), dispatcher: [...(whileHeld(row.may).dispatcher ?? []), 'release', 'withhold'] },
}))

/**
 * Of one among others who ask the same. Whoever might have put it there may take it out; an answer that was told to all, and
 * a dispute of it, are taken out by the desk and the unit. The clock brings the answer to all but those that are withdrawn,
 * or answered with another.
 */
const OUTSIDE: Status[] = ['merged', 'withdrawn']
const TOLD: Status[] = ['answered', 'disputed']
const IN_UNIT = ['dispatcher', 'handler', 'handlerWhoReviews', 'colleague'] as const
const inOrder = (some: CommandName[]) => COMMANDS.filter((one) => some.includes(one))
const AMONG: Row[] = FIRST.filter(({ ticket }) => !OUTSIDE.includes(ticket.status)).map((row) => {
  const entries = Object.entries(row.may).map(([name, some]): [string, CommandName[]] => {
    const mayOut =
      some.includes('join-group') || (TOLD.includes(row.ticket.status) && IN_UNIT.some((one) => one === name))
    const others = some.filter((one) => one !== 'join-group')
    return [name, inOrder([...others, ...(mayOut ? (['leave-group'] as const) : [])])]
  })
  const may: Row['may'] = Object.fromEntries(entries)
  return {
    ...row,
    situation: `${row.situation}; among others who ask the same`,
    ticket: { ...row.ticket, group: 'g1' },
    may: { ...may, timer: inOrder([...(may.timer ?? []), 'tell']) },
  }
})

/** Each command with nothing missing; dispatched again it goes to another unit. */
const GIVEN: typeof COMMAND = { ...COMMAND, dispatch: { do: 'dispatch', unit: 'housing' } }

const names = Object.keys(people) as (keyof typeof people)[]
const everybody = [...ROWS, ...HELD, ...AMONG].flatMap((row) =>
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
    expect([...new Set(used)].sort()).toEqual(allSteps.map(({ from, command }) => `${from} ${command}`).sort())
  })
})
