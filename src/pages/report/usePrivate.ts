import { useCallback, useRef, useState } from 'react'
import type { Output } from '@/contract'

export type Detail = { what: Output<'filing.look'>['private'][number]['what']; text: string }

/** All but the beginning and the end. */
export const masked = (text: string): string => {
  const end = text.length >= 11 ? 4 : 2
  return text.slice(0, 3) + text.slice(3, -end).replace(/[^\s-]/g, '*') + text.slice(-end)
}

/**
 * Numbers in the words that others might misuse. The server finds them while it is looked at (`see`); before sending they
 * are shown once (`left`). Without a network nobody has looked, and nobody is kept.
 */
export function usePrivate() {
  const seen = useRef<Detail[]>([])
  const [waved, setWaved] = useState<string[]>([])
  return {
    see: useCallback((found: Output<'filing.look'>['private'], text: string) => {
      seen.current = found.map(({ what, from, to }) => ({ what, text: text.slice(from, to) }))
    }, []),
    /** Those that still stand in the words, and that the person has not said yes to. */
    left: (text: string): Detail[] =>
      seen.current.filter((one) => one.text && text.includes(one.text) && !waved.includes(one.text)),
    wave: (details: Detail[]) => setWaved((before) => [...before, ...details.map(({ text }) => text)]),
  }
}

/** The words without them. */
export const without = (text: string, details: Detail[]): string =>
  details.reduce((rest, detail) => rest.split(detail.text).join(''), text)
