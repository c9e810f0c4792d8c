/** The officials as they are stored, and everybody who may sign in to the desk here. */
import type { Duty, Official } from '@/core/actor'
import type { Context } from './context'
import { type Doc, Duplicate, MAX_PAGE, type Store } from './ports'

/**
 * An official as stored. `demo` accounts exist for trying out and are refused in production. `given`: the password is one
 * that somebody else has seen. `codeKey` makes their one-time codes, `codeStep` is the last that counted, `codeKeyNew` waits
 * for its first code. `nextDevice`: the next device of theirs is let in unasked. `freshAt`: sessions from before are over. `ended`: since when the account is none; it is never removed,
 * so that nobody else gets its name.
 */
export type OfficialRecord = {
  account: string
  name: string
  unit: string
  duties: Duty[]
  password: string
  demo?: true
  given?: true
  codeKey?: string
  codeStep?: number
  codeKeyNew?: string
  nextDevice?: true
  freshAt?: string
  ended?: string
}
export type StoredOfficial = OfficialRecord & Doc

export const officialOf = (id: string, { name, unit, duties }: OfficialRecord): Official => ({
  role: 'official',
  id,
  name,
  unit,
  duties,
})

/** Whether somebody may be here at all: not ended, and no sample account where real people are served. */
export const isActive = ({ demo, ended }: OfficialRecord, production: boolean): boolean =>
  !ended && !(demo && production)

export async function officialsOf({ store, production }: Pick<Context, 'store' | 'production'>): Promise<Official[]> {
  const officials: Official[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<OfficialRecord>('officials', {
      by: 'account',
      dir: 'asc',
      limit: MAX_PAGE,
      ...(after && { after }),
    })
    const active = page.items.filter((found) => isActive(found, production))
    officials.push(...active.map((found) => officialOf(found.id, found)))
    if (!page.next) return officials
    after = page.next
  }
}

export async function officialWith(account: string, store: Store): Promise<StoredOfficial | undefined> {
  const { items } = await store.find<OfficialRecord>('officials', { where: { account }, by: 'account', limit: 1 })
  return items[0]
}

/** Puts an official into the store once; an account that is there stays as it is. */
export async function enrol(id: string, record: OfficialRecord, store: Store): Promise<void> {
  await store.insert('officials', id, record).catch((error: unknown) => {
    if (!(error instanceof Duplicate)) throw error
  })
}

/**
 * What a new password from the server's own shell changes: codes and devices start anew, so that somebody who lost theirs, and
 * was the last who could let others in, is in again.
 */
export const renewed = (password: string, now: Date) => ({
  ...{ password, given: true as const, nextDevice: true as const, freshAt: now.toISOString() },
  ...{ codeKey: '', codeKeyNew: '' },
})
