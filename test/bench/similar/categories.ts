/**
 * How well a category is suggested: cross-validated over labelled messages of a real city, several times with other folds;
 * or, with `testFile`, learnt from all of them and measured on others. The names of the categories below each label, in the
 * same folder, are the hints, as a district's own category names and search words are; unlabelled messages say which words
 * everybody uses. Nothing of the messages is in the project.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { type Grams, gramsOf, type Written } from '@/core/suggest/grams'
import { type Hint, learn } from '@/core/suggest/learn'
import { opened } from '@/core/suggest/model'
import { suggest } from '@/core/suggest/suggest'
import { floorOf } from './floor'
import { foldsOf } from './folds'
import { type Outcome, scoreOf, tableOf } from './scores'

type Say = (line: string) => void

const Row = v.object({ title: v.string(), text: v.string(), label: v.string() })
type Row = v.InferOutput<typeof Row>
const Message = v.object({ title: v.string(), text: v.string() })
const Leaf = v.object({ level1: v.string(), level2: v.nullish(v.string()), level3: v.nullish(v.string()) })

const FOLDS = 5
const SEEDS = [1, 2, 3, 4, 5]
const LEARN_SEED = 1
const TOP = 3
const TARGET = { macroF1: 0.8, top3: 0.95 }
/** What a tree calls whatever fits nowhere else: that says nothing. */
const REST = '其他'

/** What is there beside the labelled rows. */
type Ground = { labels: string[]; hints: Hint[]; others: Grams[] }
/** Learns from rows, and gives how a text is ranked, labels best first. */
type Method = (rows: readonly Row[]) => (row: Row) => string[]

/** True where both targets are reached. False, with a line that says so, where the files are not there. */
export async function measureCategories(o: { folder: string; testFile?: string; say: Say }): Promise<boolean> {
  const file = path.join(o.folder, 'categories-labelled.jsonl')
  if (!existsSync(file)) {
    o.say(`categories: no ${file}: not measured`)
    return false
  }
  const rows = linesOf(file, Row)
  const ground: Ground = {
    labels: [...new Set(rows.map(({ label }) => label))].sort(),
    hints: hintsOf(path.join(o.folder, 'category-tree.json')),
    others: unlabelledOf(path.join(o.folder, 'messages.jsonl')),
  }
  const names = ground.hints.reduce((sum, { words }) => sum + words.length, 0)
  o.say(
    `\nsuggested category: ${rows.length} labelled rows, ${ground.labels.length} categories, ${names} names in the tree, ${ground.others.length} unlabelled texts`,
  )
  const test = o.testFile ? linesOf(o.testFile, Row) : undefined
  o.say(`  ${test ? `learnt from all, measured on ${test.length} others` : `${FOLDS} folds, ${SEEDS.length} times`}`)
  const measured = (name: string, method: Method) => {
    const runs = test ? [outcomesOf(method(rows), test)] : SEEDS.map((seed) => crossed(rows, method, seed))
    return report(name, runs, o.say)
  }
  const ours = measured('ours', methodOf(ground, whole))
  measured('ours, the text alone, as tickets are', methodOf(ground, textAlone))
  measured('ours, without the names in the tree', methodOf({ ...ground, hints: [] }, whole))
  measured('ours, without unlabelled texts', methodOf({ ...ground, others: [] }, whole))
  measured('complement naive Bayes, the floor', floorOf)
  for (const line of tableOf(ours.runs)) o.say(line)
  speed(ground, rows, o.say)
  return ours.reached
}

const whole = ({ title, text }: Row): Written => ({ title, text })
const textAlone = ({ text }: Row): Written => ({ text })

const methodOf =
  ({ labels, hints, others }: Ground, form: (row: Row) => Written): Method =>
  (rows) => {
    const examples = rows.map((row) => ({ ...form(row), category: row.label }))
    const model = opened(learn({ categories: labels, examples, hints, others, seed: LEARN_SEED }))
    return (row) => suggest(model, form(row)).map(({ category }) => category)
  }

/** Of each fold, what was learnt from the other folds. */
function crossed(rows: readonly Row[], method: Method, seed: number): Outcome[] {
  return foldsOf(rows, FOLDS, seed).flatMap((fold) => {
    const away = new Set(fold)
    return outcomesOf(method(rows.filter((row) => !away.has(row))), fold)
  })
}

const outcomesOf = (rank: (row: Row) => string[], rows: readonly Row[]): Outcome[] =>
  rows.map((row) => {
    const ranked = rank(row)
    return { label: row.label, ...(ranked[0] && { first: ranked[0] }), inTop: ranked.slice(0, TOP).includes(row.label) }
  })

function report(name: string, runs: Outcome[][], say: Say): { runs: Outcome[][]; reached: boolean } {
  const scores = runs.map(scoreOf)
  const over = (key: 'macroF1' | 'accuracy' | 'top3') => scores.map((score) => score[key])
  const [macroF1, accuracy, top3] = [over('macroF1'), over('accuracy'), over('top3')]
  say(`  ${name.padEnd(38)}macro F1 ${spread(macroF1)}  accuracy ${spread(accuracy)}  top-3 recall ${spread(top3)}`)
  return { runs, reached: mean(macroF1) >= TARGET.macroF1 && mean(top3) >= TARGET.top3 }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The mean; and, of several, from which to which. */
function spread(values: readonly number[]): string {
  const middle = mean(values).toFixed(3)
  return values.length > 1
    ? `${middle} (${Math.min(...values).toFixed(3)} to ${Math.max(...values).toFixed(3)})`
    : middle
}

function speed({ labels, hints, others }: Ground, rows: Row[], say: Say): void {
  const before = performance.now()
  const examples = rows.map((row) => ({ ...whole(row), category: row.label }))
  const learnt = learn({ categories: labels, examples, hints, others, seed: LEARN_SEED })
  const learning = performance.now() - before
  const model = opened(learnt)
  const times = rows
    .map((row) => {
      const start = performance.now()
      suggest(model, whole(row))
      return performance.now() - start
    })
    .sort((one, other) => one - other)
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(2)
  const size = Buffer.byteLength(JSON.stringify(learnt)) / 1024
  say(
    `  learnt in ${learning.toFixed(0)} ms; a suggestion takes ${at(0.5)} ms (99 of 100 within ${at(0.99)} ms); the model is ${size.toFixed(0)} KB as JSON`,
  )
}

function hintsOf(file: string): Hint[] {
  if (!existsSync(file)) return []
  const leaves = v.parse(v.array(Leaf), JSON.parse(readFileSync(file, 'utf8')))
  const words = new Map<string, Set<string>>()
  for (const { level1, level2, level3 } of leaves) {
    const own = words.get(level1) ?? new Set([level1])
    for (const name of [level2, level3]) if (name && name !== REST) own.add(name)
    words.set(level1, own)
  }
  return [...words].map(([category, own]) => ({ category, words: [...own] }))
}

const unlabelledOf = (file: string): Grams[] => (existsSync(file) ? linesOf(file, Message).map(gramsOf) : [])

const linesOf = <T>(file: string, schema: v.GenericSchema<unknown, T>): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => v.parse(schema, JSON.parse(line)))
