/** What is out, without a desk: written into the store as publishing leaves it. */
import type { Content } from '@/contract/content'
import type { Edition, Release, ReleaseStatus } from '@/core/release'
import type { GroupAnswer, GroupRecord } from '@/server/groupRecords'
import {
  type ContentRecord,
  contentId,
  type EditionRecord,
  facetOf,
  releaseRecordOf,
  shownOf,
  titleOf,
} from '@/server/releaseRecords'
import { findable, findableIssue, touchMark } from '@/server/search'
import { both } from './contents'
import type { Town } from './town'

const LIN = { id: 'o_lin', name: '林青' }
let releases = 0

type Publishing = {
  id?: string
  /** When it went out; without it, now. */
  at?: string
  unit?: string
  status?: ReleaseStatus
  ending?: string
  reviewBy?: string
  sample?: true
  /** What was corrected, from one edition to the next; the content is that of the last one. */
  changes?: string[]
  override?: Edition['override']
}

/** Gives the id. Times of the content are its own. */
export async function publishes(town: Town, content: Content, told: Publishing = {}): Promise<string> {
  const { id, documents } = written(town, content, told)
  await town.world.store.tx(async (tx) => {
    for (const [collection, key, value] of documents) await tx.insert(collection, key, value)
    await touchMark(tx, new Date(town.now()))
  })
  return id
}

type Written = { id: string; documents: [collection: string, id: string, value: object][] }

function written(town: Town, content: Content, told: Publishing): Written {
  const { id = `r-${process.pid}-${++releases}`, unit = 'transport', status = 'published', changes = [] } = told
  const at = told.at ?? town.now()
  const times = {
    ...('onset' in content && { onset: content.onset }),
    ...('expiresAt' in content && content.expiresAt && { expiresAt: content.expiresAt }),
  }
  const last = changes.length + 1
  const live: Edition = {
    ...times,
    edition: last,
    revision: last,
    author: LIN,
    wrote: [LIN.id],
    signatures: [],
    publishedAt: at,
    ...(last > 1 && { change: both(changes[last - 2] ?? '') }),
    ...(told.override && { override: told.override }),
  }
  const release: Release = {
    id,
    kind: content.kind,
    unit,
    status,
    live,
    publishedAt: at,
    revisions: last,
    entries: 1,
    ...(told.ending && { ending: told.ending }),
    ...(told.reviewBy && { reviewBy: told.reviewBy }),
    ...(told.sample && { sample: told.sample }),
  }
  const head = { title: titleOf(content), facet: facetOf(content), movedAt: at, shown: shownOf(content) }
  const { id: _, ...record } = releaseRecordOf(release, head)
  const whole: ContentRecord = { release: id, revision: last, content, at, by: LIN.id }
  const found = status === 'published' ? findable(release, content) : null
  const chain = [undefined, ...changes].map((change, before): EditionRecord => {
    const edition = before + 1
    return { release: id, edition, revision: edition, publishedAt: at, ...(change && { change: both(change) }) }
  })
  return {
    id,
    documents: [
      ['releases', id, record],
      ['contents', contentId(id, last), whole],
      ...chain.map((one): Written['documents'][number] => ['editions', `${id}-${one.edition}`, one]),
      ...(found ? [['findables', id, found] as Written['documents'][number]] : []),
    ],
  }
}

const IN_LISTS = ['releases', 'findables']

/** Many at once, each published a minute before the one in front of it: what lists and search need of them. */
export async function publishesMany(town: Town, contents: Content[]): Promise<string[]> {
  const start = Date.parse(town.now())
  const { store } = town.world
  const all = contents.map((content, index) =>
    written(town, content, { at: new Date(start - index * 60_000).toISOString() }),
  )
  for (let from = 0; from < all.length; from += 50) {
    const some = all
      .slice(from, from + 50)
      .flatMap(({ documents }) => documents.filter(([collection]) => IN_LISTS.includes(collection)))
    await Promise.all(some.map(([collection, key, value]) => store.insert(collection, key, value)))
  }
  await store.tx((tx) => touchMark(tx, new Date(town.now())))
  return all.map(({ id }) => id)
}

/** A popular issue as a test tells it: what is not said is as it mostly is. */
export type AskedTogether = Omit<GroupRecord, 'unit' | 'public' | 'owed' | 'answer'> &
  Partial<Pick<GroupRecord, 'unit' | 'public' | 'owed'>> & {
    answer?: Pick<GroupAnswer, 'text' | 'edition' | 'at' | 'unit'> & Partial<GroupAnswer>
  }

const groupOf = ({ answer, ...told }: AskedTogether): GroupRecord => ({
  ...{ unit: answer?.unit ?? 'office', public: true, owed: false },
  ...told,
  ...(answer && { answer: { by: LIN, result: 'done', ...answer } }),
})

/** A popular issue, and what it is found by. */
export async function asksTogether(town: Town, id: string, told: AskedTogether): Promise<void> {
  const group = groupOf(told)
  await town.world.store.tx(async (tx) => {
    await tx.insert('groups', id, group)
    await tx.insert('findables', `issue:${id}`, findableIssue(group))
    await touchMark(tx, new Date(town.now()))
  })
}

/** Nothing was ever published, and nobody asked anything together. */
export async function takesDownAll({ world: { store }, now }: Town): Promise<void> {
  for (const collection of ['releases', 'contents', 'editions', 'findables', 'groups']) {
    for (;;) {
      const { items } = await store.find(collection, { by: 'id', limit: 50 })
      if (!items.length) break
      await Promise.all(items.map(({ id, version }) => store.remove(collection, id, version)))
    }
  }
  await store.tx((tx) => touchMark(tx, new Date(now())))
}
