import * as v from 'valibot'
import { action } from './action'

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
}
