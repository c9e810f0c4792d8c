/**
 * How a question reaches the server: a cloud function where the district uses WeChat's cloud, HTTP where it has a server
 * of its own. Which one is decided when the program is built; the other is not in it.
 */
import Taro from '@tarojs/taro'
import { addressOf, headersFor } from './server'
import { deviceHere, type Side, tokenOf } from './session'
import { useSettings } from './settings'

const PATIENCE = 20_000

/** WeChat itself says to a function who calls it: a citizen needs no session there. */
export const needsSession = !process.env.MINHU_CLOUD

/** The server's answer as it came, unchecked. Rejects when the server was not reached. */
export function ask(action: string, input: unknown, side: Side): Promise<unknown> {
  return process.env.MINHU_CLOUD ? askCloud(action, input, side) : askServer(action, input, side)
}

async function askServer(action: string, input: unknown, side: Side): Promise<unknown> {
  const { data } = await Taro.request<unknown>({
    url: addressOf(`/call/${action}`),
    method: 'POST',
    data: input,
    header: { 'content-type': 'application/json', ...headersFor(side) },
    timeout: PATIENCE,
  })
  return data
}

async function askCloud(action: string, input: unknown, side: Side): Promise<unknown> {
  openCloud()
  const token = side === 'desk' ? tokenOf('desk') : undefined
  const device = side === 'desk' ? deviceHere() : ''
  const lang = useSettings.getState().lang
  const data = { action, input, lang, ...(token && { token }), ...(device && { device }) }
  const { result } = await Taro.cloud.callFunction({ name: 'api', data })
  return result
}

/** Before the first use, once. */
export function openCloud(): void {
  if (opened) return
  opened = true
  Taro.cloud.init({ env: process.env.MINHU_CLOUD, traceUser: false })
}
let opened = false
