/** `npm run audit:verify [-- <hash of a seal, from the log> …]`: whether the audit is still what was written, while the server runs. */
import { existsSync } from 'node:fs'
import { walkAudit } from './audit-walk'
import { reportLines } from './audit-words'
import { said, sayingOf } from './backup-words'
import { openStore, placesOf } from './databases'
import { readEnvironment } from './env'

async function main(): Promise<number> {
  const env = readEnvironment(process.env)
  const { database } = placesOf(env)
  if (!env.MINHU_DATABASE && !existsSync(database)) {
    process.stderr.write(`没有找到数据库 ${database}\nThere is no database ${database}\n`)
    return 1
  }
  const store = await openStore(env)
  const report = await walkAudit(store, process.argv.slice(2)).finally(() => store.close())
  const out = report.troubles.length ? process.stderr : process.stdout
  out.write(`${reportLines(report).join('\n')}\n`)
  return report.troubles.length ? 1 : 0
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${said(sayingOf(error))}\n`)
    process.exit(1)
  },
)
