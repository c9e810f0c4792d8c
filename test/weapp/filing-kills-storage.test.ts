/** The app dies in the middle of a filing, at every note that it makes on the phone. */
import type { Moment } from './device'
import { killsAtEach } from './filing-kills'

test.each<Moment>(['before', 'after'])(
  'killed %s any note: it arrives once and whole, or is a draft with all that was shown',
  async (moment) => {
    expect(await killsAtEach('setStorageSync', moment)).toBeGreaterThanOrEqual(12)
  },
  600_000,
)
