import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { openPostgres, openSqlite } from '@/drivers/sql'
import { storeConforms } from './store'
import { manifest } from './store-cases'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minhu-store-'))
const file = path.join(folder, 'store.db')
afterAll(() => fs.rmSync(folder, { recursive: true }))

storeConforms('SQLite', () => openSqlite(file, manifest), { writer: () => ['sqlite', file], lacking: 'many' })

const url = process.env.MINHU_TEST_PG
if (url) describePostgres(url)
else describe.skip('PostgreSQL: skipped, MINHU_TEST_PG is not set', () => it('keeps the promises of a store', () => {}))

/** In a schema of its own, so that a database with other things in it may be used. */
function describePostgres(database: string): void {
  const schema = `minhu_conformance_${process.pid}`
  const place = new URL(database)
  place.searchParams.set('options', `-c search_path=${schema}`)
  const admin = new Client({ connectionString: database })

  describe('with a schema', () => {
    beforeAll(async () => {
      await admin.connect()
      await admin.query(`create schema ${schema}`)
    })
    afterAll(async () => {
      await admin.query(`drop schema ${schema} cascade`)
      await admin.end()
    })
    storeConforms('PostgreSQL', () => openPostgres(place.href, manifest), {
      writer: () => ['postgres', place.href],
      lacking: 'many',
    })
  })
}
