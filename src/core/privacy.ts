/**
 * Private details in a text that is to be published: Chinese mobile, identity and bank card numbers, and number plates,
 * also where they are written with spaces, hyphens or full-width characters. For a person to look at, not a proof.
 */
export type Private = 'phone' | 'identity' | 'plate' | 'bank'
export type Found = { what: Private; text: string }

/** Where in a text: from one character to before another. */
export type Place = { what: Private; from: number; to: number }
/** Digits that stand together, and where. */
type Group = { digits: string; from: number; to: number }

/** What was found, in the order of the text; the same thing twice is told once. */
export function privateDetails(text: string): Found[] {
  const found = placesIn(text).map(({ what, from, to }) => ({ what, text: text.slice(from, to) }))
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index)
}

/** The text with its private details covered, but for how they begin and end. */
export function masked(text: string): string {
  let out = ''
  let at = 0
  for (const { what, from, to } of placesIn(text)) {
    const shown = what === 'plate' ? 2 : 3
    const covered = text.slice(from + shown, to - 2).replace(/[^\s·•.-]/g, '*')
    out += text.slice(at, from + shown) + covered + text.slice(to - 2, to)
    at = to
  }
  return out + text.slice(at)
}

/** Where they stand, in the order of the text. */
export const placesIn = (text: string): Place[] => {
  const plain = narrow(text)
  return [...numbersIn(plain), ...platesIn(plain)].sort((a, b) => a.from - b.from)
}

/** Full-width letters, digits and signs as narrow ones, capital; no character is added or lost. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[a-z]/g, (char) => char.toUpperCase())

// One separator between two groups: what stands further apart belongs to two numbers.
const RUN = /\d+(?:[ -]\d+)*(?:[ -]?X)?/g

function numbersIn(plain: string): Place[] {
  const found: Place[] = []
  for (const run of plain.matchAll(RUN)) {
    const groups = groupsOf(run[0], run.index)
    for (let start = 0; start < groups.length; start++) {
      const end = longestFrom(groups, start)
      if (!end) continue
      found.push(end.place)
      start = end.last
    }
  }
  return found
}

const groupsOf = (run: string, offset: number): Group[] =>
  [...run.matchAll(/[\dX]+/g)].map(({ 0: digits, index }) => ({
    digits,
    from: offset + index,
    to: offset + index + digits.length,
  }))

/** No number has more digits, and so none more groups. */
const LONGEST = 19

/** The longest number that begins with this group. */
function longestFrom(groups: Group[], start: number): { place: Place; last: number } | null {
  for (let last = Math.min(groups.length, start + LONGEST) - 1; last >= start; last--) {
    const part = groups.slice(start, last + 1)
    const what = kindOf(part.map(({ digits }) => digits))
    const [from, to] = [part[0]?.from, part[part.length - 1]?.to]
    if (what && from !== undefined && to !== undefined) return { place: { what, from, to }, last }
  }
  return null
}

function kindOf(groups: string[]): Private | null {
  const digits = groups.join('')
  if (isIdentity(digits)) return 'identity'
  if (isPhone(groups)) return 'phone'
  // Cards are written in fours; anything else that passes is chance.
  const inFours = groups.every((group, index) => group.length === 4 || index === groups.length - 1)
  return (groups.length === 1 || inFours) && isCard(digits) ? 'bank' : null
}

/** 11 digits, alone or after the country's code; in groups that are no days or hours. */
function isPhone(groups: string[]): boolean {
  const own = /^(00)?86$/.test(groups[0] ?? '') ? groups.slice(1) : groups
  const number = own.join('').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  const grouped = own.every(({ length }) => length >= 3) || own.every(({ length }) => length === 1)
  return grouped && /^1[3-9]\d{9}$/.test(number)
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** GB 11643: place, day of birth, order, check character. */
function isIdentity(text: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(text)) return false
  const sum = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17]
}

/** 16 to 19 digits as banks give them out, with the check digit of ISO/IEC 7812 (Luhn). */
function isCard(digits: string): boolean {
  if (!/^[34569]\d{15,18}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?([A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳])/g

function platesIn(plain: string): Place[] {
  return [...plain.matchAll(PLATE)].flatMap(({ 0: plate, 1: serial = '', index }): Place[] => {
    const to = index + plate.length
    const wholly = !/[A-Z\d]/.test(plain[to] ?? '') && (serial.match(/\d/g) ?? []).length >= 3
    return wholly ? [{ what: 'plate', from: index, to }] : []
  })
}
