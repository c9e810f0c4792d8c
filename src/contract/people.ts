/** Officials: who they are, what they may do, and what they sign in with. For admins. */
import * as v from 'valibot'
import { DUTIES } from '@/core/actor'
import { DeviceId, DeviceView, SessionId } from './account'
import { action } from './action'
import * as s from './shapes'

const Id = v.pipe(v.string(), v.regex(/^o_[a-z0-9_]{1,40}$/, 'official-missing'))
const Version = v.pipe(v.number(), v.integer())

export const PersonView = v.object({
  id: v.string(),
  version: v.number(),
  account: v.string(),
  name: v.string(),
  unit: s.Unit,
  duties: v.array(v.picklist(DUTIES)),
  /** One-time codes are set up. */
  codes: v.boolean(),
  /** The password is still the one they were given. */
  given: v.boolean(),
  /** A sample account, of no use where real people are served. */
  sample: v.boolean(),
  /** Since when they sign in no more. */
  ended: v.exactOptional(s.Moment),
})
export type PersonView = v.InferOutput<typeof PersonView>

/** A device that waits to be let in. */
export const WaitingDevice = v.object({
  id: v.string(),
  mark: v.string(),
  label: v.string(),
  at: s.Moment,
  name: v.string(),
  unit: s.Unit,
})

const who = {
  name: v.pipe(s.written('name-missing'), v.minLength(1, 'name-missing'), v.maxLength(20, 'name-missing')),
  unit: s.settled('unit-unknown'),
  duties: v.pipe(
    v.array(v.picklist(DUTIES, 'duties-missing')),
    v.minLength(1, 'duties-missing'),
    v.transform((duties) => [...new Set(duties)]),
  ),
}
const at = { id: Id, version: Version }
const Opened = v.object({ person: PersonView, devices: v.array(DeviceView) })

export const people = {
  'people.list': action(
    ['official'],
    v.object({ unit: v.exactOptional(s.settled('unit-unknown')), after: v.exactOptional(s.Cursor) }),
    v.object({
      items: v.array(PersonView),
      next: v.exactOptional(v.string()),
      waiting: v.array(WaitingDevice),
      units: v.array(s.Unit),
    }),
  ),
  'people.open': action(['official'], v.object({ id: Id }), Opened),
  /** `password` is shown this once. */
  'people.add': action(
    ['official'],
    v.object({
      account: v.pipe(s.written('account-wrong'), v.regex(/^[a-z][a-z0-9_]{1,30}$/, 'account-wrong')),
      ...who,
    }),
    v.object({ person: PersonView, password: v.string() }),
  ),
  /** Somebody who moves to another unit is signed out everywhere, and hands back the tickets they have. */
  'people.change': action(['official'], v.object({ ...at, ...who }), Opened),
  /** Recovery: a new first password, shown this once, and one-time codes to be set up anew. Signs out everywhere. */
  'people.renew': action(['official'], v.object(at), v.object({ person: PersonView, password: v.string() })),
  /** Signs out everywhere and for good; the account is never used again, their tickets are handed back. */
  'people.end': action(['official'], v.object(at), Opened),
  'people.letIn': action(['official'], DeviceId, v.object({})),
  'people.removeDevice': action(['official'], DeviceId, v.object({})),
  'people.endSession': action(['official'], v.object({ id: Id, ...SessionId.entries }), v.object({})),
}
