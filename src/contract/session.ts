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

export const session = {
  /**
   * A citizen's session without an account. In the mini program `code` comes from `wx.login`, and the session is that
   * person's on every phone of theirs; without it, or where no mini program is configured, it is this device's own.
   */
  'session.open': action(
    ['anyone', 'citizen', 'official'],
    v.object({ code: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))) }),
    v.object({ token: v.string() }),
  ),
  'desk.signIn': action(
    ['anyone', 'citizen', 'official'],
    v.object({
      account: v.pipe(s.written('sign-in-failed'), v.minLength(1, 'sign-in-failed'), v.maxLength(60, 'sign-in-failed')),
      password: v.pipe(
        v.string('sign-in-failed'),
        v.minLength(1, 'sign-in-failed'),
        v.maxLength(200, 'sign-in-failed'),
      ),
    }),
    v.object({ token: v.string(), official: OfficialView }),
  ),
  'desk.signOut': action(['official'], v.object({}), v.object({})),
}
