/** `npm run enrol -- <account> <name> <unit> <duty,duty>`: makes an official's account and prints its first password once. */
import { randomBytes } from 'node:crypto'
import { DUTIES, type Duty } from '@/core/actor'
import { caofeidian } from '@/district/caofeidian/district'
import { enrol, sealPassword } from '@/server/session'
import { openStore } from './databases'
import { readEnvironment } from './env'

async function main() {
  const [account, name, unit, duties = ''] = process.argv.slice(2)
  const wanted = duties.split(',').filter((duty): duty is Duty => DUTIES.some((known) => known === duty))
  if (!account || !name || !caofeidian.units.some(({ id }) => id === unit) || !unit || !wanted.length) {
    throw new Error(
      `usage: npm run enrol -- <account> <name> <unit> <${DUTIES.join(',')}>\nunits: ${caofeidian.units.map(({ id }) => id).join(' ')}`,
    )
  }
  const env = readEnvironment(process.env)
  const store = await openStore(env)
  const password = randomBytes(12).toString('base64url')
  await enrol(`o_${account}`, { account, name, unit, duties: wanted, password: await sealPassword(password) }, store)
  await store.close()
  process.stdout.write(`${account} ${password}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
  process.exit(1)
})
