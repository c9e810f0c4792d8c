/**
 * Writes until it is killed, saying each id once its write is acknowledged:
 * `node --import tsx store-writer.ts sqlite <file> <prefix>`, `… postgres <url> <prefix>` or `… wechat <url> <prefix>`.
 */
import cloud from 'wx-server-sdk'
import { openPostgres, openSqlite } from '@/drivers/sql'
import { openWechatStore } from '@/drivers/wechat'
import type { Store } from '@/server/ports'
import { environmentOf } from '../emulator/environment'
import { lamp, manifest } from './store-cases'

function openAt(kind: string | undefined, place: string): Promise<Store> {
  if (kind === 'sqlite') return openSqlite(place, manifest)
  if (kind === 'postgres') return openPostgres(place, manifest)
  const environment = environmentOf(place)
  Object.assign(process.env, environment)
  cloud.init({ env: environment.TCB_ENV })
  return openWechatStore(cloud, manifest)
}

async function writeForever([kind, place = '', prefix = '']: string[]): Promise<never> {
  const store = await openAt(kind, place)
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
