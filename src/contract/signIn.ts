/** An official's session. Apart from session.ts, which every screen carries. */
import * as v from 'valibot'
import { DUTIES } from '@/core/actor'
import { action } from './action'
import * as s from './shapes'

export const OfficialView = v.object({
  id: v.string(),
  name: v.string(),
  unit: s.Unit,
  duties: v.array(v.picklist(DUTIES)),
})

export const Password = v.pipe(
  v.string('sign-in-failed'),
  v.minLength(1, 'sign-in-failed'),
  v.maxLength(200, 'sign-in-failed'),
)
/** Six digits; people write a space in the middle, as apps show them. */
export const OneTimeCode = v.pipe(
  v.string('code-wrong'),
  v.transform((text) => text.replace(/\s/g, '')),
  v.regex(/^\d{6}$/, 'code-wrong'),
)
/** What a phone or computer calls itself: shown to its owner and to admins, believed by nobody. */
export const DeviceLabel = v.optional(v.pipe(s.written(), v.maxLength(40)), '')

export const In = v.object({
  is: v.literal('in'),
  token: v.string(),
  official: OfficialView,
  /** After so long without doing anything the desk locks. */
  lockMinutes: v.number(),
})
/** Nobody has let this device in yet: an admin knows it by its mark. */
export const DeviceWaits = v.object({ is: v.literal('device'), mark: v.string() })
/** What goes into the app that makes the codes: the key in letters, and as its camera reads it. */
export const CodeKey = v.object({ key: v.string(), uri: v.string() })

const anybody = ['anyone', 'citizen', 'official'] as const

export const signIn = {
  /** code: the password is right, and one is needed. set-up: it is right, and the codes are to be set up: the first one confirms that. */
  'desk.signIn': action(
    anybody,
    v.object({
      account: v.pipe(s.written('sign-in-failed'), v.minLength(1, 'sign-in-failed'), v.maxLength(60, 'sign-in-failed')),
      password: Password,
      code: v.exactOptional(OneTimeCode),
      label: DeviceLabel,
    }),
    v.variant('is', [
      In,
      v.object({ is: v.literal('code') }),
      v.object({ is: v.literal('set-up'), ...CodeKey.entries }),
      DeviceWaits,
    ]),
  ),
  /** By a WeChat that was bound before. */
  'desk.signInWeChat': action(
    anybody,
    v.object({ code: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), label: DeviceLabel }),
    v.variant('is', [In, DeviceWaits]),
  ),
  'desk.signOut': action(['official'], v.object({}), v.object({})),
  /** Opens the locked desk again; after a few wrong passwords the session is over. */
  'desk.unlock': action(['official'], v.object({ password: Password }), v.object({})),
  /** Somebody is at the desk, writing: it does not lock. */
  'desk.here': action(['official'], v.object({}), v.object({})),
}
