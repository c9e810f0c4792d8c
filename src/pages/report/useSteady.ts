import { useCallback, useRef } from 'react'

/** The same function for ever, doing what the latest one does: whoever is given it is not drawn again for it. */
export function useSteady<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...args: A) => latest.current(...args), [])
}
