import { useEffect, useState } from 'react'
import { keep, keptOf } from '@/client/kept'
import { useOnline } from '@/client/network'
import { useAsk } from '@/client/useAsk'
import type { Ask, Failure, Output } from '@/contract'
import { filing } from '@/contract/filing'

export type Opened = Output<'filing.open'>
type Opening =
  | { state: 'loading' }
  /** `never`: the server is not reached, and was not before on this phone. */
  | { state: 'failed'; error: Failure; never: boolean; again: () => Promise<void> }
  | { state: 'ready'; opened: Opened; offline: boolean }

const keptFor = (input: Ask<'filing.open'>) => keptOf('filing.open', input, filing['filing.open'].gives)?.data

/**
 * What the form shows. What was known the last time is shown at once, and stays where the server is not reached: a form
 * must open without a network. Of a code never scanned before, the form without its place will do; of an article never
 * opened before it will not, as it may want a tip that only the desk is to see.
 */
export function useOpened(input: Ask<'filing.open'>): Opening {
  const { asked, again } = useAsk(filing, 'filing.open', input)
  const [kept] = useState(() => keptFor(input) ?? (input.about ? undefined : keptFor({})))
  const fresh = asked.state === 'ready' && !asked.asOf ? asked.data : undefined
  const online = useOnline()
  const isStale = asked.state === 'ready' && asked.stale !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the network comes back
  useEffect(() => {
    if (online && isStale) void again()
  }, [online])
  const isPlain = !input.about && !input.spot
  useEffect(() => {
    if (!fresh || isPlain) return
    const { about, spot, ...plain } = fresh
    keep('filing.open', {}, plain)
  }, [fresh, isPlain])

  if (asked.state === 'ready') return { state: 'ready', opened: asked.data, offline: asked.stale !== undefined }
  const isAway = asked.state === 'failed' && asked.error.reason === 'unreachable'
  if (kept && (asked.state === 'loading' || isAway)) return { state: 'ready', opened: kept, offline: isAway }
  return asked.state === 'loading' ? asked : { ...asked, never: isAway, again }
}
