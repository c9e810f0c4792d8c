/** The sample things with a code on them, through the real action; one that is there already stays as it is. */
import { spots } from '@/district/caofeidian/spots'
import { handle } from '@/server/handle'
import { officialNamed } from './seeding'
import type { World } from './world'

export async function seedSpots(world: World): Promise<void> {
  const { clock, ...rest } = world
  const there = await Promise.all(spots.map(({ id }) => world.store.get('spots', id)))
  const missing = spots.filter((_, index) => !there[index])
  if (!missing.length) return
  const ctx = { ...rest, caller: officialNamed('o_wang'), now: clock(), lang: 'zh' as const, address: 'seed' }
  const answer = await handle('spots.save', { spots: missing }, { ...ctx, sample: true })
  if (!answer.ok) throw new Error(`seed: ${answer.error.reason} ${answer.error.field ?? ''}`)
}
