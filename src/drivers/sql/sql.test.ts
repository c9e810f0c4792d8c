import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import type { Manifest, Query } from '@/server/ports'
import { openSqlite } from '.'
import { pageStatement } from './query'
import { tablesOf } from './table'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minhu-sql-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

let files = 0
function newFile(): string {
  files += 1
  return path.join(folder, `${files}.db`)
}

const plain: Manifest = { tickets: { fields: { unit: 'text' }, indexes: [{ name: 'unit', keys: [['unit', 'asc']] }] } }
const grown: Manifest = {
  tickets: {
    fields: { unit: 'text', heat: 'number', urgent: 'boolean' },
    indexes: [
      {
        name: 'unit',
        keys: [
          ['unit', 'asc'],
          ['heat', 'desc'],
        ],
      },
    ],
  },
}

describe('a manifest that has grown', () => {
  it('finds old documents by a field that was declared later', async () => {
    const file = newFile()
    const before = await openSqlite(file, plain)
    for (let n = 0; n < 1200; n += 1) {
      await before.insert('tickets', `t${n}`, { unit: 'roads', urgent: n % 2 === 0, ...(n % 3 ? { heat: n } : {}) })
    }
    await before.close()
    const after = await openSqlite(file, grown)
    expect(await after.count('tickets', { urgent: true })).toBe(600)
    expect(await after.count('tickets', { heat: { gte: 0 } })).toBe(800)
    expect(await after.get('tickets', 't7')).toEqual({ unit: 'roads', urgent: false, heat: 7, id: 't7', version: 1 })
    await after.close()
  })

  it('does not open when old documents do not fit, and leaves the file as it was', async () => {
    const file = newFile()
    const before = await openSqlite(file, plain)
    await before.insert('tickets', 'a', { unit: 'roads', heat: 'hot' })
    await before.close()
    await expect(openSqlite(file, grown)).rejects.toThrow('tickets.heat is declared number')
    const again = await openSqlite(file, plain)
    expect(await again.count('tickets')).toBe(1)
    await again.close()
  })

  it('builds a changed index anew and removes the old one', async () => {
    const file = newFile()
    for (const manifest of [plain, grown, grown]) await (await openSqlite(file, manifest)).close()
    const database = new Database(file)
    const rows = database
      .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
      .all([])
    database.close()
    expect(rows).toEqual([expect.objectContaining({ sql: expect.stringContaining('"f_heat" desc, id desc') })])
  })

  it.each([
    ['a name that is not one', { 'tickets; drop': { fields: {}, indexes: [] } }],
    ['a field called version', { tickets: { fields: { version: 'number' }, indexes: [] } }],
    ['an index on nothing', { tickets: { fields: {}, indexes: [{ name: 'none', keys: [] }] } }],
    [
      'an index on an undeclared field',
      { tickets: { fields: {}, indexes: [{ name: 'unit', keys: [['unit', 'asc']] }] } },
    ],
  ] satisfies [string, Manifest][])('refuses %s', async (_, manifest) => {
    await expect(openSqlite(newFile(), manifest)).rejects.toThrow('manifest')
  })
})

describe('one file opened twice', () => {
  it('takes the writes of both, each seeing the other, even while one is in a transaction', async () => {
    const file = newFile()
    const [a, b] = await Promise.all([openSqlite(file, plain), openSqlite(file, plain)])
    const writes = Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? a : b).tx(async (tx) => {
        await tx.insert('tickets', `t${n}`, { unit: 'roads' })
        await new Promise((resolve) => setTimeout(resolve, 2))
      }),
    )
    await Promise.all([
      ...writes,
      a.insert('tickets', 'x', { unit: 'roads' }),
      b.insert('tickets', 'y', { unit: 'roads' }),
    ])
    expect(await a.count('tickets')).toBe(42)
    expect(await b.count('tickets')).toBe(42)
    await Promise.all([a.close(), b.close()])
  }, 30_000)
})

describe('a page is read from an index, not sorted out of all documents', () => {
  const manifest: Manifest = {
    tickets: {
      fields: { unit: 'text', status: 'text', filedAt: 'text' },
      indexes: [
        { name: 'filed', keys: [['filedAt', 'desc']] },
        {
          name: 'queue',
          keys: [
            ['unit', 'asc'],
            ['status', 'asc'],
            ['filedAt', 'desc'],
          ],
        },
      ],
    },
  }
  const start = Buffer.from('["filedAt","desc","2024","t"]').toString('base64url')
  const queue = { unit: 'roads', status: 'open' }
  const queues = { unit: 'roads', status: { in: ['open', 'handling'] } }
  const newest: Query = { by: 'filedAt', dir: 'desc', limit: 20 }
  it.each([
    ['the newest', newest, /SCAN tickets USING INDEX ix_tickets_filed|\(f_filedAt>\?\)/],
    ['the newest, a later page', { ...newest, after: start }, /\(\(f_filedAt,id\)<\(\?,\?\)\)/],
    ['the oldest', { ...newest, dir: 'asc' }, /ix_tickets_filed/],
    ['a queue', { ...newest, where: queue }, /\(f_unit=\? AND f_status=\?/],
    ['a queue, a later page', { ...newest, where: queue, after: start }, /f_status=\? AND \(f_filedAt,id\)<\(\?,\?\)/],
    ['several queues', { ...newest, where: queues, after: start }, /f_status=\? AND \(f_filedAt,id\)<\(\?,\?\)/],
  ] satisfies [string, Query, RegExp][])('%s', async (_, query, expected) => {
    const file = newFile()
    await (await openSqlite(file, manifest)).close()
    const table = tablesOf(manifest).get('tickets')
    if (!table) throw new Error('no such table')
    const { sql, params } = pageStatement(table, query)
    const database = new Database(file)
    const plan = JSON.stringify(database.prepare(`explain query plan ${sql.replace(/\$/g, '?')}`).all(params))
    database.close()
    expect(plan).toMatch(expected)
    if (!sql.includes('union')) expect(plan).not.toContain('TEMP B-TREE')
  })
})
