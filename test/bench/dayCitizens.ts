/** People of a day: they file, some of them twice because nothing came back, look at their ticket, and say what they think. */
import type { Ask } from '@/contract'
import type { TicketView } from '@/contract/tickets'
import type { Actor } from '@/core/actor'
import type { Chance } from '../faults/chance'
import { type Day, ENDS, NOTICE, newKey, timeAt } from './dayRun'
import { HOME } from './dayTown'

const MINUTE = 60_000
export type Citizen = { files: number; file: (now: number) => Promise<void> }
type Filing = Ask<'tickets.file'>
type Said = Ask<'tickets.act'>['command']

const KINDS = ['complaint', 'complaint', 'help', 'consult', 'report', 'suggestion'] as const
const VISIBILITIES = ['shown', 'shown', 'hidden', 'anonymous'] as const
const CATEGORIES = Object.keys(HOME) as [string, ...string[]]
/** When people write who do not write because of a notice. */
const WAKING = ['07:10', '20:30'] as const

/** Everybody who files on this day, at their time. */
export function citizensOf(day: Day): Citizen[] {
  const { filings, burst } = day.plan
  const inBurst = Math.min(filings, burst * 10)
  return Array.from({ length: filings }, (_, place) => {
    const chance = day.chance.own()
    const files = place < inBurst ? timeAt(NOTICE) + chance.below(10 * MINUTE) : between(WAKING, chance)
    const who: Actor = { role: 'citizen', id: `c_day${place}` }
    return { files, file: (now) => file(who, place, chance, now, day) }
  })
}

const between = ([from, to]: readonly [string, string], chance: Chance): number =>
  timeAt(from) + chance.below(timeAt(to) - timeAt(from))

async function file(who: Actor, place: number, chance: Chance, now: number, day: Day): Promise<void> {
  const mark = `第${place}件`
  const name = `群众${place}号`
  const visibility = chance.one(VISIBILITIES)
  const about = chance.happens(0.02) ? chance.one(day.workers as [(typeof day.workers)[0]]).name : undefined
  const filing: Filing = {
    ...{ key: newKey(), kind: chance.one(KINDS), category: chance.one(CATEGORIES), visibility, photos: [] },
    text: `请看一看这里的问题，已经好几天了。【${mark}】`,
    place: { point: { lat: 39.2 + chance.next() / 5, lng: 118.4 + chance.next() / 5 } },
    ...(visibility !== 'anonymous' && { name }),
    ...(about && { against: { name: about } }),
  }
  // Nothing came back in time: the phone sends it again while the first is still under way.
  const times = chance.happens(0.1) ? 2 : 1
  const replies = await Promise.all(Array.from({ length: times }, () => day.asks(who, 'tickets.file', filing, now)))
  const nos = [...new Set(replies.flatMap(({ answer }) => (answer.ok ? answer.data.no : [])))]
  const span = {
    from: Math.min(...replies.map((reply) => reply.span.from)),
    to: Math.max(...replies.map((reply) => reply.span.to)),
  }
  day.watch.filed.push({ ...span, mark, nos, name, hidden: visibility !== 'shown', ...(about && { about }) })
  const [no] = nos
  if (no) day.later(now + (2 + chance.below(20)) * MINUTE, (at) => look(who, no, chance, at, day))
}

/** Looks where it stands, says something where there is something to say, and comes back later. */
async function look(who: Actor, no: string, chance: Chance, now: number, day: Day): Promise<void> {
  if (now > timeAt(ENDS) - 5 * MINUTE) return
  if (chance.happens(0.3)) await day.asks(who, 'tickets.mine', {}, now)
  const { answer } = await day.asks(who, 'tickets.open', { no }, now)
  const command = answer.ok ? thinks(answer.data, chance) : undefined
  if (command) {
    const { answer: done, span } = await day.asks(who, 'tickets.act', { no, key: newKey(), command }, now)
    const id = 'id' in who ? who.id : ''
    if (done.ok) day.watch.acted.push({ ...span, no, by: id, did: command.do, at: new Date(now).toISOString() })
  }
  day.later(now + (20 + chance.below(100)) * MINUTE, (at) => look(who, no, chance, at, day))
}

function thinks({ status, may }: TicketView, chance: Chance): Said | undefined {
  if (status === 'waiting') return { do: 'supply', text: '就在路口东边。' }
  if (status === 'answered') {
    const luck = chance.next()
    if (luck < 0.6) return { do: 'confirm' }
    return luck < 0.8 ? { do: 'dispute', text: '还是老样子，没有解决。' } : undefined
  }
  if (may.includes('rate') && chance.happens(0.5)) return { do: 'rate', stars: 1 + chance.below(5) }
  if (may.includes('withdraw') && chance.happens(0.02)) return { do: 'withdraw' }
  return may.includes('add') && chance.happens(0.06) ? { do: 'add', text: '今天又来看过，没有变化。' } : undefined
}
