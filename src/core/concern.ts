/**
 * Whom a complaint is about, and who therefore has nothing to do with it. Worked out once, when it is filed: whoever is
 * enrolled, renamed or moved later changes nothing about it.
 */
import { hasDuty, type Official } from './actor'
import type { Kind } from './kind'
import type { Against } from './ticket'

/** A filing, as far as it says whom it is about. */
type Said = { kind: Kind; text: string; against?: { unit?: string; name?: string } }

/**
 * Officials are meant whose whole real name was written as whom it is about, in the unit that was chosen; where nobody
 * there has it, anywhere, for people mistake one bureau for another. Of a report, and of what is against somebody, the
 * words count as well. One namesake too many is kept away rather than one too few. `barred`: the chosen unit, where it
 * is about the whole of it, or about somebody there whom nobody knows by that name.
 */
export function againstOf({ kind, text, against }: Said, officials: Official[]): Against | undefined {
  if (!against && kind !== 'report') return undefined
  const { unit, name } = against ?? {}
  const named = namedIn(name ?? '', officials)
  const here = unit ? named.filter((official) => official.unit === unit) : named
  const meant = [...(here.length ? here : named), ...namedIn(text, officials)]
  if (!unit && !name && !meant.length) return undefined
  const found: Against = {
    ...(unit && { unit }),
    ...(name && { name }),
    officials: [...new Set(meant.map(({ id }) => id))],
    ...(unit && !here.length && { barred: unit }),
  }
  const standIns = standInsFor(found, officials)
  return { ...found, ...(standIns.length && { standIns }) }
}

/** They are nothing at all to the ticket. Of a barred unit those stay who dispatch: every ticket comes in through them. */
export const isKeptAway = (official: Official, against: Against | undefined): boolean =>
  against !== undefined &&
  (against.officials.includes(official.id) || (against.barred === official.unit && !hasDuty(official, 'dispatch')))

/** Whoever is kept away from the one is kept away from the other: what is written into one may then be read in the other. */
export function areAlike(one: Against | undefined, other: Against | undefined): boolean {
  const [meant, others] = [one?.officials ?? [], other?.officials ?? []]
  if (one?.barred !== other?.barred) return false
  return meant.length === others.length && meant.every((id) => others.includes(id))
}

/**
 * Who does what nobody else is left for: where all who dispatch are kept away, those who review; where all who review
 * are, those who dispatch.
 */
function standInsFor(against: Against, officials: Official[]): string[] {
  const left = officials.filter((official) => !isKeptAway(official, against))
  const dispatchers = left.filter((official) => hasDuty(official, 'dispatch'))
  const reviewers = left.filter((official) => hasDuty(official, 'review'))
  if (dispatchers.length && reviewers.length) return []
  return [...dispatchers, ...reviewers].map(({ id }) => id)
}

/** Those whose whole name stands in the words, however it is spaced. */
const namedIn = (words: string, officials: Official[]): Official[] =>
  officials.filter(({ name }) => stands(name, words))

/** A name of one character would stand nearly everywhere. */
const SHORTEST = 2

function stands(name: string, words: string): boolean {
  const [wanted, text] = [plain(name), plain(words)]
  if (wanted.length < SHORTEST) return false
  if (/\p{Script=Han}/u.test(wanted)) return joined(text).includes(joined(wanted))
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${wanted.replace(/[^\p{L}\p{N}]+/gu, ' ')} `)
}

/** Without spaces, without the dots between the parts of a name (people type any of them), without what nobody sees. */
const joined = (text: string): string => text.replace(/[\s\p{Cf}·•‧・∙⋅.]+/gu, '')

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
