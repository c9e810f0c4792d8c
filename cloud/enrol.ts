/** `npm run enrol:wechat -- <account> <name> <unit> <duty,duty>`: an official's account in the cloud; its first password is printed once. */
import { existsSync, readFileSync } from 'node:fs'
import { caofeidian } from '@/district/caofeidian/district'
import { DEPLOYMENT_FILE } from './deployment'
import { enrolFrom } from './enrolling'
import { askWeixin } from './tcb'

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

enrolFrom({
  given: process.argv.slice(2),
  told: { file: textOf(DEPLOYMENT_FILE), env: process.env, read: textOf },
  district: caofeidian,
  ask: (appid, secret) => askWeixin({ appid, secret }),
  say: (line) => void process.stdout.write(`${line}\n`),
}).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
    process.exit(1)
  },
)
