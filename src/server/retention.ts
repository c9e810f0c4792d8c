/** Removes what is no longer needed, a page at a time. */
import type { Context } from './context'
import { Conflict, MAX_PAGE, Missing } from './ports'
import type { Round } from './timer'

/** Collections whose documents end by themselves, and the field that says when. */
const ENDING = [
  ['tries', 'until'],
  ['sessions', 'expiresAt'],
] as const

/** Removes what has ended: counted tries, sessions. */
export async function sweep(ctx: Context): Promise<Round> {
  let did = 0
  let more = false
  for (const [collection, by] of ENDING) {
    const page = await ctx.store.find(collection, {
      where: { [by]: { lt: ctx.now.toISOString() } },
      by,
      limit: MAX_PAGE,
    })
    for (const { id, version } of page.items) if (await removed(collection, id, version, ctx)) did++
    more ||= page.next !== undefined
  }
  return { did, more }
}

/** False when somebody has just used or removed it. */
async function removed(collection: string, id: string, version: number, { store }: Context): Promise<boolean> {
  try {
    await store.remove(collection, id, version)
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Missing) return false
    throw error
  }
}
