/**
 * `npm run deploy:wechat`: what would be done, and what is missing. `-- --really` does it; `--with-smoke` deploys the
 * function that `npm run smoke:wechat` asks; `--replace-indexes` changes indexes that differ; `--sample` lets the sample
 * district through, for a trial.
 */
import { existsSync, readFileSync } from 'node:fs'
import { caofeidian } from '@/district/caofeidian/district'
import { openCi, toolsAreThere } from './ci'
import { deployFrom } from './deploy-run'
import { DEPLOYMENT_FILE } from './deployment'
import { askWeixin } from './tcb'
import { workshop } from './workshop'

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

deployFrom({
  given: process.argv.slice(2),
  told: { file: textOf(DEPLOYMENT_FILE), env: process.env, read: textOf },
  district: caofeidian,
  workshop,
  tools: toolsAreThere(),
  ask: (deployment, secret) => askWeixin({ appid: deployment.appid, secret }),
  ci: (deployment, project) => openCi(deployment, project),
  say: (line) => void process.stdout.write(`${line}\n`),
}).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
    process.exit(1)
  },
)
