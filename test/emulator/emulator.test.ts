/**
 * The emulator, asked by the real SDK. What the SDK does with it is written down here too: each of these surprises is
 * one that the WeChat driver lives with.
 */
import cloud from 'wx-server-sdk'
import type { Collection, Database, Transaction } from '@/drivers/wechat/cloud'
import { databaseOf } from '@/drivers/wechat/cloud'
import { type Emulator, startEmulator } from '.'

let emulator: Emulator
let database: Database
let things: Collection
let later = 0

beforeAll(async () => {
  emulator = await startEmulator({ clock: () => Date.now() + later })
  emulator.deploy([
    { collection_name: 'things', create_indexes: [] },
    {
      collection_name: 'people',
      create_indexes: [{ name: 'phone', unique: true, keys: [{ name: 'phone', direction: '1' }] }],
    },
  ])
  Object.assign(process.env, emulator.environment)
  cloud.init({ env: emulator.environment.TCB_ENV })
  database = databaseOf(cloud)
  things = database.collection('things')
})
beforeEach(async () => {
  emulator.none()
  later = 0
  for (const name of ['things', 'people']) await database.collection(name).where({}).remove()
})
afterAll(() => emulator.close())

const add = (_id: string, fields: object = {}) => things.add({ data: { _id, ...fields } })
const read = async (id: string) => (await things.doc(id).get()).data

describe('a request', () => {
  it('is refused when it is signed with another key', async () => {
    const { TENCENTCLOUD_SECRETKEY: key } = process.env
    process.env.TENCENTCLOUD_SECRETKEY = 'another key'
    await expect(things.where({}).get()).rejects.toThrow('signature does not match')
    process.env.TENCENTCLOUD_SECRETKEY = key
  })

  it('is refused when it is not signed', async () => {
    const reply = await fetch(emulator.url, { method: 'POST', body: '{"action":"database.startTransaction"}' })
    expect(await reply.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })

  it('fails as often as a test orders', async () => {
    emulator.fail({ times: 2, action: 'database.getDocument' })
    await add('a')
    for (const _ of [1, 2]) await expect(read('a')).rejects.toMatchObject({ errCode: -501001 })
    expect(await read('a')).toEqual({ _id: 'a' })
  })

  it('may be done although its reply is lost', async () => {
    emulator.fail({ times: 1, after: true })
    await expect(add('a')).rejects.toThrow()
    expect(await read('a')).toEqual({ _id: 'a' })
  })

  it('takes longer when a test says so', async () => {
    emulator.delay(80)
    const start = performance.now()
    await read('a')
    expect(performance.now() - start).toBeGreaterThan(75)
  })

  it('about a collection that is not there is an error', async () => {
    await expect(database.collection('nowhere').where({}).get()).rejects.toMatchObject({ errCode: -502005 })
  })
})

describe('a query', () => {
  it('gives 100 documents unless it is told, and never more than 1000', async () => {
    for (let n = 0; n < 11; n += 1) {
      await things.add({ data: Array.from({ length: 100 }, (_, m) => ({ n: n * 100 + m })) as never })
    }
    expect((await things.where({}).get()).data).toHaveLength(100)
    expect((await things.where({}).limit(5000).get()).data).toHaveLength(1000)
    expect((await things.where({}).count()).total).toBe(1100)
    expect((await things.where({}).orderBy('n', 'desc').limit(2).get()).data).toMatchObject([{ n: 1099 }, { n: 1098 }])
  })

  it('whose answer is larger than 1 MB is an error', async () => {
    for (const id of ['a', 'b']) await add(id, { text: 'x'.repeat(600_000) })
    await expect(things.where({}).get()).rejects.toThrow('1MB')
    expect(await read('a')).toMatchObject({ _id: 'a' })
  })

  it('loses a condition that is undefined', async () => {
    await add('a', { owner: 'li', open: true })
    expect((await things.where({ owner: undefined, open: true }).get()).data).toHaveLength(1)
  })

  it('finds no document where there is none', async () => {
    expect(await read('nobody')).toBeNull()
  })
})

describe('a write', () => {
  it('merges an object into the old one, unless told to set it', async () => {
    await add('a', { place: { road: '唐海路', no: 1 } })
    await things.doc('a').update({ data: { place: { no: 2 } } })
    expect(await read('a')).toMatchObject({ place: { road: '唐海路', no: 2 } })
    await things.doc('a').update({ data: { place: database.command.set({ no: 3 }) } })
    expect(await read('a')).toEqual({ _id: 'a', place: { no: 3 } })
  })

  it('counts what it changed, not what it found', async () => {
    await add('a', { n: 1 })
    expect(await things.where({ _id: 'a' }).update({ data: { n: 1 } })).toMatchObject({ stats: { updated: 0 } })
  })

  it('cannot add to text', async () => {
    await add('a', { n: 'one' })
    await expect(things.doc('a').update({ data: { n: database.command.inc(1) } })).rejects.toThrow('non-numeric')
  })

  it('of a key that is taken is an E11000, and only one may lack the key', async () => {
    const people = database.collection('people')
    await people.add({ data: { _id: 'li', phone: '1' } })
    await expect(people.add({ data: { _id: 'li', phone: '2' } })).rejects.toThrow('E11000')
    await expect(people.add({ data: { _id: 'wang', phone: '1' } })).rejects.toMatchObject({ errCode: -502001 })
    await people.add({ data: { _id: 'zhao' } })
    await expect(people.add({ data: { _id: 'qian' } })).rejects.toThrow('E11000')
  })

  it('waits for a transaction that holds its document', async () => {
    await add('a', { n: 1 })
    const transaction = await database.startTransaction()
    await transaction
      .collection('things')
      .doc('a')
      .update({ data: { n: 2 } })
    const outside = things.doc('a').update({ data: { m: 3 } })
    await transaction.commit()
    await outside
    expect(await read('a')).toEqual({ _id: 'a', n: 2, m: 3 })
  })
})

describe('a transaction', () => {
  const inside = (transaction: Transaction) => transaction.collection('things')

  it('sees the moment it began', async () => {
    for (const id of ['a', 'b']) await add(id, { n: 1 })
    const transaction = await database.startTransaction()
    await things.doc('a').update({ data: { n: 2 } })
    await things.doc('b').remove()
    await add('c')
    const documents = ['a', 'b', 'c'].map((id) => inside(transaction).doc(id))
    expect((await documents[0]!.get()).data).toMatchObject({ n: 1 })
    expect((await documents[1]!.get()).data).toMatchObject({ n: 1 })
    expect((await documents[2]!.get()).data).toBeNull()
    await transaction.rollback()
    expect(await read('a')).toMatchObject({ n: 2 })
  })

  it('collides with a write that came first, also when it changes nothing itself', async () => {
    await add('a', { n: 1 })
    const first = await database.startTransaction()
    const second = await database.startTransaction()
    await inside(first)
      .doc('a')
      .update({ data: { n: 1 } })
    await expect(
      inside(second)
        .doc('a')
        .update({ data: { n: 1 } }),
    ).rejects.toMatchObject({ errCode: -501001 })
    await first.commit()
    const third = await database.startTransaction()
    await things.doc('a').update({ data: { n: 2 } })
    await expect(
      inside(third)
        .doc('a')
        .update({ data: { n: 2 } }),
    ).rejects.toThrow('TransactionConflict')
  })

  it('is over after an error, as in Mongo', async () => {
    await add('a')
    const transaction = await database.startTransaction()
    await inside(transaction).add({ data: { _id: 'b' } })
    await expect(inside(transaction).add({ data: { _id: 'a' } })).rejects.toThrow('E11000')
    await expect(transaction.commit()).rejects.toMatchObject({ message: expect.stringContaining('NotExist') })
    expect(await read('b')).toBeNull()
  })

  it('does one thing at a time', async () => {
    const transaction = await database.startTransaction()
    const both = ['a', 'b'].map((_id) => inside(transaction).add({ data: { _id } }))
    await expect(Promise.all(both)).rejects.toThrow('TransactionBusy')
    await Promise.allSettled(both)
    await transaction.rollback()
  })

  it('is forgotten after 30 seconds, with what it wrote', async () => {
    const transaction = await database.startTransaction()
    await inside(transaction).add({ data: { _id: 'a' } })
    later = 31_000
    await expect(transaction.commit()).rejects.toMatchObject({ message: expect.stringContaining('NotExist') })
    expect(await read('a')).toBeNull()
    expect(emulator.transactionsUnderWay()).toBe(0)
  })

  it('does not hold a write with a condition, which happens at once and stays', async () => {
    await add('a', { n: 1 })
    const transaction = await database.startTransaction()
    const selection = inside(transaction) as Collection
    await selection.where({ n: 1 }).update({ data: { n: 2 } })
    await transaction.rollback()
    expect(await read('a')).toMatchObject({ n: 2 })
  })
})
