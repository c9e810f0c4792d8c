/** The form of a filing, and what is looked up while it is being written. */
import { toGcj02 } from '@/core/gcj02'
import { aboutOf } from './about'
import { deskOpensAt } from './clockViews'
import type { Context } from './context'
import { askable } from './grants'
import type { Handlers } from './handle'
import { spotOfForm } from './spots'
import { unitOf } from './views'

export const filing: Pick<Handlers, 'filing.open'> = {
  async 'filing.open'({ about, spot: scanned }, ctx) {
    const { categories, guide, hotline, danger, units } = ctx.district
    const [notices, read, spot] = await Promise.all([
      askable(ctx),
      about ? aboutOf(about, ctx) : undefined,
      scanned ? spotOfForm(scanned, ctx) : undefined,
    ])
    const opensAt = deskOpensAt(ctx)
    return {
      categories,
      guide,
      hotline,
      firstReplyMinutes: ctx.district.limits.firstReplyMinutes.target,
      ...(opensAt && { opensAt }),
      notices,
      ...(read && { about: read }),
      ...(spot && { spot }),
      danger,
      units: units.map(({ id }) => unitOf(id, ctx.district)),
      map: mapOf(ctx),
    }
  },
}

const mapOf = ({ district: { map }, tiles }: Context) => ({
  ...map,
  map: toGcj02(map.centre),
  ...(tiles && { tiles }),
})
