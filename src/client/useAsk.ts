import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type * as v from 'valibot'
import type { Failure } from '@/contract'
import type { Given, Asked as Question, Topic } from '@/contract/action'
import { call } from './call'
import { forget, keep, keptOf } from './kept'
import type { Side } from './session'

export type Asked<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Failure }
  /** `asOf`: the server was not reached, and this is what it said then. */
  | { state: 'ready'; data: T; stale?: Failure; asOf?: string }
export type Asking<T> = { asked: Asked<T>; again: () => Promise<void>; put: (data: T) => void }

/** It is not there any more, or no longer theirs. */
const isGone = ({ code }: Failure): boolean => code === 'forbidden' || code === 'not-found'

/** Fresh already, and nothing new in it: then nothing is drawn either. */
const isSame = <T>(before: Asked<T>, data: T): boolean =>
  before.state === 'ready' && !before.stale && JSON.stringify(before.data) === JSON.stringify(data)

/**
 * What a screen shows: asked when it opens, when its question changes, and whenever it is shown again. While it asks
 * again, and when that fails, what was there stays, with the error as `stale`: a form must not vanish with what was
 * written in it. Only what is gone, or no longer theirs, goes. Only the latest answer counts. Where the server is not reached at
 * all, what it said the last time is shown, where that is kept.
 */
export function useAsk<T extends Topic, A extends keyof T & string>(
  topic: T,
  action: A,
  input: Question<T[A]>,
  side: Side = 'citizen',
): Asking<Given<T[A]>> {
  const [asked, setAsked] = useState<Asked<Given<T[A]>>>({ state: 'loading' })
  const question = JSON.stringify(input)
  const turn = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question as text stands for the input
  const again = useCallback(async () => {
    turn.current++
    const mine = turn.current
    const reply = await call(topic, action, input, side)
    const gone = !reply.ok && isGone(reply.error)
    if (reply.ok && side === 'citizen') keep(action, input, reply.data)
    if (gone && side === 'citizen') forget(action, input)
    if (mine !== turn.current) return
    setAsked((before) => {
      if (reply.ok) return isSame(before, reply.data) ? before : { state: 'ready', data: reply.data }
      const gives = topic[action]?.gives as v.GenericSchema<unknown, Given<T[A]>> | undefined
      const away = reply.error.reason === 'unreachable' && before.state !== 'ready' && side === 'citizen'
      const kept = away && gives && keptOf(action, input, gives)
      if (kept) return { state: 'ready', data: kept.data, stale: reply.error, asOf: kept.at }
      if (before.state === 'ready' && !gone) return { ...before, stale: reply.error }
      return { state: 'failed', error: reply.error }
    })
  }, [topic, action, question, side])

  useEffect(() => {
    setAsked((before) => (before.state === 'loading' ? before : { state: 'loading' }))
    void again()
  }, [again])

  // Not every first showing belongs to this question: it may have been put on a screen that was long open.
  const hidden = useRef(false)
  useDidHide(() => {
    hidden.current = true
  })
  useDidShow(() => {
    if (hidden.current) void again()
    hidden.current = false
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question as text stands for the input
  const put = useCallback(
    (data: Given<T[A]>) => {
      turn.current++
      if (side === 'citizen') keep(action, input, data)
      setAsked({ state: 'ready', data })
    },
    [action, question, side],
  )
  return { asked, again, put }
}
