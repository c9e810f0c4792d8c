/** The drivers of a cloud function: everything is WeChat's own. */
import { randomBytes } from 'node:crypto'
import cloud from 'wx-server-sdk'
import { caofeidian } from '@/district/caofeidian/district'
import { chinaCalendar } from '@/drivers/calendar'
import { openSearch } from '@/drivers/search'
import { cloudClips, cloudFiles, cloudWeChat, initCloud, openWechatStore } from '@/drivers/wechat'
import { readHtml } from '@/providers/html'
import type { Context } from '@/server/context'
import { manifest } from '@/server/manifest'
import type { Log } from '@/server/ports'
import { readOutside } from '../env'
import { jsonLog } from '../log'
import { openOutside } from '../outside'
import type { World } from '../world'

/** Set when the functions are built: how this environment's file ids begin. */
const STORAGE = process.env.MINHU_STORAGE ?? ''

/** One instance of a function opens the world once and keeps it from call to call. */
export function openWorld(): Promise<World> {
  opening ??= open()
  return opening
}
let opening: Promise<World> | undefined

async function open(): Promise<World> {
  initCloud(cloud)
  const files = cloudFiles(cloud, STORAGE)
  // What a function prints is what the cloud keeps as its log.
  // biome-ignore lint/suspicious/noConsole: see above
  const log = jsonLog((line) => console.log(line))
  const outside = outsideOf(log)
  return {
    store: await openWechatStore(cloud, manifest),
    files,
    clips: cloudClips(cloud, STORAGE),
    inbox: files,
    wechat: cloudWeChat(cloud),
    district: caofeidian,
    calendar: chinaCalendar(caofeidian.calendar),
    chance: { bytes: (count) => randomBytes(count) },
    readHtml,
    search: openSearch(caofeidian.synonyms),
    log,
    ...(outside && { outside }),
    production: true,
    clock: () => new Date(),
  }
}

/** The variables of the function, as the console sets them. A wrong one costs the weather, not the filing of tickets. */
function outsideOf(log: Log): Context['outside'] {
  try {
    return openOutside(readOutside(process.env))
  } catch (error) {
    // Its message names variables, never their values.
    log.info('nothing is read from outside', { why: error instanceof Error ? error.message : 'unknown' })
    return undefined
  }
}

/** Who called, as WeChat says. It is a variable of the whole process: read it before anything is awaited. */
export function whoCalled(): { openid?: string; appid?: string; address: string; source: string } {
  const { OPENID, APPID, CLIENTIP, SOURCE } = cloud.getWXContext() as Partial<Record<string, unknown>>
  return {
    ...(OPENID ? { openid: String(OPENID) } : {}),
    ...(APPID ? { appid: String(APPID) } : {}),
    address: String(CLIENTIP ?? 'unknown'),
    source: String(SOURCE ?? ''),
  }
}

/** The context of what no person asked for. */
export function contextFor(role: 'timer' | 'wechat', { clock, ...world }: World): Context {
  return { ...world, caller: { role }, now: clock(), lang: 'zh', address: role }
}
