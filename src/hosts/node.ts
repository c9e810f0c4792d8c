/** Self-hosting and the demo: chooses the drivers, listens, and stops without losing a request. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import type { District } from '@/core/district'
import { chinaCalendar } from '@/drivers/calendar'
import { diskClips } from '@/drivers/files/clips'
import { diskFiles } from '@/drivers/files/disk'
import { openSearch } from '@/drivers/search'
import { readHtml } from '@/providers/html'
import type { Context } from '@/server/context'
import type { Log, WeChat } from '@/server/ports'
import { fileReader } from './body'
import { openStore, placesOf } from './databases'
import type { Environment } from './env'
import { httpServer, type Pushes } from './http'
import { startTimer } from './timer'
import type { World } from './world'

export type Running = { url: string; world: World; stop: () => Promise<void> }

type Choices = {
  env: Environment
  district: District
  log: Log
  secret: string
  pages?: string
  wechat?: WeChat
  /** The official account, where one is configured that may send by itself. */
  account?: Context['account']
  pushes?: Pushes
  /** How long a push may take, in milliseconds. */
  pushMs?: number
  effort?: Context['effort']
  /** What is read from outside; without it nothing is. */
  outside?: Context['outside']
  clock?: () => Date
}

/** Opens everything and listens. Port 0 takes a free one; the address it got is in the answer. */
export async function startNode({
  env,
  district,
  log,
  secret,
  pages,
  wechat,
  account,
  pushes,
  pushMs,
  effort,
  outside,
  clock = () => new Date(),
}: Choices): Promise<Running> {
  const store = await openStore(env)
  const files = await diskFiles(placesOf(env).pictures, secret)
  const clips = await diskClips(placesOf(env).pictures, secret)
  const world: World = {
    store,
    files,
    clips,
    district,
    calendar: chinaCalendar(district.calendar),
    chance: { bytes: (count) => randomBytes(count) },
    readHtml,
    search: openSearch(district.synonyms),
    log,
    production: env.MINHU_MODE === 'production',
    clock,
    ...(wechat && { wechat }),
    ...(account && { account }),
    ...(pushMs && { pushMs }),
    ...(effort && { effort }),
    ...(env.MINHU_WECHAT_APPID && { appid: env.MINHU_WECHAT_APPID }),
    ...(outside && { outside }),
    ...(env.MINHU_ORIGIN && { origin: env.MINHU_ORIGIN }),
    ...(env.MINHU_MAP_TILES && { tiles: { url: env.MINHU_MAP_TILES, credit: env.MINHU_MAP_CREDIT ?? '' } }),
  }
  if (wechat && !env.MINHU_ORIGIN) log.info('pictures are not checked', { needs: 'MINHU_ORIGIN' })
  const server = httpServer({
    world,
    files: { openPicture: files.open, openClip: clips.open, readFile: await fileReader(placesOf(env).incoming) },
    proxies: env.MINHU_PROXIES,
    ...(pushes && { pushes }),
    ...(pages && existsSync(pages) && { pages: sirv(pages, { single: true, gzip: true, etag: true }) }),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${env.MINHU_PORT} is taken: set MINHU_PORT to another / 端口被占用`) : error)
    })
    server.listen(env.MINHU_PORT, env.MINHU_HOST, resolve)
  })
  const { port } = server.address() as AddressInfo
  log.info('listening', { port })
  const timer = startTimer(world)

  /** No new requests; those under way are finished; then the store is closed. */
  const stop = async () => {
    await timer.stop()
    const closed = new Promise((resolve) => server.close(resolve))
    // A connection that is kept open for a next request becomes idle when its last reply is out: again and again.
    const sweeping = setInterval(() => server.closeIdleConnections(), 100)
    const impatient = setTimeout(() => server.closeAllConnections(), 10_000)
    await closed
    clearInterval(sweeping)
    clearTimeout(impatient)
    await store.close()
    log.info('stopped')
  }
  return { url: `http://${env.MINHU_HOST}:${port}`, world, stop }
}

/** Stops on SIGTERM and SIGINT; a second signal ends at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}
