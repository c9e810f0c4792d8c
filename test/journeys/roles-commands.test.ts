/**
 * Every command as everybody: on a ticket of one's own, of one's unit, and of others. Each row is a command given to a
 * ticket in a state in which somebody may give it; what becomes of it is written down for each who might try.
 */
import type { Ask } from '@/contract'
import { ticketNumber } from '@/core/number'
import { COMMANDS } from '@/core/status'
import type { Ticket } from '@/core/ticket'
import { recordOf } from '@/server/records'
import { ticketIn } from '../situations'
import { castOf, MEANS, WHO, type Who } from './cast'
import { both } from './contents'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { asksTogether } from './published'
import type { Town } from './town'

type Command = Ask<'tickets.act'>['command']
type Name = Command['do']

const held: Partial<Ticket> = {
  screened: [{ part: { seq: 1 }, label: 'ads', state: 'held', at: '2026-03-02T02:00:00.000Z' }],
}
const LEAD = 'CFD-20260302-9999-9'

type Row = { given: Command; to: Ticket; may: string }
const row = (given: Command, to: Ticket, may: string): Row => ({ given, to, may })

/** In the order of WHO: y may, n sees it and may not, - there is no such ticket, s must sign in first. */
//                                                                           an as ne di ha co he hp st oh re au ad
const TABLE: Record<Name, Row> = {
  reply: row({ do: 'reply', text: '收到，马上看' }, ticketIn('handling'), 's n - y y y n y - - - - -'),
  add: row({ do: 'add', text: '早上七点最堵' }, ticketIn('handling'), 's y - n n n n n - - - - -'),
  dispatch: row({ do: 'dispatch', unit: 'ecology' }, ticketIn('dispatched'), 's n - y n n n n - - - - -'),
  take: row({ do: 'take' }, ticketIn('dispatched'), 's n - n y y n n - - - - -'),
  'hand-over': row({ do: 'hand-over', to: 'o_sun' }, ticketIn('handling'), 's n - y y n y n - - - - -'),
  'hand-back': row({ do: 'hand-back' }, ticketIn('handling'), 's n - n y n y n - - - - -'),
  object: row({ do: 'object', reason: '属于城管' }, ticketIn('dispatched'), 's n - n y y n n - - - - -'),
  'ask-back': row({ do: 'ask-back', text: '请问是哪个出口？' }, ticketIn('handling'), 's n - n y n n n - - - - -'),
  supply: row({ do: 'supply', text: '北出口' }, ticketIn('waiting'), 's y - n n n n n - - - - -'),
  extend: row({ do: 'extend', days: 3, reason: '等材料' }, ticketIn('handling'), 's n - n y n n n - - - - -'),
  delay: row(
    { do: 'delay', until: '2026-04-01', reason: '等厂家发货' },
    ticketIn('handling'),
    's n - y y n y n - - - - -',
  ),
  'add-unit': row({ do: 'add-unit', unit: 'ecology' }, ticketIn('handling'), 's n - y y n n n - - - - -'),
  'leave-group': row({ do: 'leave-group' }, ticketIn('handling', { group: 'g1' }), 's n - y y n n n - - - - -'),
  'join-group': row({ do: 'join-group', group: 'g1' }, ticketIn('submitted'), 's n - y - - - - - - - - -'),
  merge: row({ do: 'merge', into: LEAD, text: '与另一件合并办理' }, ticketIn('handling'), 's n - y y n n n - - - - -'),
  unmerge: row({ do: 'unmerge' }, ticketIn('merged', { mergedInto: LEAD }), 's n - y y y n n - - - - -'),
  split: row(
    { do: 'split', text: '出口的路灯不亮', category: 'light' },
    ticketIn('handling'),
    's n - y y n n n - - - - -',
  ),
  answer: row(
    { do: 'answer', text: '已向厂家说明情况', result: 'elsewhere' },
    ticketIn('handling'),
    's n - n y n n n - - - - -',
  ),
  confirm: row({ do: 'confirm' }, ticketIn('answered'), 's y - n n n n n - - - - -'),
  dispute: row({ do: 'dispute', text: '还是堵' }, ticketIn('answered'), 's y - n n n n n - - - - -'),
  review: row(
    { do: 'review', outcome: 'uphold', text: '现场看过，已经畅通' },
    ticketIn('disputed', { handledBy: ['o_li'] }),
    's n - n n n n n - - y - -',
  ),
  rate: row({ do: 'rate', stars: 5 }, ticketIn('closed'), 's y - n n n n n - - - - -'),
  withdraw: row({ do: 'withdraw' }, ticketIn('handling'), 's y - n n n n n - - - - -'),
  note: row({ do: 'note', text: '已电话联系施工单位' }, ticketIn('handling'), 's n - y y y y y - - - - -'),
  release: row({ do: 'release', part: { seq: 1 } }, ticketIn('handling', held), 's n - y n n n n - - - - -'),
  withhold: row(
    { do: 'withhold', part: { seq: 1 }, reason: '含有广告' },
    ticketIn('handling', held),
    's n - y n n n n - - - - -',
  ),
}

/** Of a day on which nobody files here. */
const numbered = (running: number) => ticketNumber('CFD', '2026-03-01', running)

const CELLS = Object.entries(TABLE).flatMap(([name, { given, to, may }]) =>
  may.split(' ').map((letter, place) => ({ name, given, to, who: WHO[place] ?? 'anyone', letter })),
)

it('gives every command to everybody', () => {
  expect(Object.values(TABLE).map(({ may }) => may.split(' ').length)).toEqual(Object.keys(TABLE).map(() => WHO.length))
  const byClockAlone = ['absorb', 'let-go', 'share', 'tell', 'lapse', 'urge', 'foretell', 'hold']
  expect([...Object.keys(TABLE), ...byClockAlone].sort()).toEqual([...COMMANDS].sort())
})

everywhere((openTown, _, rows) => {
  let town: Town
  let people: Record<Who, Person>
  let asker = ''
  let count = 0

  beforeAll(async () => {
    town = await openTown()
    ;({ people, askerId: asker } = await castOf(town))
    await asksTogether(town, 'g1', {
      title: both('出口拥堵', 'Jam'),
      question: both('出口为什么天天堵？'),
      ...{ askers: 1, followers: 0, heat: 1, movedAt: town.now() },
    })
  })
  beforeEach(() => town.forgetTries())
  afterAll(() => town.close())

  /** A ticket just as the row has it, under a number of its own, with the lead that it may be merged into. */
  async function lies(ticket: Ticket): Promise<string> {
    const no = numbered(++count)
    const coUnits = ticket.status === 'submitted' ? [] : ['urban']
    const mine = { ...ticket, no, coUnits, asker: { ...ticket.asker, id: asker } }
    await town.world.store.insert('tickets', no, recordOf(mine))
    return no
  }
  async function lead(): Promise<string> {
    const no = numbered(++count)
    const ticket = { ...ticketIn('handling'), no, asker: { id: 'c_else', visibility: 'anonymous' as const } }
    await town.world.store.insert('tickets', no, recordOf(ticket))
    return no
  }

  it.each(rows(CELLS))('$name by the $who: $letter', async ({ given, to, who, letter }) => {
    const into = given.do === 'merge' || given.do === 'unmerge' ? await lead() : ''
    const no = await lies(to.mergedInto ? { ...to, mergedInto: into } : to)
    const command = given.do === 'merge' ? { ...given, into } : given
    const { status } = await people[who].asks('tickets.act', { no, key: newKey(), command })
    expect(status).toBe(MEANS[letter])
  })
})
