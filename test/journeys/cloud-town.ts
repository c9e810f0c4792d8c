/** The same town in WeChat's cloud: the built functions, in instances, on the emulated cloud. */
import cloud from 'wx-server-sdk'
import { cloudFiles, indexDefinitions, openWechatStore } from '@/drivers/wechat'
import { manifest } from '@/server/manifest'
import { Unavailable, type WeChat } from '@/server/ports'
import { functionRules, storageRules } from '../../cloud/settings'
import { type Emulator, startEmulator } from '../emulator'
import { FUNCTIONS_FOLDER } from '../emulator/build'
import { FILE_PREFIX } from '../emulator/environment'
import { openWeixin, type Weixin } from '../emulator/weixin'
import { cloudDoor } from './cloud-door'
import { Person } from './people'
import { EASY_DESK, type Extras, enrolOfficials, forgetTries, officialAt, type Town, townClock } from './town'

export type CloudTown = Town & { emulator: Emulator; citizenOf(openid: string): Person }

let people = 0

/** Opens at ten on a Monday morning, with nobody's ticket in it. */
export async function openCloudTown({ wechat, district = {}, openMeteo }: Extras = {}): Promise<CloudTown> {
  const clock = townClock()
  const now = () => clock.at().getTime()
  const weixin = openWeixin({ now })
  const acted = wechat ? { ...weixin, ask: acting(wechat) } : weixin
  const emulator = await startEmulator({ clock: now, clockStands: true, weixin: acted })
  emulator.deploy(indexDefinitions(manifest))
  emulator.deployRules({ storage: storageRules, functions: functionRules })
  await emulator.deployFunctions(FUNCTIONS_FOLDER, {
    TOWN_DISTRICT: JSON.stringify({ feeds: [], desk: EASY_DESK, ...district }),
    ...(openMeteo && { MINHU_WEATHER: 'open-meteo', MINHU_OPEN_METEO_URL: openMeteo }),
  })
  Object.assign(process.env, emulator.environment)
  cloud.init({ env: emulator.environment.TCB_ENV })
  const world = {
    store: await openWechatStore(cloud, manifest),
    files: cloudFiles(cloud, FILE_PREFIX.replace(/\/$/, '')),
  }
  await enrolOfficials(world.store)

  const citizenOf = (openid: string) => new Person(cloudDoor(emulator, openid))
  return {
    ...{ emulator, world, citizenOf },
    ...{ on: clock.on, pass: clock.pass, now: clock.now },
    log: emulator.logs,
    tick: () => emulator.runTimers('timer'),
    anyone: () => new Person(cloudDoor(emulator)),
    citizen: async () => citizenOf(`o-person-${++people}`),
    wechatCitizen: async (code) => citizenOf(code.replace('code-of', 'o')),
    pushes: (message) => emulator.push(message),
    official: (account) => officialAt(cloudDoor(emulator, `o-official-${account}`), account),
    address: (url) => url,
    fileCount: async () => emulator.files().filter((file) => !file.startsWith('inbox/')).length,
    forgetTries: () => forgetTries(world.store),
    close: () => emulator.close(),
  }
}

/** WeChat's services as a test acts them, in the words that travel to a function. */
function acting(wechat: WeChat): Weixin['ask'] {
  return async (service, { version: _, ...request }) => {
    if (service === 'jscode2session') throw new Error('no function asks for that')
    try {
      // A test's own answers take whatever they are asked.
      const reply = await wechat[service](request as never)
      if (!reply.ok) return { json: { errcode: reply.errcode, errmsg: reply.errmsg } }
      if (reply.value instanceof Uint8Array) return { png: Buffer.from(reply.value) }
      const told = service === 'msgSecCheck' ? { result: reply.value } : { ...(reply.value as object) }
      return { json: { errcode: 0, errmsg: 'ok', ...told } }
    } catch (error) {
      if (error instanceof Unavailable) return 'broken'
      throw error
    }
  }
}
