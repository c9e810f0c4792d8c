import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Taken } from '@/client/drafts/drafts'
import type { Began, Recorded, Recorder } from '@/client/recorder'
import { type Deed, type Press, pressed, still, type Touch } from './press'

/** What is said under the button when nothing is being recorded. */
export type Note = Exclude<Began, 'recording'> | Extract<Recorded, { ok: false }>['why'] | 'kept'

/** From the finger on the button to what was recorded. Leaving the screen ends a recording and keeps it. */
export function useRecording(recorder: Recorder, onTaken: (taken: Taken) => void) {
  const [press, setPress] = useState<Press>(still)
  const [seconds, setSeconds] = useState<number>()
  const [note, setNote] = useState<Note>()
  // The finger is quicker than React: what it does next depends on what it has just done.
  const now = useRef<Press>(still)
  const state = useRef<'still' | 'starting' | 'recording'>('still')
  const taken = useRef(onTaken)
  taken.current = onTaken

  const touch = (touched: Touch) => {
    const [next, deed] = pressed(now.current, touched)
    if (deed === 'begin' && state.current !== 'still') return
    if (next !== now.current) setPress(next)
    now.current = next
    act(deed)
  }
  const act = (deed: Deed) => {
    if (deed === 'begin') void begin()
    // What is only starting is ended when it has started.
    if (state.current !== 'recording') return
    if (deed === 'keep') recorder.stop()
    if (deed === 'drop') recorder.drop()
  }

  const begin = async () => {
    state.current = 'starting'
    setNote(undefined)
    const began = await recorder.begin(ended)
    if (began !== 'recording') {
      state.current = 'still'
      setNote(began)
      return touch({ is: 'ended' })
    }
    state.current = 'recording'
    if (now.current.at !== 'still') return setSeconds(0)
    // Let go before it had begun: the person was answering a question.
    setNote('asked')
    return recorder.drop()
  }
  const ended = (recorded: Recorded) => {
    state.current = 'still'
    setSeconds(undefined)
    touch({ is: 'ended' })
    if (recorded.ok) taken.current(recorded.taken)
    const how = recorded.ok ? 'kept' : recorded.why
    setNote((before) => (before === 'asked' && how === 'dropped' ? before : how))
  }

  const isRecording = seconds !== undefined
  useEffect(() => {
    if (!isRecording) return undefined
    const clock = setInterval(() => setSeconds((before) => (before === undefined ? before : before + 1)), 1000)
    return () => clearInterval(clock)
  }, [isRecording])
  const leave = useCallback(() => {
    if (state.current === 'recording') recorder.stop()
  }, [recorder])
  useDidHide(leave)
  useEffect(() => leave, [leave])

  return { press, seconds, note, touch }
}
