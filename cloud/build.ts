/** `npm run build:cloud`: makes what WeChat's cloud is to be given, for the environment that MINHU_STORAGE names. */
import { buildFunctions } from './bundle'
import { writeSettings } from './settings'

async function main() {
  await buildFunctions({ folder: 'dist/cloud/functions', storage: process.env.MINHU_STORAGE ?? '' })
  await writeSettings('dist/cloud/settings')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
  process.exit(1)
})
