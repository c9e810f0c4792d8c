/** The tokens with which a server of one's own asks WeChat. */
import { randomBytes } from 'node:crypto'
import { refused } from './weixin-refusals'

const LIFE_S = 7200
/** So long before a token's end another one is given, and both are good. */
const OVERLAP_S = 300

export function tokensOf(now: () => number, appid: string, secret: string) {
  const issued = new Map<string, number>()
  let current: string | undefined
  const secondsLeft = (token: string) => Math.floor(((issued.get(token) ?? 0) - now()) / 1000)

  return {
    /** Throws unless it is the app itself that asks. */
    checkSecret(claim: Record<string, unknown>): void {
      if (claim.appid !== appid) throw refused(40013, 'invalid appid')
      if (claim.secret !== secret) throw refused(40001, 'invalid credential, AppSecret is wrong')
    },

    /** The same token again until it is nearly over. */
    stable() {
      if (!current || secondsLeft(current) <= OVERLAP_S) {
        current = randomBytes(48).toString('base64url')
        issued.set(current, now() + LIFE_S * 1000)
      }
      return { access_token: current, expires_in: secondsLeft(current) }
    },

    check(token: string | null): void {
      if (!token) throw refused(41001, 'access_token missing')
      if (!/^[\w-]{64}$/.test(token)) throw refused(40014, 'invalid access_token')
      if (!issued.has(token)) throw refused(40001, 'invalid credential, access_token is invalid or not latest')
      if (secondsLeft(token) <= 0) throw refused(42001, 'access_token expired')
    },

    /** Makes the tokens given so far worthless, as somebody does who asks for another with force. */
    revoke(): void {
      issued.clear()
      current = undefined
    },
  }
}
