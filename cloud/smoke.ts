/** `npm run smoke:wechat`: asks a real environment what could not be known without one. Needs `deploy:wechat -- --really --with-smoke` before. */
import { existsSync, readFileSync } from 'node:fs'
import { DEPLOYMENT_FILE } from './deployment'
import { smokeFrom } from './smoking'
import { askWeixin } from './tcb'

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

smokeFrom({
  given: process.argv.slice(2),
  told: { file: textOf(DEPLOYMENT_FILE), env: process.env, read: textOf },
  ask: (appid, secret) => askWeixin({ appid, secret }),
  say: (line) => void process.stdout.write(`${line}\n`),
}).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
    process.exit(1)
  },
)
