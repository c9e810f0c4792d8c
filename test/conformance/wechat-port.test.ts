import cloud from 'wx-server-sdk'
import { cloudWeChat } from '@/drivers/wechat'
import { weixin as openDriver } from '@/drivers/weixin'
import { startEmulator } from '../emulator'
import { openWeixin } from '../emulator/weixin'
import { startWeixinHttp } from '../emulator/weixin-http'
import { wechatConforms } from './wechat'

const IMPATIENCE_MS = 200

wechatConforms(
  'wx.openApi of the cloud',
  async (now) => {
    const emulator = await startEmulator({ clock: now })
    Object.assign(process.env, emulator.environment)
    cloud.init({ env: emulator.environment.TCB_ENV })
    const { weixin, close } = emulator
    return { weixin, close, wechat: cloudWeChat(cloud), impatient: cloudWeChat(cloud, { timeoutMs: IMPATIENCE_MS }) }
  },
  { signsIn: false },
)

wechatConforms(
  'api.weixin.qq.com',
  async (now) => {
    const weixin = openWeixin({ now })
    const { origin, close } = await startWeixinHttp(weixin)
    const { appid, secret } = weixin
    const options = { appid, secret, origin, now }
    return {
      weixin,
      close,
      wechat: openDriver(options),
      impatient: openDriver({ ...options, timeoutMs: IMPATIENCE_MS }),
    }
  },
  { signsIn: true },
)
