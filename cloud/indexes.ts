/**
 * The indexes of the cloud's collections. WeChat's HTTP API makes and drops indexes but shows none, so what was made is
 * written down in the environment itself, in the collection `deployed`: before it is asked for (`pending`) and after
 * (`made`). So a run that was cut off can be told from an index that somebody else made.
 */
import * as v from 'valibot'
import type { IndexDefinitions } from '@/drivers/wechat/indexes'
import { both } from './deployment'
import type { Outcome } from './steps'
import { type Reply, sentenceOf, type TcbCloud } from './tcb'

export const LEDGER = 'deployed'
type Index = IndexDefinitions['create_indexes'][number]

const Index = v.object({
  name: v.string(),
  unique: v.boolean(),
  keys: v.array(v.object({ name: v.string(), direction: v.picklist(['1', '-1']) })),
})
const Entry = v.object({ _id: v.string(), made: v.array(Index), pending: v.array(Index) })
type Entry = v.InferOutput<typeof Entry>

/** What is there already (EEXIST), or is gone already: after a reply that was lost, both are what was wanted. */
const THERE = /exist|duplicate|conflict/i
const GONE = /not (exist|found)|no such|notfound|nonexist/i

export type Change = { missing: Index[]; differing: Index[]; leftover: string[] }

/** What lies between the indexes that are wanted and those that were made. */
export function changeOf(wanted: Index[], made: Index[]): Change {
  const before = new Map(made.map((index) => [index.name, index]))
  return {
    missing: wanted.filter(({ name }) => !before.has(name)),
    differing: wanted.filter((index) => {
      const known = before.get(index.name)
      return known !== undefined && !same(known, index)
    }),
    leftover: made.map(({ name }) => name).filter((name) => !wanted.some((index) => index.name === name)),
  }
}

const same = (a: Index, b: Index): boolean => JSON.stringify(v.parse(Index, a)) === JSON.stringify(v.parse(Index, b))

/** Makes what is missing. What differs is reported, and changed only with `replace`: an index may take minutes to build. */
export async function setIndexes(
  cloud: TcbCloud,
  definitions: IndexDefinitions[],
  { replace }: { replace: boolean },
): Promise<Outcome> {
  const ledger = await entries(cloud)
  if (!ledger.ok) return { ok: false, why: sentenceOf(ledger) }
  const said: string[] = []
  for (const { collection_name: collection, create_indexes: wanted } of definitions) {
    if (!wanted.length && !ledger.value.has(collection)) continue
    const done = await setOf({ cloud, collection, wanted, entry: ledger.value.get(collection), replace })
    if (!done.ok) return { ok: false, why: [...said, done.why].join('\n') }
    said.push(...(done.said ?? []))
  }
  return { ok: true, said }
}

type Setting = { cloud: TcbCloud; collection: string; wanted: Index[]; entry: Entry | undefined; replace: boolean }

async function setOf({ cloud, collection, wanted, entry, replace }: Setting): Promise<Outcome> {
  const change = changeOf(wanted, entry?.made ?? [])
  const drop = [...change.differing.map(({ name }) => name), ...change.leftover]
  const create = replace ? [...change.missing, ...change.differing] : change.missing
  const left = replace ? [] : drop.map((name) => differs(collection, name))
  const kept = (entry?.made ?? []).filter(({ name }) => !(replace && drop.includes(name)))

  if (replace) {
    for (const name of drop) {
      const dropped = await cloud.updateIndexes(collection, [], [name])
      if (!dropped.ok && !GONE.test(dropped.errmsg)) return refused(collection, dropped)
    }
  }
  if (!create.length && !(replace && drop.length)) return { ok: true, said: left }

  const noted = await note(cloud, { _id: collection, made: kept, pending: create }, entry !== undefined)
  if (!noted.ok) return refused(collection, noted)
  for (const index of create) {
    const made = await cloud.updateIndexes(collection, [index], [])
    const asked = entry?.pending.some((pending) => same(pending, index)) ?? false
    if (!made.ok && !(asked && THERE.test(made.errmsg))) return refused(`${collection}.${index.name}`, made)
  }
  const closed = await note(cloud, { _id: collection, made: [...kept, ...create], pending: [] }, true)
  if (!closed.ok) return refused(collection, closed)
  return { ok: true, said: [`${collection}: ${create.map(({ name }) => name).join(', ') || '-'}`, ...left] }
}

async function entries(cloud: TcbCloud): Promise<Reply<Map<string, Entry>>> {
  const found = await cloud.find(LEDGER, {})
  if (!found.ok) return found
  const all = v.safeParse(v.array(Entry), found.value)
  if (!all.success) return { ok: false, errcode: 0, errmsg: `the collection ${LEDGER} holds something else` }
  return { ok: true, value: new Map(all.output.map((entry) => [entry._id, entry])) }
}

const note = async (cloud: TcbCloud, { _id, ...rest }: Entry, there: boolean): Promise<Reply<unknown>> =>
  there ? cloud.update(LEDGER, { _id }, rest) : cloud.add(LEDGER, { _id, ...rest })

const differs = (collection: string, index: string): string =>
  both(
    `${collection}.${index} 与所需的不同，未改动；要换请加 --replace-indexes`,
    `${collection}.${index} differs and was left as it is: --replace-indexes changes it`,
  )

const refused = (place: string, reply: { errcode: number; errmsg: string }): Outcome => ({
  ok: false,
  why: `${place}: ${sentenceOf(reply)}`,
})
