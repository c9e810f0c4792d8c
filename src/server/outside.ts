/** Weather and congestion, as they were last read. */
import type { Handlers } from './handle'
import { roadLines } from './reading'
import { lastReading, weatherNow } from './readings'

export const outside: Pick<Handlers, 'weather.open' | 'traffic.open'> = {
  async 'weather.open'(_, ctx) {
    const reading = await weatherNow(ctx)
    return { place: ctx.district.weather.name, ...(reading && { reading }) }
  },

  async 'traffic.open'(_, ctx) {
    const reading = await lastReading('congestion', ctx)
    return {
      events: await roadLines(ctx),
      ...(reading && { congestion: { at: reading.at, old: reading.old, ...reading.value } }),
    }
  },
}
