import { Conflict, Duplicate, Missing, type Store } from '@/server/ports'
import { empty, lamp, type Opened, type Ticket } from './store-cases'
import { listCases } from './store-lists'
import { survivalCases } from './store-survival'
import { transactionCases } from './store-transactions'

/** What is special about the place under test. */
export type Place = { writer: () => string[]; lacking: 'many' | 'one' }

/**
 * The promises of the Store port, for every driver. `open` opens the same place each time, with the manifest of
 * store-cases. `writer` gives the arguments that make store-writer.ts write to that place. `lacking` says what drivers
 * differ in: whether several documents may lack a unique key, or only one as on Mongo.
 */
export function storeConforms(name: string, open: () => Promise<Store>, { writer, lacking }: Place): void {
  describe(`${name} keeps the promises of a store`, () => {
    const opened: Opened = { store: notOpened() }
    beforeAll(async () => {
      opened.store = await open()
    })
    beforeEach(() => empty(opened.store))
    afterAll(() => opened.store.close())

    describe('one document', () => documentCases(opened))
    describe('a change to a document', () => changeCases(opened, lacking))
    describe('what is refused', () => refusalCases(opened))
    describe('a list', () => listCases(opened))
    describe('a transaction', () => transactionCases(opened))
    describe('survival', () => survivalCases(opened, open, writer))
  })
}

function notOpened(): Store {
  const refuse = () => Promise.reject(new Error('the store is not open'))
  return {
    get: refuse,
    insert: refuse,
    update: refuse,
    remove: refuse,
    find: refuse,
    count: refuse,
    tx: refuse,
    close: refuse,
  }
}

function documentCases(opened: Opened): void {
  it('comes back as it was stored, with its id and version 1', async () => {
    const { store } = opened
    expect(await store.insert('tickets', 'a', lamp)).toEqual({ ...lamp, id: 'a', version: 1 })
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, id: 'a', version: 1 })
  })

  it('is null when there is none', async () => {
    expect(await opened.store.get('tickets', 'nobody')).toBeNull()
  })

  it('is a Duplicate the second time, and the first one stays', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await expect(store.insert('tickets', 'a', { ...lamp, text: 'second' })).rejects.toBeInstanceOf(Duplicate)
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, id: 'a', version: 1 })
  })

  it('may carry its own id and version, which are not stored twice', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', { ...lamp, id: 'a', version: 7 })
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, id: 'a', version: 1 })
    await expect(store.insert('tickets', 'b', { ...lamp, id: 'a' })).rejects.toThrow('another id')
  })

  it('is in its collection only', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    expect(await store.get('events', 'a')).toBeNull()
    await store.insert('events', 'a', { ticket: 'a' })
    expect(await store.get('tickets', 'a')).toMatchObject({ text: lamp.text })
  })

  it('is a copy: changing what was given or returned changes nothing stored', async () => {
    const { store } = opened
    const given = { ...lamp, place: { road: '唐海路' } }
    const returned = await store.insert('tickets', 'a', given)
    given.place.road = 'changed'
    returned.place.road = 'changed'
    const read = await store.get<Ticket>('tickets', 'a')
    Object.assign(read?.place ?? {}, { road: 'changed' })
    expect(await store.get('tickets', 'a')).toMatchObject({ place: { road: '唐海路' } })
  })

  it.each([
    ['quotes and backslashes', `O'Brien said "no"; \\ -- drop table tickets; $1 ?1 %s`],
    ['Chinese, rare characters and emoji', '曹妃甸区𠮷野家 👨‍👩‍👧‍👦 é vs e\u0301'],
    ['lines, tabs and odd spaces', ' a\r\n\tb\u00a0\u2028\u200b\ufeff '],
    ['nothing', ''],
    ['words that mean something elsewhere', 'null'],
  ])('keeps text unchanged: %s', async (_, text) => {
    const { store } = opened
    await store.insert('tickets', `id ${text}`, { ...lamp, unit: text, text })
    expect(await store.get('tickets', `id ${text}`)).toMatchObject({ unit: text, text })
    expect(await store.count('tickets', { unit: text })).toBe(1)
  })

  it.each([
    ['numbers', { heat: -1.5e-7, place: { lng: 118.460379, big: 2 ** 53 - 1, zero: 0 } }],
    ['what looks like a place on a map', { place: { type: 'Point', coordinates: [118.46, 39.27] } }],
    ['booleans', { urgent: false, place: { shown: true } }],
    [
      'null, empty and nested values',
      { place: { none: null, list: [], deep: { a: [1, [2, { b: '3' }]] } }, tags: [{}] },
    ],
  ])('keeps %s unchanged', async (_, fields) => {
    const { store } = opened
    await store.insert('tickets', 'a', { ...lamp, ...fields })
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, ...fields, id: 'a', version: 1 })
  })
}

function changeCases(opened: Opened, lacking: Place['lacking']): void {
  it('raises the version by one and leaves the other fields', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    expect(await store.update('tickets', 'a', 1, { set: { status: 'done' } })).toBe(2)
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, status: 'done', id: 'a', version: 2 })
  })

  it('to an old version is a Conflict and changes nothing', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await store.update('tickets', 'a', 1, { set: { status: 'done' } })
    await expect(store.update('tickets', 'a', 1, { set: { status: 'late' } })).rejects.toBeInstanceOf(Conflict)
    await expect(store.remove('tickets', 'a', 1)).rejects.toBeInstanceOf(Conflict)
    expect(await store.get('tickets', 'a')).toMatchObject({ status: 'done', version: 2 })
  })

  it('to a document that is not there is Missing', async () => {
    const { store } = opened
    await expect(store.update('tickets', 'a', 1, { set: { status: 'done' } })).rejects.toBeInstanceOf(Missing)
    await expect(store.remove('tickets', 'a', 1)).rejects.toBeInstanceOf(Missing)
  })

  it('to the same value is a new version all the same', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    expect(await store.update('tickets', 'a', 1, { set: { status: lamp.status } })).toBe(2)
    expect(await store.update('tickets', 'a', 2, {})).toBe(3)
  })

  it('sets an object whole, without mixing in the old one', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', { ...lamp, place: { road: '唐海路', lng: 118.4 } })
    await store.update('tickets', 'a', 1, { set: { place: { road: '新城大街' } } })
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, place: { road: '新城大街' }, id: 'a', version: 2 })
  })

  it('unsets a field, which then meets no condition', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await store.update('tickets', 'a', 1, { unset: ['heat', 'neverThere'] })
    const { heat: _, ...rest } = lamp
    expect(await store.get('tickets', 'a')).toEqual({ ...rest, id: 'a', version: 2 })
    expect(await store.count('tickets', { heat: { gte: 0 } })).toBe(0)
  })

  it('adds to a number, counting an absent one as 0', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await store.update('tickets', 'a', 1, { inc: { heat: -1, followers: 5 } })
    expect(await store.get('tickets', 'a')).toMatchObject({ heat: 2, followers: 5 })
    expect(await store.count('tickets', { heat: 2 })).toBe(1)
  })

  it('has one winner when ten race for the same version', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    // All have read it, so that all have a connection and start at the same moment.
    await Promise.all(Array.from({ length: 10 }, () => store.get('tickets', 'a')))
    const racers = Array.from({ length: 10 }, (_, n) =>
      store.update('tickets', 'a', 1, { set: { text: `racer ${n}` } }),
    )
    const results = await Promise.allSettled(racers)
    const losers = results.filter((result) => result.status === 'rejected')
    expect(losers).toHaveLength(9)
    for (const loser of losers) expect(loser.reason).toBeInstanceOf(Conflict)
    const winner = results.findIndex((result) => result.status === 'fulfilled')
    expect(await store.get('tickets', 'a')).toMatchObject({ text: `racer ${winner}`, version: 2 })
  })

  it('removes the document, whose id is then free again', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await store.remove('tickets', 'a', 1)
    expect(await store.get('tickets', 'a')).toBeNull()
    expect(await store.insert('tickets', 'a', lamp)).toMatchObject({ version: 1 })
  })

  it('cannot give two documents the same unique key, by insert or by update', async () => {
    const { store } = opened
    await store.insert('officials', 'li', { phone: '1' })
    await store.insert('officials', 'wang', { phone: '2' })
    await expect(store.insert('officials', 'zhao', { phone: '1' })).rejects.toBeInstanceOf(Duplicate)
    await expect(store.update('officials', 'wang', 1, { set: { phone: '1' } })).rejects.toBeInstanceOf(Duplicate)
    expect(await store.count('officials')).toBe(2)
    expect(await store.get('officials', 'wang')).toEqual({ phone: '2', id: 'wang', version: 1 })
  })

  it(`lets ${lacking} lack a unique key`, async () => {
    const { store } = opened
    await store.insert('officials', 'li', {})
    const second = store.insert('officials', 'wang', {})
    if (lacking === 'many') await expect(second).resolves.toMatchObject({ version: 1 })
    else await expect(second).rejects.toBeInstanceOf(Duplicate)
  })
}

function refusalCases(opened: Opened): void {
  it.each([
    ['undefined', { ...lamp, text: undefined }],
    ['undefined deep inside', { ...lamp, tags: [{ name: undefined }] }],
    ['a Date', { ...lamp, place: { seenAt: new Date(0) } }],
    ['NaN', { ...lamp, heat: Number.NaN }],
    ['text with NUL', { ...lamp, text: 'a\0b' }],
    ['half a character', { ...lamp, text: '\ud83d' }],
    ['a declared field of another type', { ...lamp, heat: 'hot' }],
    ['a field with a path for a name', { ...lamp, 'place.road': '唐海路' }],
    ['a key with a path for a name', { ...lamp, place: { 'road.no': 1 } }],
    ['a key that is an operator', { ...lamp, place: { $date: '2024-05-01' } }],
  ])('a document that holds %s', async (_, value) => {
    const { store } = opened
    await expect(store.insert('tickets', 'a', value)).rejects.toThrow()
    await store.insert('tickets', 'b', lamp)
    await expect(store.update('tickets', 'b', 1, { set: value })).rejects.toThrow()
    expect(await store.count('tickets')).toBe(1)
    expect(await store.get('tickets', 'b')).toEqual({ ...lamp, id: 'b', version: 1 })
  })

  it.each([
    ['adds to text', { inc: { text: 1 } }],
    ['changes the id', { set: { id: 'b' } }],
    ['changes the version', { inc: { version: 1 } }],
    ['sets and unsets one field', { set: { text: 'a' }, unset: ['text'] }],
  ])('a patch that %s', async (_, patch) => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await expect(store.update('tickets', 'a', 1, patch)).rejects.toThrow()
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, id: 'a', version: 1 })
  })

  it('a collection that is not declared', async () => {
    const { store } = opened
    const name = 'tickets" where 1=1; --'
    await expect(store.get(name, 'a')).rejects.toThrow('not declared')
    await expect(store.insert(name, 'a', {})).rejects.toThrow('not declared')
    await expect(store.find(name, { by: 'id', limit: 1 })).rejects.toThrow('not declared')
    await expect(store.get('constructor', 'a')).rejects.toThrow('not declared')
  })

  it('an empty id', async () => {
    await expect(opened.store.insert('tickets', '', lamp)).rejects.toThrow()
    await expect(opened.store.get('tickets', '')).rejects.toThrow()
  })
}
