import { LIFECYCLE, OPEN_STATUSES, PARTS, type Step } from './lifecycle'
import { COMMANDS, STATUSES, type Status } from './status'

const stepsFrom = (status: Status): [string, Step][] => Object.entries(LIFECYCLE[status])
const allSteps = STATUSES.flatMap((from) => stepsFrom(from).map(([command, step]) => ({ from, command, step })))

describe('the life of a ticket', () => {
  const reached = new Set<Status>(['submitted'])
  for (const status of reached) {
    for (const [, { to }] of stepsFrom(status)) for (const next of to) reached.add(next)
  }

  it.each(STATUSES)('can come to %s', (status) => {
    expect(reached).toContain(status)
  })

  it.each(STATUSES.filter((status) => status !== 'closed' && status !== 'withdrawn'))(
    'has a way out of %s',
    (status) => {
      const leaving = stepsFrom(status).filter(([, { to }]) => to.some((next) => next !== status))
      expect(leaving.map(([command]) => command)).not.toEqual([])
    },
  )

  it.each(['closed', 'withdrawn'] as const)('ends with %s', (status) => {
    expect(stepsFrom(status).filter(([, { to }]) => to.some((next) => next !== status))).toEqual([])
  })

  it.each(COMMANDS)('knows when to %s', (command) => {
    expect(allSteps.filter((step) => step.command === command)).not.toEqual([])
  })

  it.each(PARTS)('has something to do for the %s', (part) => {
    expect(allSteps.filter(({ step }) => step.who.includes(part))).not.toEqual([])
  })

  it('is open until it is closed or withdrawn', () => {
    expect(OPEN_STATUSES).toEqual([
      ...['submitted', 'dispatched', 'handling', 'merged', 'waiting', 'answered', 'disputed'],
    ])
  })

  it.each(OPEN_STATUSES)('waits for somebody in %s: never only for the citizen, who may stay silent', (status) => {
    const onward = stepsFrom(status).filter(([, { to }]) => to.some((next) => next !== status))
    expect(onward.flatMap(([, { who }]) => who).filter((part) => part !== 'asker')).not.toEqual([])
  })

  it.each(allSteps.filter(({ command, step }) => step.speaks && command !== 'tell'))(
    '$command from $from stops the first-reply clock: an official writes to the citizen',
    ({ step }) => {
      expect(step.who).not.toContain('asker')
      expect(step.who).not.toContain('timer')
      expect(step.who).not.toContain('screener')
      expect(step.needs.some((need) => need === 'words' || need === 'reason')).toBe(true)
      expect(step.seenByCitizen).toBe(true)
    },
  )

  it('has the clock carry what an official wrote to all: nobody else tells it, and everybody told reads it', () => {
    const tellings = allSteps.filter(({ command }) => command === 'tell').map(({ step }) => step)
    for (const { who, speaks, seenByCitizen } of tellings)
      expect([who, speaks, seenByCitizen]).toEqual([['timer'], true, true])
  })

  it('lets no official lapse a ticket: only time does', () => {
    expect(allSteps.filter(({ command }) => command === 'lapse').flatMap(({ step }) => step.who)).toEqual([
      'timer',
      'timer',
    ])
  })
})
