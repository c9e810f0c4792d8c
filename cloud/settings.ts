/** What is set up beside the functions, as JSON to be uploaded or pasted into the console. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { indexDefinitions } from '@/drivers/wechat'
import { manifest } from '@/server/manifest'
import { LEDGER } from './indexes'

/** No phone reads or writes the database: every collection is the functions' own. */
export const databaseRules = Object.fromEntries(
  [...Object.keys(manifest), LEDGER].map((collection) => [collection, { read: false, write: false }]),
)

/** A phone may put a file where there is none or where its own lies; which place counts is for the server to say. */
export const storageRules = { read: false, write: 'resource.openid == auth.openid' }

/** Phones call `api` alone. */
export const functionRules = { '*': { invoke: false }, api: { invoke: true } }

export async function writeSettings(folder: string): Promise<void> {
  const settings = { indexes: indexDefinitions(manifest), databaseRules, storageRules, functionRules }
  await mkdir(folder, { recursive: true })
  for (const [name, value] of Object.entries(settings)) {
    await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)
  }
}
