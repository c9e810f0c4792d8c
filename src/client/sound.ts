/** Voice notes played back: one at a time on this phone. */
import Taro, { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { addressOf } from './server'

type Told = 'ended' | 'failed'
/** Gives what stops it, without telling. */
type Play = (src: string, tell: (how: Told) => void) => () => void

let stopCurrent: (() => void) | undefined

/** Silences whatever plays. Gives what stops this; stopped twice is stopped once. */
function play(src: string, tell: (how: Told | 'stopped') => void): () => void {
  stopCurrent?.()
  let stop: (() => void) | undefined
  let isOver = false
  const end = (how: Told | 'stopped') => {
    if (isOver) return
    isOver = true
    stop?.()
    tell(how)
  }
  const stopThis = () => end('stopped')
  stopCurrent = stopThis
  stop = start(src, end)
  return stopThis
}

const start: Play = process.env.TARO_ENV === 'h5' ? onWeb : onPhone

function onPhone(src: string, tell: (how: Told) => void): () => void {
  const sound = Taro.createInnerAudioContext()
  // Whoever taps "play" wants to hear it, whatever the switch at the side of the phone says.
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false })
  sound.onEnded(() => tell('ended'))
  sound.onError(() => tell('failed'))
  sound.src = src
  sound.play()
  return () => sound.destroy()
}

function onWeb(src: string, tell: (how: Told) => void): () => void {
  const sound = new Audio(src)
  const failed = () => tell('failed')
  sound.onended = () => tell('ended')
  sound.onerror = failed
  sound.play().catch(failed)
  return () => sound.pause()
}

export type Sound = { state: 'still' | 'playing' | 'failed'; toggle: () => void }

/** One voice note. Another one that is played stops it; so does leaving the screen. */
export function useSound(src: string): Sound {
  const [state, setState] = useState<Sound['state']>('still')
  const stop = useRef<() => void>()
  const silence = useCallback(() => stop.current?.(), [])
  const toggle = () => {
    if (state === 'playing') return silence()
    setState('playing')
    stop.current = play(addressOf(src), (how) => setState(how === 'failed' ? 'failed' : 'still'))
    return undefined
  }
  useDidHide(silence)
  useEffect(() => silence, [silence])
  return { state, toggle }
}
