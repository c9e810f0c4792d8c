/** A rule in a sentence. */
import type { RuleView } from '@/contract/routing'
import { routingWords } from '@/ui/routingWords'
import { type Words, words } from '@/ui/words'

type Say = (what: Words, names?: Record<string, string | number>) => string

/** What it is for. */
export function means({ categories, place }: RuleView, say: Say): string {
  const named = categories.map(({ name }) => say(name)).join(say(words.and))
  return [named || say(routingWords.allCategories), whereOf(place, say)].filter(Boolean).join(say(words.comma))
}

/** To whom it leads. */
export function goes({ unit, coUnits }: Pick<RuleView, 'unit' | 'coUnits'>, say: Say): string {
  const names = { unit: say(unit.name), coUnits: coUnits.map(({ name }) => say(name)).join(say(words.and)) }
  return say(coUnits.length ? routingWords.goesWith : routingWords.goes, names)
}

function whereOf(place: RuleView['place'], say: Say): string {
  switch (place?.in) {
    case undefined:
      return ''
    case 'words':
      return say(routingWords.inWords, { words: place.words.map((word) => `“${word}”`).join(say(words.and)) })
    case 'town':
      return say(routingWords.inTown, { town: place.town })
    case 'circle': {
      const { lat, lng } = place.point
      return say(routingWords.circle, { point: `${lat}, ${lng}`, metres: place.metres })
    }
  }
}
