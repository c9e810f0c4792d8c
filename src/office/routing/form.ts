/** A rule as it stands in fields. */
import type { RuleView } from '@/contract/routing'
import type { Change } from '.'

export const WHERES = ['anywhere', 'words', 'town', 'circle'] as const

export type Form = {
  title: string
  categories: string[]
  where: (typeof WHERES)[number]
  words: string
  town: string
  point: string
  metres: string
  unit: string
  coUnits: string[]
}

export function formOf(rule: RuleView | undefined): Form {
  const { place } = rule ?? {}
  return {
    title: rule?.title ?? '',
    categories: rule?.categories.map(({ id }) => id) ?? [],
    where: place?.in ?? 'anywhere',
    words: place?.in === 'words' ? place.words.join(' ') : '',
    town: place?.in === 'town' ? place.town : '',
    point: place?.in === 'circle' ? `${place.point.lat}, ${place.point.lng}` : '',
    metres: place?.in === 'circle' ? String(place.metres) : '300',
    unit: rule?.unit.id ?? '',
    coUnits: rule?.coUnits.map(({ id }) => id) ?? [],
  }
}

type Place = Extract<Change, { do: 'add' }>['rule']['place']

/** The place; undefined for anywhere, null where the point is none. What else is wrong the server says. */
export function readPlace({ where, words, town, point, metres }: Form): Place | null {
  switch (where) {
    case 'anywhere':
      return undefined
    case 'words':
      return { in: 'words', words: words.split(/[\s,，、;；]+/).filter(Boolean) }
    case 'town':
      return { in: 'town', town }
    case 'circle': {
      const [, lat, lng] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(point) ?? []
      return lat && lng
        ? { in: 'circle', point: { lat: Number(lat), lng: Number(lng) }, metres: Number(metres) || 0 }
        : null
    }
  }
}
