import { useRef } from 'react'
import type { ChosenPlace } from '@/client/place'
import { withChosen } from './nearest'
import type { Where } from './PlaceSearch'

/** Fills in a place that was found. Words that the person wrote stay behind it. */
export function useChosen(place: Where, onPlace: (place: Where) => void) {
  const before = useRef<string>()
  return ({ address, point }: ChosenPlace) => {
    const text = address ? withChosen(place.address ?? '', address, before.current) : (place.address ?? '')
    before.current = address
    onPlace({ ...place, ...(text && { address: text.slice(0, LONGEST) }), point })
  }
}
/** As many characters as an address may have. */
const LONGEST = 200
