import { useCallback } from 'react'
import { placeWords } from '../placeWords'
import type { Words } from '../word'
import { useSay } from '../words'
import { nearest, rounded } from './nearest'

type Point = { lat: number; lng: number }
type Place = { name: Words; point: Point }

/** So near that it is there. */
const THERE = 30

/** Says where a point is, from the nearest place with a name: numbers of degrees say nothing to anybody. */
export function useWhere(places: Place[]): (point: Point) => string {
  const say = useSay()
  return useCallback(
    (point) => {
      const found = nearest(point, places)
      if (!found) return ''
      const name = say(found.place.name)
      if (found.metres < THERE) return say(placeWords.at, { name })
      const { n, unit } = rounded(found.metres)
      const way = placeWords.ways[found.way] ?? placeWords.ways[0]
      return say(placeWords.near, { name, way: say(way), d: say(placeWords[unit], { n }) })
    },
    [places, say],
  )
}
