/**
 * What a text is known by when its category is suggested: pairs of Chinese characters, whole words of other scripts.
 * Numbers, and words with digits in them, are never among these: they name people and places, not subjects.
 */
import { placesIn } from '../privacy'

/** What it is about is said first; further on, all complaints tell of the same troubles. Measured: decision 029. */
const READ = 150
/** A title says in a few words what it is about. */
const TITLE = 3

const RUNS = /\p{Script=Han}+|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
const HAN = /\p{Script=Han}/u
const DIGIT = /\p{N}/u
const SHORTEST = 2
const LONGEST = 20
const STOPS = new Set(
  `a an and any are as at be been but by can could do does for from had has have he hello help here how i if in is it its
  me my no not of on or our out please she since so some sorry thank thanks that the their them there they this to too up
  us very was we were what when where which who why will with would you your`.split(/\s+/),
)

export type Written = { text: string; title?: string }

/** Each with how often it stands there. */
export type Grams = ReadonlyMap<string, number>

export function gramsOf({ text, title }: Written): Grams {
  const grams = new Map<string, number>()
  if (title) add(title, TITLE, grams)
  add(text.slice(0, READ), 1, grams)
  return grams
}

function add(text: string, weight: number, grams: Map<string, number>): void {
  const plain = withoutPrivate(text).normalize('NFKC').toLowerCase()
  for (const { 0: run, index } of plain.matchAll(RUNS)) {
    if (HAN.test(run)) addPairs(Array.from(run), weight, grams)
    else if (isWord(run, plain, index)) count(run.replace(/(\w{3})s$/, '$1'), weight, grams)
  }
}

function addPairs(characters: string[], weight: number, grams: Map<string, number>): void {
  for (let at = 1; at < characters.length; at++) count(`${characters[at - 1]}${characters[at]}`, weight, grams)
}

/** A word beside a digit is part of a number: a plate, a code, a road. */
function isWord(run: string, plain: string, index: number): boolean {
  if (run.length < SHORTEST || run.length > LONGEST || STOPS.has(run)) return false
  return !DIGIT.test(plain[index - 1] ?? '') && !DIGIT.test(plain[index + run.length] ?? '')
}

const count = (gram: string, weight: number, grams: Map<string, number>): void => {
  grams.set(gram, (grams.get(gram) ?? 0) + weight)
}

/** Plates and numbers taken out, as many blanks in their place. */
function withoutPrivate(text: string): string {
  let out = ''
  let at = 0
  for (const { from, to } of placesIn(text)) {
    out += `${text.slice(at, from)} `
    at = to
  }
  return out + text.slice(at)
}
