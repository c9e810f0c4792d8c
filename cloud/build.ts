/** `npm run build:cloud`: makes the cloud functions, for the environment that MINHU_STORAGE names. */
import { buildFunctions, writeSettings } from './bundle'

async function main() {
  await buildFunctions({ folder: 'cloud/functions', storage: process.env.MINHU_STORAGE ?? '' })
  await writeSettings('cloud/settings')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
  process.exit(1)
})
