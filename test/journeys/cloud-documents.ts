/** What lies in the cloud's database, told so that two runs of the same thing read the same. */
import { manifest } from '@/server/manifest'
import type { ClipRecord, Entry, PhotoRecord, TicketRecord } from '@/server/records'
import type { CloudTown } from './cloud-town'
import { groupsWhole } from './groups-whole'
import { allOf, publishedWhole } from './published-whole'

export type Documents = Map<string, string>
type Collection = keyof typeof manifest

/**
 * Every try of anything leaves its own: they are counted for limits, say whose turn it was, who tried what, or what the
 * clock counted beside it.
 */
const OF_EACH_TRY: Collection[] = ['tries', 'jobs', 'counters', 'audit', 'chains', 'weeks', 'models', 'settings']

const SEEN_AGAIN: Collection[] = ['sessions', 'devices']

/** Every document by its collection and id, as JSON. */
export async function documentsOf(town: CloudTown, except: string[] = []): Promise<Documents> {
  const documents: Documents = new Map()
  for (const collection of Object.keys(manifest) as Collection[]) {
    if ([...OF_EACH_TRY, ...except].includes(collection)) continue
    for (const one of await allOf<object>(town, collection)) {
      documents.set(`${collection}/${one.id}`, JSON.stringify(SEEN_AGAIN.includes(collection) ? lasting(one) : one))
    }
  }
  return documents
}

/** Without when somebody was last seen with it: that each try notes. */
const lasting = (one: object) => ({ ...one, seenAt: undefined, version: undefined })

/** What came, changed and went, without ids, codes, pictures’ names and times: those are others in every run. */
export function changesBetween(before: Documents, after: Documents): string[] {
  const came = [...after].filter(([key, document]) => before.get(key) !== document)
  const went = [...before.keys()].filter((key) => !after.has(key))
  return [
    ...came.map(([key, document]) => `${key.split('/')[0]} ${plain(document)}`),
    ...went.map((key) => `${key.split('/')[0]} is gone`),
  ].sort()
}

const plain = (document: string) =>
  document
    .replace(/"(id|code)":"[^"]*",?/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/o-person-\d+/g, '<person>')
    .replace(/CFD-[\d-]+/g, '<number>')
    .replace(/"key-\d+-\d+"/g, '"<key>"')
    .replace(/"heat":[\d.]+/g, '"heat":<heat>')
    .replace(/"minutes":\d+/g, '"minutes":<minutes>')
    .replace(/"[\da-f]{64}"/g, '"<picture>"')
    .replace(/"(inbox\/)?[\w-]{22}"/g, '"$1<random>"')
    .replace(/"[\w-]{32}"/g, '"<id>"')
    // The mark counts what was ever published.
    .replace(/^(\{"at":"<time>","version":)\d+\}$/, '$1<count>}')

/** What nobody may ever see, each in a sentence. */
export async function halfDone(town: CloudTown): Promise<string[]> {
  const [tickets, entries, filings, photos, clips] = await Promise.all([
    allOf<TicketRecord>(town, 'tickets'),
    allOf<Entry>(town, 'entries'),
    allOf<{ no: string }>(town, 'filings'),
    allOf<PhotoRecord>(town, 'photos'),
    allOf<ClipRecord>(town, 'clips'),
  ])
  // What is not loose the clock never removes.
  const safe = new Set([...photos, ...clips].filter(({ loose }) => loose === undefined).map(({ id }) => id))
  const files = new Set(town.emulator.files())
  const numbers = new Set(tickets.map(({ no }) => no))
  const filed = new Set(filings.map(({ no }) => no))
  const lines = (no: string) => entries.filter((entry) => entry.no === no).map(({ seq }) => seq)
  const inOrder = (count: number) => Array.from({ length: count }, (_, at) => at + 1).join()
  return [
    ...(await publishedWhole(town)),
    ...(await groupsWhole(town)),
    ...tickets
      .filter(
        ({ no, entries: count }) =>
          lines(no)
            .sort((a, b) => a - b)
            .join() !== inOrder(count),
      )
      .map(({ no, entries: count }) => `${no} has ${count} lines of history and not ${lines(no)}`),
    ...tickets.filter(({ no }) => !filed.has(no)).map(({ no }) => `${no} was not filed`),
    ...entries
      .filter(({ no }) => !numbers.has(no))
      .map(({ no }) => `a line of history is of ${no}, which is not there`),
    ...filings.filter(({ no }) => !numbers.has(no)).map(({ no }) => `a filing became ${no}, which is not there`),
    ...entries.flatMap(({ no, photos: shown, clips: heard = [] }) =>
      [...shown, ...heard].filter(({ id }) => !safe.has(id)).map(() => `the clock will take a file from ${no}`),
    ),
    ...[...photos.flatMap(filesOf), ...clips.map(fileOf)]
      .filter((file) => !files.has(file))
      .map((file) => `${file} is not there`),
  ]
}

const filesOf = ({ name }: PhotoRecord) =>
  ['full', 'thumb'].map((size) => `pictures/${name.slice(0, 2)}/${name}.${size}.jpg`)
const fileOf = ({ name, type }: ClipRecord) => `clips/${name.slice(0, 2)}/${name}.${type}`

/** Files that neither a photo nor a recording is, and what was never taken over. */
export async function orphans(town: CloudTown): Promise<string[]> {
  const [photos, clips] = [await allOf<PhotoRecord>(town, 'photos'), await allOf<ClipRecord>(town, 'clips')]
  const kept = new Set([...photos.flatMap(filesOf), ...clips.map(fileOf)])
  return town.emulator.files().filter((file) => !kept.has(file))
}
