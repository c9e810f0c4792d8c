import { useRef } from 'react'
import type { Asked } from './useAsk'

/** What was last there, while something newer is being asked or could not be had. */
export function useKnown<T>(asked: Asked<T>): T | undefined {
  const known = useRef<T>()
  if (asked.state === 'ready') known.current = asked.data
  return known.current
}
