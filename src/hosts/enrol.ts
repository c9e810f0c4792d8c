/**
 * `npm run enrol -- <account> <name> <unit> <duty,duty>`: makes an official's account, such as the first admin's, and prints
 * its first password once. `npm run enrol -- <account> --reset`: a new password, and one-time codes to be set up anew.
 */
import { randomBytes } from 'node:crypto'
import { DUTIES, type Duty } from '@/core/actor'
import { caofeidian } from '@/district/caofeidian/district'
import { enrol, officialWith, renewed } from '@/server/officials'
import { newPassword, sealPassword } from '@/server/passwords'
import type { Store } from '@/server/ports'
import { openStore } from './databases'
import { readEnvironment } from './env'

const USAGE = `usage: npm run enrol -- <account> <name> <unit> <${DUTIES.join(',')}>
       npm run enrol -- <account> --reset
units: ${caofeidian.units.map(({ id }) => id).join(' ')}`

async function main() {
  const given = process.argv.slice(2)
  const store = await openStore(readEnvironment(process.env))
  const password = newPassword({ bytes: (count) => randomBytes(count) })
  try {
    const sealed = await sealPassword(password)
    const account = given.includes('--reset') ? await reset(given, sealed, store) : await add(given, sealed, store)
    process.stdout.write(`${account} ${password}\n`)
  } finally {
    await store.close()
  }
}

async function add([account, name, unit, duties = '']: string[], password: string, store: Store): Promise<string> {
  const wanted = duties.split(',').filter((duty): duty is Duty => DUTIES.some((known) => known === duty))
  const known = unit && caofeidian.units.some(({ id }) => id === unit)
  if (!account || !/^[a-z][a-z0-9_]{1,30}$/.test(account) || !name || !known || !wanted.length) throw new Error(USAGE)
  if (await officialWith(account, store)) throw new Error(`${account} exists: --reset gives a new password`)
  const record = { account, name, unit, duties: wanted, password, given: true as const, nextDevice: true as const }
  await enrol(`o_${account}`, record, store)
  return account
}

async function reset(given: string[], password: string, store: Store): Promise<string> {
  const [account = ''] = given.filter((word) => word !== '--reset')
  const found = await officialWith(account, store)
  if (!found || found.ended) throw new Error(`there is no account ${account}`)
  await store.update('officials', found.id, found.version, { set: renewed(password, new Date()), unset: ['codeStep'] })
  return account
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
  process.exit(1)
})
