import { useContext } from 'react'
import { SuggestedUnits } from '@/ui/SuggestedUnits'
import { Offered } from './Phrases'

/** The unit and the helpers that the routing rules suggest: what is chosen until a person chooses otherwise. */
export function useSuggested(): { unit: string | undefined; coUnits: string[] } {
  const { suggested } = useContext(Offered)
  return { unit: suggested?.unit?.id, coUnits: suggested?.coUnits?.map(({ id }) => id) ?? [] }
}

/** By which rule, and which rule has nothing to say any more. */
export function Suggested() {
  const { suggested } = useContext(Offered)
  return suggested ? <SuggestedUnits suggested={suggested} /> : null
}
