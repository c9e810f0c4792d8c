/** `npm run serve`: the production server. Configuration comes from the environment alone. */
import { caofeidian } from '@/district/caofeidian/district'
import { pushKeys, weixin } from '@/drivers/weixin'
import { type Environment, readEnvironment } from './env'
import { jsonLog } from './log'
import { startNode, stopOnSignal } from './node'
import { openOutside } from './outside'

/** The mini program in front of this server, where one is configured. */
function wechatOf(env: Environment) {
  const { MINHU_WECHAT_APPID: appid, MINHU_WECHAT_SECRET: secret, MINHU_WECHAT_TOKEN: token } = env
  if (!appid || !secret) return { wechat: undefined, push: undefined }
  const encodingAesKey = env.MINHU_WECHAT_AESKEY
  const keys = token && pushKeys({ token, appid, ...(encodingAesKey && { encodingAesKey }) })
  return { wechat: weixin({ appid, secret }), push: keys ? ({ action: 'push.receive', keys } as const) : undefined }
}

/** The official account that goes with it. */
function accountOf(env: Environment) {
  const { MINHU_ACCOUNT_APPID: appid, MINHU_ACCOUNT_SECRET: secret, MINHU_ACCOUNT_TOKEN: token } = env
  if (!appid || !token) return { sends: undefined, door: undefined }
  const encodingAesKey = env.MINHU_ACCOUNT_AESKEY
  const keys = pushKeys({ token, appid, ...(encodingAesKey && { encodingAesKey }) })
  return {
    sends: secret ? weixin({ appid, secret }) : undefined,
    door: { action: 'push.account', keys } as const,
  }
}

async function main() {
  const env = readEnvironment(process.env)
  const { wechat, push } = wechatOf(env)
  const { sends, door } = accountOf(env)
  const running = await startNode({
    env,
    district: caofeidian,
    log: jsonLog(),
    secret: env.MINHU_SECRET ?? '',
    pages: 'dist/h5',
    outside: openOutside(env),
    pushes: { ...(push && { push }), ...(door && { account: door }) },
    ...(wechat && { wechat }),
    ...(sends && { account: sends }),
  })
  stopOnSignal(running.stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'cannot start'}\n`)
  process.exit(1)
})
