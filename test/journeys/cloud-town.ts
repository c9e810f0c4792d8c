/** The same town in WeChat's cloud: the built functions, in instances, on the emulated cloud. */
import cloud from 'wx-server-sdk'
import { cloudFiles, indexDefinitions, openWechatStore } from '@/drivers/wechat'
import { manifest } from '@/server/manifest'
import { functionRules, storageRules } from '../../cloud/settings'
import { type Emulator, startEmulator } from '../emulator'
import { FUNCTIONS_FOLDER } from '../emulator/build'
import { FILE_PREFIX } from '../emulator/environment'
import { cloudDoor } from './cloud-door'
import { Person } from './people'
import { enrolOfficials, forgetTries, officialAt, type Town, townClock } from './town'

export type CloudTown = Town & { emulator: Emulator; citizenOf(openid: string): Person }

let people = 0

/** Opens at ten on a Monday morning, with nobody's ticket in it. */
export async function openCloudTown(): Promise<CloudTown> {
  const clock = townClock()
  const emulator = await startEmulator({ clock: () => clock.at().getTime(), clockStands: true })
  emulator.deploy(indexDefinitions(manifest))
  emulator.deployRules({ storage: storageRules, functions: functionRules })
  await emulator.deployFunctions(FUNCTIONS_FOLDER)
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
    official: (account) => officialAt(cloudDoor(emulator, `o-official-${account}`), account),
    address: (url) => url,
    fileCount: async () => emulator.files().filter((file) => !file.startsWith('inbox/')).length,
    forgetTries: () => forgetTries(world.store),
    close: () => emulator.close(),
  }
}
