import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Answer } from '@/contract'
import type { TicketView } from '@/contract/tickets'
import type { Actor } from '@/core/actor'
import { caofeidian } from '@/district/caofeidian/district'
import { openSqlite } from '@/drivers/sql'
import { reads } from '../../test/reads'
import { beijing, people, year2026 } from '../../test/situations'
import type { Context } from './context'
import { handle } from './handle'
import { manifest } from './manifest'
import { Conflict, type Store } from './ports'

let folder: string
let store: Store
let drawn = 0
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-tickets-'))
  store = await openSqlite(path.join(folder, 'minhu.sqlite'), manifest)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const context = (caller: Actor, through = store): Context => ({
  caller,
  lang: 'zh',
  address: '127.0.0.1',
  now: new Date(beijing('Mon 2026-03-02 10:00')),
  store: through,
  files: { put: jest.fn(), urls: jest.fn(), remove: jest.fn() },
  district: caofeidian,
  calendar: year2026,
  chance: { bytes: (count) => new Uint8Array(count).fill(drawn++) },
  ...reads,
  log: { info: () => undefined, error: () => undefined },
  production: true,
})

/** The store as a slow caller sees it: between what they read and what they write, somebody else has been there. */
function overtaken(times: number, by: () => Promise<unknown>): Store {
  let left = times
  return {
    ...store,
    tx: async (work) => {
      if (left-- > 0) await by()
      return store.tx(work)
    },
  }
}

let keys = 0
const newKey = () => `key-of-sixteen-or-more-${keys++}`
const filing = (key = newKey()) => ({
  key,
  kind: 'complaint',
  category: 'traffic',
  text: '高速出口早上堵得厉害',
  place: {},
  photos: [],
  visibility: 'anonymous',
})
const file = (input = filing(), through = store) => handle('tickets.file', input, context(people.driver, through))
const act = (who: Actor, no: string, command: object, through = store, key = newKey()) =>
  handle('tickets.act', { no, key, command }, context(who, through))

const seen = (answer: Answer<unknown>): TicketView => {
  if (!answer.ok) throw new Error(`refused: ${answer.error.reason}`)
  return answer.data as TicketView
}
async function history(no: string) {
  const answer = await handle('desk.open', { no }, context(people.dispatcher))
  if (!answer.ok) throw new Error(`refused: ${answer.error.reason}`)
  return (answer.data as { ticket: TicketView }).ticket.history
}

/** A complaint that lies with the transport bureau. */
async function dispatched(): Promise<string> {
  const { no } = seen(await file())
  seen(await act(people.dispatcher, no, { do: 'dispatch', unit: 'transport' }))
  return no
}

describe('a command that was overtaken', () => {
  it('is decided anew on what is there now: a colleague took the ticket first', async () => {
    const no = await dispatched()
    const through = overtaken(1, () => act(people.handler, no, { do: 'take' }))
    const answer = await act(people.colleague, no, { do: 'take' }, through)
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'conflict', reason: 'taken', message: '李强刚刚接办了这件工单。' },
    })
    expect((await history(no)).filter(({ did }) => did === 'take')).toHaveLength(1)
  })

  it('is done all the same when the two do not get in each other’s way', async () => {
    const no = await dispatched()
    const through = overtaken(2, () => act(people.handler, no, { do: 'reply', text: '我们去现场' }))
    seen(await act(people.colleague, no, { do: 'reply', text: '正在路上' }, through))
    const texts = (await history(no)).filter(({ did }) => did === 'reply').map(({ text }) => text)
    expect(texts).toEqual(['我们去现场', '我们去现场', '正在路上'])
  })

  it('is refused when the citizen has taken the ticket back in between', async () => {
    const no = await dispatched()
    const through = overtaken(1, () => act(people.driver, no, { do: 'withdraw' }))
    expect(await act(people.handler, no, { do: 'take' }, through)).toMatchObject({
      ok: false,
      error: { reason: 'not-now' },
    })
  })

  it('gives up after some tries and says that somebody has changed the ticket; nothing is half-written', async () => {
    const no = await dispatched()
    const through = overtaken(99, () => act(people.handler, no, { do: 'reply', text: '我们去现场' }))
    const answer = await act(people.colleague, no, { do: 'reply', text: '正在路上' }, through)
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'changed' } })
    expect((await history(no)).map(({ text }) => text)).not.toContain('正在路上')
  })

  it('is done once when it is its own second copy that was faster', async () => {
    const no = await dispatched()
    const key = newKey()
    const command = { do: 'reply', text: '正在路上' }
    const through = overtaken(1, () => act(people.colleague, no, command, store, key))
    seen(await act(people.colleague, no, command, through, key))
    expect((await history(no)).filter(({ did }) => did === 'reply')).toHaveLength(1)
  })

  it('is done once when its second copy was faster between the reading of the two tickets it merges', async () => {
    const [lead, no] = [await dispatched(), await dispatched()]
    const key = newKey()
    const command = { do: 'merge', into: lead, text: '两件合并办理' }
    let first = true
    const get: Store['get'] = async (collection, id) => {
      if (id === lead && first) {
        first = false
        seen(await act(people.handler, no, command, store, key))
      }
      return store.get(collection, id)
    }
    seen(await act(people.handler, no, command, { ...store, get }, key))
    expect((await history(lead)).filter(({ did }) => did === 'absorb')).toHaveLength(1)
  })
})

describe('a filing that was overtaken', () => {
  it('by its own second copy is the same ticket', async () => {
    const input = filing()
    let faster: Answer<unknown> | undefined
    const through = overtaken(1, async () => {
      faster = await file(input)
    })
    const slower = await file(input, through)
    expect(slower).toEqual(faster)
    expect(await store.count('tickets')).toBe(1)
  })

  it('by another one keeps the number it has taken', async () => {
    const through = overtaken(1, () => file())
    expect(seen(await file(filing(), through)).no).toMatch(/^CFD-20260302-0001-/)
    expect(await store.count('tickets')).toBe(2)
  })
})

describe('a store in which transactions collide', () => {
  const colliding = (times: number): Store => {
    let left = times
    return { ...store, tx: (work) => (left-- > 0 ? Promise.reject(new Conflict()) : store.tx(work)) }
  }

  it('files the ticket at the next try', async () => {
    expect(seen(await file(filing(), colliding(2))).no).toMatch(/^CFD-20260302-0001-/)
  })

  it('says after some tries that it did not work, and the same filing works later', async () => {
    const input = filing()
    expect(await file(input, colliding(9_999))).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await store.count('tickets')).toBe(0)
    expect(seen(await file(input)).status).toBe('submitted')
  })
})

describe('a filing sent again', () => {
  it('finds its ticket although the asker has filed as often as they may', async () => {
    const input = filing()
    const first = await file(input)
    let last: Answer<unknown> = first
    for (let n = 0; n < 30; n++) last = await file()
    expect(last).toMatchObject({ ok: false, error: { reason: 'too-often' } })
    expect(await file(input)).toEqual(first)
  })
})
