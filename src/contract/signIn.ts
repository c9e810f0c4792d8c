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

export const signIn = {
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
