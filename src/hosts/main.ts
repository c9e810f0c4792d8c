/** `npm run serve`: the production server. Configuration comes from the environment alone. */
import { caofeidian } from '@/district/caofeidian/district'
import { readEnvironment } from './env'
import { jsonLog } from './log'
import { startNode, stopOnSignal } from './node'

async function main() {
  const env = readEnvironment(process.env)
  const running = await startNode({
    env,
    district: { ...caofeidian, sample: false },
    log: jsonLog(),
    secret: env.MINHU_SECRET ?? '',
    pages: 'dist/h5',
  })
  stopOnSignal(running.stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'cannot start'}\n`)
  process.exit(1)
})
