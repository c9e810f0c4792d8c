/** Whether everything about each release agrees: its head, its history, its contents, its editions, and what finds it. */
import type { manifest } from '@/server/manifest'
import type { Doc } from '@/server/ports'
import { releaseOf } from '@/server/publishing'
import {
  type ContentRecord,
  contentId,
  type EditionRecord,
  type FindableRecord,
  type ReleaseRecord,
  releaseRecordOf,
  type StepRecord,
  shownOf,
} from '@/server/releaseRecords'
import { findable } from '@/server/search'
import type { Town } from './town'

type World = Pick<Town, 'world'>

export async function allOf<T>({ world }: World, collection: keyof typeof manifest): Promise<(T & Doc)[]> {
  const documents: (T & Doc)[] = []
  for (let after: string | undefined; ; ) {
    const page = await world.store.find<T>(collection, { by: 'id', limit: 50, ...(after && { after }) })
    documents.push(...page.items)
    if (!page.next) return documents
    after = page.next
  }
}

const inOrder = (count: number) => Array.from({ length: count }, (_, at) => at + 1).join()
const numbers = (some: number[]) => some.sort((a, b) => a - b).join()
const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
/** Databases give the fields of a document in orders of their own. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inside]) => [key, sorted(inside)]),
        )
      : value

/** What is half published, each in a sentence. Of popular issues groups-whole.ts tells. */
export async function publishedWhole(town: World): Promise<string[]> {
  const [heads, steps, editions, findables, marks] = await Promise.all([
    allOf<ReleaseRecord>(town, 'releases'),
    allOf<StepRecord>(town, 'steps'),
    allOf<EditionRecord>(town, 'editions'),
    allOf<FindableRecord>(town, 'findables'),
    allOf<{ at: string }>(town, 'marks'),
  ])
  const contents = new Map((await allOf<ContentRecord>(town, 'contents')).map((one) => [one.id, one.content]))
  const ids = new Set(heads.map(({ id }) => id))
  const lost = [...steps, ...editions].filter(({ release }) => !ids.has(release)).map(({ id }) => `${id} is of nothing`)
  const newest = editions
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .pop()
  const unmarked = newest && !(marks[0] && marks[0].at >= newest) ? ['nobody was told that something went out'] : []

  return [
    ...lost,
    ...unmarked,
    ...findables
      .filter(({ id }) => !ids.has(id) && !id.startsWith('issue:'))
      .map(({ id }) => `${id} is found and not there`),
    ...heads.flatMap((head) => {
      const release = releaseOf(head)
      const { id, live, draft, entries, revisions, status } = release
      const wrong: string[] = []
      const told = steps.filter((step) => step.release === id).map(({ seq }) => seq)
      if (numbers(told) !== inOrder(entries)) wrong.push(`has ${entries} lines of history and not ${told}`)
      for (let revision = 1; revision <= revisions; revision++)
        if (!contents.has(contentId(id, revision))) wrong.push(`has no content of revision ${revision}`)
      const chain = editions.filter((edition) => edition.release === id)
      if (numbers(chain.map(({ edition }) => edition)) !== inOrder(live?.edition ?? 0))
        wrong.push(`is in edition ${live?.edition} and has ${chain.length}`)
      const last = chain.find(({ edition }) => edition === live?.edition)
      if (live && last?.revision !== live.revision) wrong.push('has an edition of another revision')
      const out = live && contents.get(contentId(id, live.revision))
      if (out && !same(shownOf(out), head.shown)) wrong.push('shows something else than what is out')
      if (!live && head.shown) wrong.push('shows what never was out')
      const words = status === 'published' && out ? findable(release, out) : null
      const found = findables.find((one) => one.id === id)
      const { id: _, version: __, ...foundBy } = found ?? { id: '', version: 0 }
      if (words && !same(words, foundBy)) wrong.push('is not found by its words')
      if (!words && found) wrong.push('is found and should not be')
      const { title, facet, movedAt, shown } = head
      const { id: ___, ...expected } = releaseRecordOf(release, { title, facet, movedAt, ...(shown && { shown }) })
      const { id: ____, version: _____, ...kept } = head
      if (!same(expected, kept)) wrong.push('is found in lists by what it is not')
      if (draft?.signatures.some(({ revision }) => revision !== draft.revision))
        wrong.push('has a signature on another revision')
      if (live?.signatures.some(({ revision }) => revision !== live.revision))
        wrong.push('is out with a signature on another revision')
      return wrong.map((what) => `${id} ${what}`)
    }),
  ]
}
