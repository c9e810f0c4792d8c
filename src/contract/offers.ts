/** Signing in on a computer by scanning what it shows with a phone that is signed in. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'
import { DeviceLabel, DeviceWaits, In } from './signIn'

const Offer = v.pipe(v.string(), v.regex(/^[\w-]{20,40}$/, 'offer-over'))
const anybody = ['anyone', 'citizen', 'official'] as const

export const offers = {
  /** The computer: `offer` goes into the picture, `secret` stays with it, `digits` stand beside the picture. */
  'desk.offer': action(
    anybody,
    v.object({ label: DeviceLabel }),
    v.object({ offer: v.string(), secret: v.string(), digits: v.string(), until: s.Moment }),
  ),
  /** The computer, every few seconds: what has become of it. */
  'desk.collect': action(
    anybody,
    v.object({ offer: Offer, secret: Offer }),
    v.variant('is', [
      v.object({ is: v.literal('waiting') }),
      v.object({ is: v.literal('refused') }),
      v.object({ is: v.literal('over') }),
      In,
      DeviceWaits,
    ]),
  ),
  /** The phone: who asks. `near`: it comes from the same network as this phone. */
  'desk.offered': action(
    ['official'],
    v.object({ offer: Offer }),
    v.object({ label: v.string(), at: s.Moment, until: s.Moment, near: v.boolean() }),
  ),
  /** The phone: `digits` as they stand on the computer. Wrong ones end the offer. */
  'desk.approve': action(
    ['official'],
    v.object({ offer: Offer, digits: v.exactOptional(v.pipe(v.string(), v.maxLength(10))), yes: v.boolean() }),
    v.object({}),
  ),
}
