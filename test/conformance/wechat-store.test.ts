import cloud from 'wx-server-sdk'
import { indexDefinitions, openWechatStore } from '@/drivers/wechat'
import { type Emulator, startEmulator } from '../emulator'
import { storeConforms } from './store'
import { manifest } from './store-cases'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
  emulator.deploy(indexDefinitions(manifest))
  Object.assign(process.env, emulator.environment)
  cloud.init({ env: emulator.environment.TCB_ENV })
})
afterAll(() => emulator.close())

// The writer that is killed is a cloud function; the cloud itself lives on, and what it has acknowledged with it.
storeConforms('WeChat cloud', () => openWechatStore(cloud, manifest), {
  writer: () => ['wechat', emulator.url],
  lacking: 'one',
})
