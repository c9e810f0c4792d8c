/** Officials of a day: their desk asks what has changed, and they read, pass on, take, object, ask, answer and review. */
import type { Ask, Output } from '@/contract'
import type { TicketView } from '@/contract/tickets'
import type { Chance } from '../faults/chance'
import { type Day, newKey, timeAt } from './dayRun'
import { HOME, OFFICE, type Worker } from './dayTown'

const SECOND = 1000
const MINUTE = 60 * SECOND
type Command = Ask<'tickets.act'>['command']
type Line = Output<'desk.queue'>['items'][number]
/** What one official knows: what their desk showed last, and since when they have what they took. */
type Desk = { me: Worker; chance: Chance; stamp: string; taken: Map<string, number> }

/** From the beginning of the shift to its end. */
export function comesToWork(me: Worker, day: Day): void {
  const desk: Desk = { me, chance: day.chance.own(), stamp: '', taken: new Map() }
  day.later(timeAt(me.shift.from) + desk.chance.below(5 * MINUTE), (now) => sits(desk, now, day))
}

/** One round: asks what is new, does one thing if there is one to do, and comes back. */
async function sits(desk: Desk, now: number, day: Day): Promise<void> {
  const { me, chance } = desk
  if (now > timeAt(me.shift.to)) return
  const queue = me.duties.includes('review') ? 'disputed' : 'open'
  const again = (seconds: number) => day.later(now + seconds * SECOND, (at) => sits(desk, at, day))
  const changes = await day.asks(me, 'desk.changes', { queue }, now)
  const isNews = changes.answer.ok && changes.answer.data.stamp !== desk.stamp
  // Also without news: what was left is still to be done.
  if (!isNews && chance.happens(0.85)) return again(day.plan.polls)
  const { answer, span } = await day.asks(me, 'desk.queue', { queue }, now)
  if (!answer.ok) return again(day.plan.polls)
  desk.stamp = answer.data.stamp
  const names = namesIn(answer)
  for (const { no } of answer.data.items) day.watch.shown.push({ ...span, to_: me, no, names })
  const line = chosen(answer.data.items, desk, now)
  if (!line) return again(day.plan.polls)
  again(await works(line.no, desk, now, day))
}

/** Something near the top that is for them. Of several at one desk not all take the first. */
function chosen(items: Line[], { me, chance, taken }: Desk, now: number): Line | undefined {
  const fits = items.filter(({ no, status, handler, unit }) => {
    if (me.duties.includes('review')) return status === 'disputed'
    if (me.duties.includes('dispatch')) return status === 'submitted'
    if (status === 'dispatched') return unit.id === me.unit
    const since = taken.get(no)
    return status === 'handling' && handler === me.name && (since === undefined || now - since > 15 * MINUTE)
  })
  return fits[chance.below(Math.min(fits.length, 6))]
}

/** Opens it and does what there is to do; gives after how many seconds they look up again. */
async function works(no: string, desk: Desk, now: number, day: Day): Promise<number> {
  const { me, chance } = desk
  const { answer, span } = await day.asks(me, 'desk.open', { no }, now)
  if (!answer.ok) return 5
  const { ticket } = answer.data
  day.watch.shown.push({ ...span, to_: me, no, names: namesIn(answer) })
  let at = now
  for (const command of plan(ticket, desk, day)) {
    at += (10 + chance.below(30)) * SECOND
    if (!(await does(no, command, desk, at, day))) break
  }
  return (at - now) / SECOND + 20 + chance.below(60)
}

async function does(no: string, command: Command, { me, taken }: Desk, now: number, day: Day): Promise<boolean> {
  const { answer, span } = await day.asks(me, 'tickets.act', { no, key: newKey(), command }, now)
  if (!answer.ok) return false
  day.watch.shown.push({ ...span, to_: me, no, names: namesIn(answer) })
  const coUnits = command.do === 'dispatch' ? command.coUnits : undefined
  const at = new Date(now).toISOString()
  day.watch.acted.push({ ...span, no, by: me.id, did: command.do, at, ...(coUnits && { coUnits }) })
  if (command.do === 'take') taken.set(no, now)
  return true
}

/** What this official does now with this ticket, as far as they may. */
function plan(ticket: TicketView, desk: Desk, day: Day): Command[] {
  return planned(ticket, desk, day).filter(({ do: name }) => ticket.may.includes(name))
}

function planned(ticket: TicketView, { me, chance }: Desk, day: Day): Command[] {
  const home = HOME[ticket.category.id] ?? OFFICE
  const reply: Command = { do: 'reply', text: '您好，已经收到，我们马上核实，今天给您答复。' }
  const greeting = ticket.firstReply.repliedAt ? [] : [reply]
  switch (ticket.status) {
    case 'submitted': {
      if (ticket.kind === 'consult' && chance.happens(0.5)) return [answered('done')]
      const unit = chance.happens(0.85) ? home : chance.one(unitsOf(day))
      const co = chance.happens(0.05) ? chance.one(unitsOf(day)) : undefined
      return [...greeting, { do: 'dispatch', unit, ...(co && co !== unit && { coUnits: [co] }) }]
    }
    case 'dispatched':
      if (me.unit !== home && chance.happens(0.8)) return [{ do: 'object', reason: '这件事不归我们单位办理。' }]
      return [{ do: 'take' }, ...greeting]
    case 'handling': {
      const luck = chance.next()
      if (luck < 0.1) return [{ do: 'ask-back', text: '请问具体在路口的哪一边？' }]
      if (luck < 0.14) return [{ do: 'add-unit', unit: chance.one(unitsOf(day)) }]
      if (luck < 0.17) return [{ do: 'extend', days: 2, reason: '等零件到货。' }]
      if (luck < 0.3) return [{ do: 'note', text: '已经电话联系施工队。' }]
      return [answered('impossible')]
    }
    case 'disputed':
      return [{ do: 'review', outcome: chance.happens(0.4) ? 'reopen' : 'uphold', text: '已经到现场看过。' }]
    default:
      return []
  }
}

const answered = (result: 'done' | 'impossible'): Command => ({
  ...{ do: 'answer', result, text: '您反映的问题已经查清，现在答复如下。' },
  ...(result === 'impossible' && { reason: '不在规划范围内。' }),
})

const unitsOf = ({ workers }: Day) =>
  [...new Set(workers.map(({ unit }) => unit))].filter((unit) => unit !== OFFICE) as [string]

/** The names of people that stand in an answer: each has one of their own. */
const namesIn = (answer: unknown): string[] => JSON.stringify(answer).match(/群众\d+号/g) ?? []
