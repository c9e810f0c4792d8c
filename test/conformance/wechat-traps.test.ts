/** What only the WeChat driver has to get right: the surprises of the SDK, and a cloud that fails on the way. */
import cloud from 'wx-server-sdk'
import { indexDefinitions, openWechatStore } from '@/drivers/wechat'
import { Conflict, Duplicate, type Store } from '@/server/ports'
import { type Emulator, startEmulator } from '../emulator'
import { empty, lamp, manifest } from './store-cases'

let emulator: Emulator
let store: Store

beforeAll(async () => {
  emulator = await startEmulator()
  emulator.deploy(indexDefinitions(manifest))
  Object.assign(process.env, emulator.environment)
  cloud.init({ env: emulator.environment.TCB_ENV })
  store = await openWechatStore(cloud, manifest)
})
beforeEach(async () => {
  emulator.none()
  await empty(store)
  emulator.seen.length = 0
})
afterAll(() => emulator.close())

/** How often the cloud was asked for this. */
const asked = (action: string) => emulator.seen.filter((seen) => seen === `database.${action}`).length

it('asks once for each operation that one request can do', async () => {
  await store.insert('tickets', 'a', lamp)
  await store.get('tickets', 'a')
  await store.update('tickets', 'a', 1, { set: { status: 'done' }, inc: { heat: 1 } })
  await store.find('tickets', { where: { unit: 'roads' }, by: 'filedAt', limit: 20 })
  await store.remove('tickets', 'a', 2)
  expect(emulator.seen).toHaveLength(5)
})

it('reads no document twice in a transaction', async () => {
  await store.insert('tickets', 'a', lamp)
  emulator.seen.length = 0
  await store.tx(async (tx) => {
    await tx.get('tickets', 'a')
    await tx.update('tickets', 'a', 1, { set: { status: 'done' } })
    await tx.update('tickets', 'a', 2, { inc: { heat: 1 } })
    await tx.insert('events', 'e', { ticket: 'a' })
  })
  expect(asked('getDocument')).toBe(1)
  expect(emulator.seen).toHaveLength(6)
})

it('counts null as 0, as the other drivers do', async () => {
  await store.insert('tickets', 'a', { ...lamp, followers: null })
  await store.update('tickets', 'a', 1, { inc: { followers: 2 } })
  expect(await store.get('tickets', 'a')).toMatchObject({ followers: 2 })
})

it('never writes with a guard that the SDK would drop', async () => {
  await store.insert('tickets', 'a', lamp)
  const version: unknown = undefined
  await expect(store.update('tickets', 'a', version as number, { set: { status: 'x' } })).rejects.toThrow(
    'whole number',
  )
  await expect(store.remove('tickets', 'a', version as number)).rejects.toThrow('whole number')
  expect(await store.get('tickets', 'a')).toMatchObject({ status: 'open', version: 1 })
})

describe('work that meets a duplicate', () => {
  it('is not run again when it passes the duplicate on', async () => {
    await store.insert('events', 'once', { ticket: 'a' })
    let runs = 0
    const attempt = store.tx(async (tx) => {
      runs += 1
      await tx.insert('events', 'once', { ticket: 'b' })
    })
    await expect(attempt).rejects.toBeInstanceOf(Duplicate)
    expect(runs).toBe(1)
  })

  it('is run once more when it goes on, and then without a failure', async () => {
    await store.insert('events', 'once', { ticket: 'a' })
    let runs = 0
    await store.tx(async (tx) => {
      runs += 1
      await tx.insert('events', 'once', { ticket: 'b' }).catch(() => undefined)
    })
    expect(runs).toBe(2)
  })

  it('is a duplicate when a unique key is taken and it goes on all the same', async () => {
    await store.insert('officials', 'li', { phone: '1' })
    const attempt = store.tx(async (tx) => {
      await tx.insert('officials', 'wang', { phone: '1' }).catch(() => undefined)
    })
    await expect(attempt).rejects.toBeInstanceOf(Duplicate)
  })
})

describe('a cloud that fails', () => {
  it.each(['startTransaction', 'getDocument', 'modifyDocument', 'insertDocument', 'commitTransaction'])(
    'in the middle of a transaction, at %s, leaves nothing behind and nothing open',
    async (step) => {
      await store.insert('tickets', 'a', lamp)
      emulator.fail({ times: 1, action: `database.${step}` })
      const attempt = store.tx(async (tx) => {
        await tx.get('tickets', 'a')
        await tx.update('tickets', 'a', 1, { set: { status: 'done' } })
        await tx.insert('events', 'e', { ticket: 'a' })
      })
      await expect(attempt).rejects.toThrow('a test ordered')
      expect(await store.get('tickets', 'a')).toMatchObject({ status: 'open', version: 1 })
      expect(await store.count('events')).toBe(0)
      expect(emulator.transactionsUnderWay()).toBe(0)
    },
  )

  it('is not taken for a collision: the work is not run again', async () => {
    let runs = 0
    emulator.fail({ times: 1, action: 'database.commitTransaction' })
    const attempt = store.tx(async (tx) => {
      runs += 1
      await tx.insert('events', 'e', { ticket: 'a' })
    })
    await expect(attempt).rejects.toThrow()
    expect(runs).toBe(1)
  })

  it('may have committed although it did not say so: an error, and never half', async () => {
    await store.insert('tickets', 'a', lamp)
    emulator.fail({ times: 1, action: 'database.commitTransaction', after: true })
    const attempt = store.tx(async (tx) => {
      await tx.update('tickets', 'a', 1, { set: { status: 'done' } })
      await tx.insert('events', 'e', { ticket: 'a' })
    })
    await expect(attempt).rejects.toThrow()
    expect(await store.get('tickets', 'a')).toMatchObject({ status: 'done', version: 2 })
    expect(await store.count('events')).toBe(1)
  })

  it('may have written although it did not say so: the next try is a Conflict and not a second write', async () => {
    await store.insert('tickets', 'a', lamp)
    emulator.fail({ times: 1, action: 'database.modifyDocument', after: true })
    await expect(store.update('tickets', 'a', 1, { inc: { heat: 1 } })).rejects.toThrow()
    await expect(store.update('tickets', 'a', 1, { inc: { heat: 1 } })).rejects.toBeInstanceOf(Conflict)
    expect(await store.get('tickets', 'a')).toMatchObject({ heat: 4, version: 2 })
  })
})

it('gives up with a Conflict when others never let it through', async () => {
  await store.insert('tickets', 'a', lamp)
  let runs = 0
  const attempt = store.tx(async (tx) => {
    runs += 1
    const ticket = await tx.get('tickets', 'a')
    await store.update('tickets', 'a', ticket?.version ?? 0, { inc: { heat: 1 } })
    await tx.update('tickets', 'a', ticket?.version ?? 0, { inc: { heat: 1 } })
  })
  await expect(attempt).rejects.toBeInstanceOf(Conflict)
  expect(runs).toBe(40)
  expect(emulator.transactionsUnderWay()).toBe(0)
}, 20_000)
