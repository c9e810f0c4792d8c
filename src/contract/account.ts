/** An official's own account: password, one-time codes, devices. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'
import { CodeKey, OfficialView, OneTimeCode, Password } from './signIn'

export const DeviceView = v.object({
  id: v.string(),
  /** wechat: it vouches for the person on any phone. */
  kind: v.picklist(['device', 'wechat']),
  label: v.string(),
  /** Four digits to name it by. */
  mark: v.string(),
  at: s.Moment,
  seenAt: s.Moment,
  waits: v.boolean(),
  /** It is the one in hand. */
  here: v.boolean(),
  sessions: v.array(
    v.object({
      id: v.string(),
      since: s.Moment,
      seenAt: s.Moment,
      by: v.picklist(['password', 'scan', 'wechat']),
      here: v.boolean(),
    }),
  ),
})
export type DeviceView = v.InferOutput<typeof DeviceView>

export const AccountView = v.object({
  me: OfficialView,
  account: v.string(),
  /** One-time codes are set up. */
  codes: v.boolean(),
  /** The password is one that somebody else has seen. */
  given: v.boolean(),
  /** This session began with the password, so a WeChat may be bound. */
  binds: v.boolean(),
  admin: v.boolean(),
  devices: v.array(DeviceView),
})

const Id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, 'device-gone'))
export const DeviceId = v.object({ device: Id })
export const SessionId = v.object({ session: Id })

export const account = {
  'account.open': action(['official'], v.object({}), AccountView),
  /** Ends all other sessions. */
  'account.password': action(
    ['official'],
    v.object({
      password: v.pipe(v.string('password-wrong'), v.maxLength(200, 'password-wrong')),
      next: v.pipe(v.string('password-short'), v.minLength(10, 'password-short'), v.maxLength(200, 'password-short')),
    }),
    AccountView,
  ),
  /** A new key for one-time codes; it counts once `account.confirmCodes` has seen one of its codes. */
  'account.codes': action(['official'], v.object({ password: Password }), CodeKey),
  'account.confirmCodes': action(['official'], v.object({ code: OneTimeCode }), AccountView),
  /** Binds the WeChat in hand: it signs this official in from then on. */
  'account.bind': action(
    ['official'],
    v.object({ code: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))) }),
    AccountView,
  ),
  /** Ends what is open on a device, and forgets it; or unbinds a WeChat. */
  'account.removeDevice': action(['official'], DeviceId, AccountView),
  'account.endSession': action(['official'], SessionId, AccountView),
}
