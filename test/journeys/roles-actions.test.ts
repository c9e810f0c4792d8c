/** Every action as everybody, as actions.ts has it written down: nobody does more than their letter says, and nobody less. */

import { ticketNumber } from '@/core/number'
import type { GroupRecord } from '@/server/groupRecords'
import { recordOf } from '@/server/records'
import { enrol } from '@/server/session'
import { ticketIn } from '../situations'
import { type Lay, ROWS } from './actions'
import { ACCOUNTS, castOf, MEANS, WHO, type Who } from './cast'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { article, writes } from './releases'
import type { Town } from './town'

const CELLS = ROWS.flatMap(({ letters, ...row }) =>
  letters.map((letter, place) => ({ ...row, who: WHO[place] ?? 'anyone', letter })),
)

/** w: they may do it, and have a wrong password, code or number. */
function letterOf(status: number, reason: string): string {
  if (status === MEANS.n && reason.endsWith('-wrong')) return 'w'
  return Object.keys(MEANS).find((letter) => MEANS[letter] === status) ?? `${status} ${reason}`
}

it('says of every action what becomes of it for each of them', () => {
  for (const { action, what, letters } of ROWS)
    expect({ action, what, cells: letters.length }).toEqual({ action, what, cells: WHO.length })
})

everywhere(
  (openTown, _, rows) => {
    let town: Town
    let people: Record<Who, Person>
    let askerId = ''
    let count = 0

    beforeAll(async () => {
      town = await openTown()
      ;({ people, askerId } = await castOf(town))
    })
    beforeEach(() => town.forgetTries())
    afterAll(() => town.close())

    const put = async (collection: string, record: object): Promise<{ id: string; version: number }> => {
      const { id, version } = await town.world.store.insert(
        collection,
        `${collection}-0${++count}-of-the-table`,
        record,
      )
      return { id, version }
    }

    const at = '2026-03-03T02:00:00.000Z'
    const issue: GroupRecord = {
      title: { zh: '出口拥堵', en: '' },
      question: { zh: '出口为什么天天堵？', en: '' },
      ...{ unit: 'transport', public: true, askers: 0, followers: 0, heat: 1, owed: true, movedAt: at },
    }
    const lay: Lay = {
      async ticket() {
        // Of a day on which nobody files here.
        const no = ticketNumber('CFD', '2026-03-01', ++count)
        const asker = { id: askerId, visibility: 'shown' as const }
        const ticket = { ...ticketIn('handling'), no, coUnits: ['urban'], asker }
        await town.world.store.insert('tickets', no, recordOf(ticket))
        return { no, code: ticket.code }
      },
      async person() {
        const id = `o_new${++count}`
        const one = {
          account: `new${count}`,
          name: '新人',
          unit: 'transport',
          duties: ['answer' as const],
          password: '',
        }
        await enrol(id, one, town.world.store)
        return { id, version: 1 }
      },
      device: async () => {
        const device = { official: 'o_gao', kind: 'device', device: 'of-gao', label: '', mark: '0001', at, seenAt: at }
        return (await put('devices', { ...device, waits: true })).id
      },
      session: async () => {
        const expiresAt = '2026-03-04T02:00:00.000Z'
        return (await put('sessions', { role: 'official', actor: 'o_gao', madeAt: at, seenAt: at, expiresAt })).id
      },
      group: async () => (await put('groups', { ...issue, public: false })).id,
      issue: async () => (await put('groups', issue)).id,
      offer: async () => (await town.anyone().gets('desk.offer', {})).offer,
      phrase: (unit) => {
        const by = { id: 'o_tan', name: '谭敏' }
        return put('phrases', { unit, title: '收到', use: 'reply', text: '收到【什么】', by, key: newKey() })
      },
      shift: async () =>
        (await put('shifts', { day: '2026-12-02', from: '08:30', to: '12:00', officials: ['o_sun'] })).id,
      spot: async () => {
        const spot = { kind: 'lamp', name: { zh: '灯杆', en: '' }, address: '新城大街', retired: false, at }
        const id = `LAMP-${++count}`
        await town.world.store.insert('spots', id, spot)
        return id
      },
      draft: async () => (await writes(people.author, article())).id,
      rules: async () => (await town.world.store.get('settings', 'routing'))?.version ?? 0,
    }

    it.each(rows(CELLS))('$action $what by the $who: $letter', async ({ action, input, who, letter, apart }) => {
      const given = await input(lay)
      const account = ACCOUNTS[who]
      const person = apart && account ? await town.official(account) : people[who]
      const { status, answer } = await person.asks(action, given)
      expect(letterOf(status, answer.ok ? '' : answer.error.reason)).toBe(letter)
    })
  },
  { always: true },
)
