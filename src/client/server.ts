/** Where the server is, and what every request to it says. */

import { deviceHere, type Side, tokenOf } from './session'
import { useSettings } from './settings'

/** The web app is served by the server itself. */
const BASE = process.env.TARO_ENV === 'h5' ? '' : process.env.MINHU_SERVER

/** The whole address of a path the server gave; addresses that are whole already stay as they are. */
export const addressOf = (path: string): string => (path.startsWith('/') ? `${BASE}${path}` : path)

export function headersFor(side: Side): Record<string, string> {
  const token = tokenOf(side)
  return {
    'accept-language': useSettings.getState().lang,
    ...(token && { authorization: `Bearer ${token}` }),
    ...(side === 'desk' && { 'x-minhu-device': deviceHere() }),
  }
}
