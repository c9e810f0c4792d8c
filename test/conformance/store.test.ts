import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openPostgres, openSqlite } from '@/drivers/sql'
import { type Database, newDatabase } from '../databases'
import { storeConforms } from './store'
import { manifest } from './store-cases'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minhu-store-'))
const file = path.join(folder, 'store.db')
afterAll(() => fs.rmSync(folder, { recursive: true }))

storeConforms('SQLite', () => openSqlite(file, manifest), { writer: () => ['sqlite', file], lacking: 'many' })

const url = process.env.MINHU_TEST_PG
if (url) describe('with a server', () => describePostgres(url))
else describe.skip('PostgreSQL: skipped, MINHU_TEST_PG is not set', () => it('keeps the promises of a store', () => {}))

function describePostgres(server: string): void {
  let database: Database
  beforeAll(async () => {
    database = await newDatabase(server, `minhu_conformance_${process.pid}`)
  })
  afterAll(() => database.remove())
  storeConforms('PostgreSQL', () => openPostgres(database.url, manifest), {
    writer: () => ['postgres', database.url],
    lacking: 'many',
  })
}
