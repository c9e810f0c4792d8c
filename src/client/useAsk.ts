import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '@/contract'
import type { Given, Asked as Question, Topic } from '@/contract/action'
import { call } from './call'
import type { Side } from './session'

export type Asked<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Failure }
  | { state: 'ready'; data: T; stale?: Failure }
export type Asking<T> = { asked: Asked<T>; again: () => Promise<void>; put: (data: T) => void }

/**
 * What a screen shows: asked when it opens, when its question changes, and whenever it is shown again. While it asks
 * again, and when that fails, what was there stays, with the error as `stale`: a form must not vanish with what was
 * written in it. Only what is gone, or no longer theirs, goes. Only the latest answer counts.
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
    if (mine !== turn.current) return
    setAsked((before) => {
      if (reply.ok) return { state: 'ready', data: reply.data }
      const gone = reply.error.code === 'forbidden' || reply.error.code === 'not-found'
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

  const put = useCallback((data: Given<T[A]>) => {
    turn.current++
    setAsked({ state: 'ready', data })
  }, [])
  return { asked, again, put }
}
