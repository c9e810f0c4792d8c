/**
 * Writes until it is killed, saying each id once its write is acknowledged:
 * `node --import tsx store-writer.ts sqlite <file> <prefix>` or `… postgres <url> <prefix>`.
 */
import { openPostgres, openSqlite } from '@/drivers/sql'
import { lamp, manifest } from './store-cases'

async function writeForever([kind, place = '', prefix = '']: string[]): Promise<never> {
  const open = kind === 'postgres' ? openPostgres : openSqlite
  const store = await open(place, manifest)
  for (let n = 0; ; n += 1) {
    const id = `${prefix}-${n}`
    await store.tx(async (tx) => {
      await tx.insert('tickets', id, { ...lamp, status: 'new' })
      await tx.update('tickets', id, 1, { set: { status: 'open' } })
      await tx.insert('events', id, { ticket: id })
    })
    process.stdout.write(`${id}\n`)
  }
}

void writeForever(process.argv.slice(2))
