/** Everybody who may sign in to the desk here. */
import type { Official } from '@/core/actor'
import type { Context } from './context'
import { MAX_PAGE } from './ports'
import { type OfficialRecord, officialOf } from './session'

/** Sample accounts count only where they can sign in. */
export async function officialsOf({ store, production }: Context): Promise<Official[]> {
  const officials: Official[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<OfficialRecord>('officials', {
      by: 'account',
      dir: 'asc',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    officials.push(...page.items.filter(({ demo }) => !demo || !production).map((found) => officialOf(found.id, found)))
    if (!page.next) return officials
    after = page.next
  }
}
