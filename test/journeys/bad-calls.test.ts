/** Calls that ask for what is not there or not allowed. */
import { ticketNumber } from '@/core/number'
import * as pictures from '../pictures'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { type Refusal, refusal, refused } from './refusals'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let zhao: Person
  /** A ticket of the worker, and a photo and a ticket of a neighbour. */
  let no: string
  let othersNo: string
  let othersPhoto: string

  beforeAll(async () => {
    town = await openTown()
    const [first, neighbour, official] = await Promise.all([town.citizen(), town.citizen(), town.official('zhao')])
    worker = first
    zhao = official
    no = (await worker.files()).no
    othersNo = (await neighbour.files()).no
    othersPhoto = (await neighbour.uploads(await pictures.jpeg())).id
  })
  afterAll(() => town.close())

  type Case = [name: string, expected: Refusal, input: () => unknown]

  describe('a command', () => {
    it.each<Case>([
      [
        'on somebody else’s ticket',
        [404, 'not-found', 'ticket-missing'],
        () => ({ no: othersNo, key: newKey(), command: { do: 'withdraw' } }),
      ],
      [
        'on a ticket that is not there',
        [404, 'not-found', 'ticket-missing'],
        () => ({ no: 'CFD-20260302-0999-0', key: newKey(), command: { do: 'withdraw' } }),
      ],
      [
        'on a number that is none',
        [404, 'not-found', 'ticket-missing'],
        () => ({ no: '我的工单', key: newKey(), command: { do: 'withdraw' } }),
      ],
      [
        'that this state does not know',
        [409, 'conflict', 'not-now'],
        () => ({ no, key: newKey(), command: { do: 'confirm' } }),
      ],
      [
        'that only officials may give',
        [403, 'forbidden', 'not-yours'],
        () => ({ no, key: newKey(), command: { do: 'dispatch', unit: 'urban' } }),
      ],
      [
        'that only time may give',
        [400, 'invalid', 'malformed', 'command.do'],
        () => ({ no, key: newKey(), command: { do: 'lapse' } }),
      ],
      [
        'that does not exist',
        [400, 'invalid', 'malformed', 'command.do'],
        () => ({ no, key: newKey(), command: { do: 'delete' } }),
      ],
      [
        'without words',
        [400, 'invalid', 'needs-words'],
        () => ({ no, key: newKey(), command: { do: 'add', text: '  ' } }),
      ],
      [
        'with too many words',
        [400, 'invalid', 'text-long', 'command.text'],
        () => ({ no, key: newKey(), command: { do: 'add', text: '堵'.repeat(2_001) } }),
      ],
      [
        'with somebody else’s photo',
        [404, 'not-found', 'photo-missing', 'photos'],
        () => ({ no, key: newKey(), command: { do: 'add', photos: [othersPhoto] } }),
      ],
      [
        'to a unit that does not exist',
        [400, 'invalid', 'unit-unknown', 'unit'],
        () => ({ no, key: newKey(), command: { do: 'dispatch', unit: 'army' } }),
      ],
      [
        'to a group that does not exist',
        [404, 'not-found', 'no-such-group', 'group'],
        () => ({ no, key: newKey(), command: { do: 'join-group', group: 'g1' } }),
      ],
      [
        'to a group without a name',
        [404, 'not-found', 'no-such-group', 'command.group'],
        () => ({ no, key: newKey(), command: { do: 'join-group', group: '' } }),
      ],
      [
        'with six stars',
        [400, 'invalid', 'stars-wrong', 'command.stars'],
        () => ({ no, key: newKey(), command: { do: 'rate', stars: 6 } }),
      ],
      [
        'with half a star',
        [400, 'invalid', 'stars-wrong', 'command.stars'],
        () => ({ no, key: newKey(), command: { do: 'rate', stars: 0.5 } }),
      ],
    ])('%s', async (_, expected, input) => {
      const sent = input()
      expect(await refused(town, (headers) => worker.asks('tickets.act', sent, headers))).toEqual(refusal(expected))
    })

    it('of an official on a ticket that lies with another unit', async () => {
      const sent = { no, key: newKey(), command: { do: 'take' } }
      expect(await refused(town, (headers) => zhao.asks('tickets.act', sent, headers))).toEqual(
        refusal([404, 'not-found', 'ticket-missing']),
      )
    })
  })

  describe('a call', () => {
    it.each<[string, Refusal, string, unknown]>([
      ['to an unknown action', [404, 'not-found', 'unknown-action'], 'tickets.burn', {}],
      ['to an action named like something every object has', [404, 'not-found', 'unknown-action'], '__proto__', {}],
      ['to no action', [404, 'not-found', 'unknown-action'], '', {}],
      ['for officials', [403, 'forbidden', 'not-allowed'], 'desk.queue', { queue: 'open' }],
      [
        'with a cursor longer than any',
        [400, 'invalid', 'malformed', 'after'],
        'tickets.mine',
        { after: 'x'.repeat(401) },
      ],
    ])('%s', async (_, expected, action, input) => {
      expect(await refused(town, (headers) => worker.asks(action, input, headers))).toEqual(refusal(expected))
    })

    it.each(['tickets.file', 'tickets.mine', 'tickets.open', 'tickets.act', 'desk.queue', 'desk.open', 'desk.signOut'])(
      'to %s without a session',
      async (action) => {
        const found = await refused(town, (headers) =>
          town.anyone().asks(action, { no, key: newKey(), command: { do: 'withdraw' } }, headers),
        )
        expect(found).toEqual(refusal([401, 'forbidden', 'signed-out']))
      },
    )

    it('speaks Chinese to whoever says nothing about languages', async () => {
      expect((await town.anyone().isRefused('tickets.mine', {})).message).toBe('请先登录。')
    })
  })

  describe('a look-up', () => {
    it.each<[string, Refusal, () => { no: string; code: string }]>([
      ['with the wrong code', [404, 'not-found', 'lookup-failed', 'code'], () => ({ no, code: '222222' })],
      ['without a code', [404, 'not-found', 'lookup-failed', 'code'], () => ({ no, code: '' })],
      [
        'with a code that is far too long',
        [404, 'not-found', 'lookup-failed', 'code'],
        () => ({ no, code: '2'.repeat(21) }),
      ],
      [
        'of a ticket that is not there',
        [404, 'not-found', 'lookup-failed', 'code'],
        () => ({ no: ticketNumber('CFD', '2026-03-02', 999), code: '222222' }),
      ],
      [
        'with one digit wrong',
        [400, 'invalid', 'number-wrong', 'no'],
        () => ({ no: no.replace('0001', '0002'), code: '222222' }),
      ],
      ['with words for a number', [400, 'invalid', 'number-wrong', 'no'], () => ({ no: '路灯', code: '222222' })],
    ])('%s', async (_, expected, input) => {
      // Twenty tries in ten minutes; each case here takes two.
      town.pass(10)
      expect(await refused(town, (headers) => town.anyone().asks('tickets.lookUp', input(), headers))).toEqual(
        refusal(expected),
      )
    })
  })

  it('left the log without a single failure', () => {
    expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
