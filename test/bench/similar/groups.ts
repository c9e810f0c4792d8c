/**
 * How well it is told which messages are about the same thing, through the store as in production, and by comparing with
 * all messages beside it.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { groupsOf, type Member } from '@/core/similarGroups'
import { ranked } from '@/core/similarPair'
import { alike, likenedOf } from '@/server/alike'
import { traceAll } from '@/server/traces'
import { learnWording, wordingOf } from '@/server/wording'
import { printTable, type Row } from '../table'
import { contextOn, type Filed, fill, onSqlite } from './town'

type Say = (line: string) => void
const Message = v.object({ id: v.string(), title: v.string(), text: v.string(), at: v.string() })
const Groups = v.record(v.string(), v.array(v.string()))

const TARGET = { precision: 0.9, f1: 0.85 }
const AT = 10
const MOST = 32
/** Of those found for a message, so many are looked at for its group. */
const BESIDE = 30

const WHAT = `
Each message of a known group is asked about among all. Its suggested neighbours are the best 10, or as many as its group
has others where these are fewer. precision: how many of them are of its group. recall: how many of its group's others are
among all that are suggested, and among the best (group less one). In total: every message counts the same; by group: every group
counts the same. Messages about the same thing that nobody put into the group count as wrong.
Pairs: two messages in one automatic group, at least one of them of a known group. precision: how many of them are of one
known group. recall: how many pairs of a known group are in one automatic group. F1 is the harmonic mean.
`

export async function measureGroups({ folder, say }: { folder: string; say: Say }): Promise<boolean> {
  if (!existsSync(path.join(folder, 'groups.json'))) {
    say(`\nWhat is alike: skipped, there is no groups.json in ${folder}`)
    return true
  }
  const known = Object.values(v.parse(Groups, JSON.parse(readFileSync(path.join(folder, 'groups.json'), 'utf8'))))
  const filed = messagesIn(folder)
  const place = await onSqlite()
  const ctx = contextOn(place.store, new Date(filed.at(-1)?.filedAt ?? 0))
  await fill(place.store, filed)
  await learnWording(ctx)
  while ((await traceAll(ctx)).more);
  say(WHAT.trimEnd())
  const groups = known.map((ids) => new Set(ids.map((id) => filed.find(({ no }) => no.endsWith(`-${id}`))?.no ?? id)))
  const wording = await wordingOf(ctx)
  const asked = filed.map((one) => ({ no: one.no, text: one.text, place: {}, filedAt: one.filedAt }))
  const likened = asked.map((one) => ({ of: one.no, likened: likenedOf(one, wording, ctx) }))
  const near = new Map<string, string[]>()
  for (const one of asked)
    near.set(
      one.no,
      (await alike(one, MOST, ctx)).map(({ ticket }) => ticket.no),
    )
  const exact = (no: string) => {
    const own = likened.find(({ of }) => of === no)
    return own
      ? ranked(
          own.likened,
          likened.filter((other) => other !== own),
          MOST,
        ).map(({ of }) => of)
      : []
  }
  const through = neighbours(groups, (no) => near.get(no) ?? [])
  printTable(say, `Neighbours of ${through.asked} messages in ${groups.length} groups, among ${filed.length}`, [
    ...neighbourRows('through the store', through, true),
    ...neighbourRows('compared with all', neighbours(groups, exact), false),
  ])
  const members = likened.map(
    ({ of, likened }): Member => ({ id: of, likened, nearest: (near.get(of) ?? []).slice(0, BESIDE) }),
  )
  const pairs = pairsOf(groups, groupsOf(members))
  const perGroup = groups.map((group) => pairsOf([group], pairs.found).f1)
  printTable(say, `Automatic groups: ${pairs.found.length}, the largest of ${pairs.found[0]?.length ?? 0}`, [
    row(`pairs: precision (${pairs.right} of ${pairs.told})`, pairs.right / pairs.told),
    row(`pairs: recall (${pairs.right} of ${pairs.same})`, pairs.right / pairs.same),
    row('pairwise F1', pairs.f1, TARGET.f1),
    row('pairwise F1 by group', mean(perGroup)),
    ...(groups.length > 1 ? [row('  the worst of leaving one group out', leastWithoutOne(groups, pairs.found))] : []),
  ])
  await place.remove()
  return mean(through.precision.flat()) >= TARGET.precision && pairs.f1 >= TARGET.f1
}

/** Numbered in the order of their arrival, as tickets are. */
function messagesIn(folder: string): Filed[] {
  const lines = readFileSync(path.join(folder, 'messages.jsonl'), 'utf8').trim().split('\n')
  return lines
    .map((line) => v.parse(Message, JSON.parse(line)))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .map(({ id, title, text, at }, order) => ({
      no: `M-${String(order).padStart(6, '0')}-${id}`,
      text: `${title}。${text}`,
      filedAt: new Date(at).toISOString(),
    }))
}

type Found = { asked: number; precision: number[][]; recall: number[][]; own: number[][]; right: number; told: number }

function neighbours(groups: Set<string>[], near: (no: string) => string[]): Found {
  const found: Found = { asked: 0, precision: [], recall: [], own: [], right: 0, told: 0 }
  for (const group of groups) {
    const [others, shown] = [group.size - 1, Math.min(AT, group.size - 1)]
    const hits = [...group].map((no) => near(no).map((other) => group.has(other)))
    const of = (some: boolean[]) => some.filter(Boolean).length
    found.asked += group.size
    found.told += shown * group.size
    for (const hit of hits) found.right += of(hit.slice(0, shown))
    found.precision.push(hits.map((hit) => of(hit.slice(0, shown)) / shown))
    found.recall.push(hits.map((hit) => of(hit) / others))
    found.own.push(hits.map((hit) => of(hit.slice(0, others)) / others))
  }
  return found
}

function neighbourRows(how: string, { precision, recall, own, right, told }: Found, counts: boolean): Row[] {
  return [
    row(`${how}: precision at 10 (${right} of ${told})`, mean(precision.flat()), counts ? TARGET.precision : undefined),
    row('  by group', mean(precision.map(mean))),
    row('  recall, all suggested, by group', mean(recall.map(mean))),
    row('  recall, best (group less one)', mean(own.flat())),
  ]
}

type Pairs = { right: number; told: number; same: number; f1: number; found: string[][] }

function pairsOf(groups: Set<string>[], found: string[][]): Pairs {
  let [right, told, same] = [0, 0, 0]
  for (const group of groups) {
    same += (group.size * (group.size - 1)) / 2
    for (const one of found) {
      const inside = one.filter((no) => group.has(no)).length
      right += (inside * (inside - 1)) / 2
      told += (inside * (inside - 1)) / 2 + inside * one.filter((no) => !groups.some((any) => any.has(no))).length
    }
  }
  // Two known groups in one automatic group: each such pair once.
  for (const one of found) {
    const inside = groups.map((group) => one.filter((no) => group.has(no)).length)
    const all = inside.reduce((sum, count) => sum + count, 0)
    told += inside.reduce((sum, count) => sum + count * (all - count), 0) / 2
  }
  return { right, told, same, f1: (2 * right) / (told + same), found }
}

const leastWithoutOne = (groups: Set<string>[], found: string[][]): number =>
  Math.min(
    ...groups.map(
      (left) =>
        pairsOf(
          groups.filter((group) => group !== left),
          found,
        ).f1,
    ),
  )

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const row = (what: string, value: number, target?: number): Row => ({
  what,
  measured: value.toFixed(3),
  budget: target === undefined ? '(told)' : `>= ${target.toFixed(2)}`,
  within: target === undefined || value >= target,
})
