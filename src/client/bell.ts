/** Rings when one more citizen is about to have waited too long for a first reply. May be switched off on each device. */
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { create } from 'zustand'

const KEY = 'minhu.bell'
const OFF = 'off'

export const useBell = create<{ on: boolean }>(() => ({ on: Taro.getStorageSync(KEY) !== OFF }))

export function turnBell(on: boolean): void {
  Taro.setStorageSync(KEY, on ? '' : OFF)
  useBell.setState({ on })
}

/** For how many it was told last: whichever screen told it, it rings only when there are more. */
let known = 0

/** Rings where there are more than were known. Undefined: nobody has said yet. */
export function useRinging(ringing: number | undefined): void {
  useEffect(() => {
    if (ringing === undefined) return
    if (ringing > known && useBell.getState().on) ring()
    known = ringing
  }, [ringing])
}

function ring(): void {
  if (process.env.TARO_ENV === 'h5') sound()
  else void Taro.vibrateLong().catch(() => undefined)
}

/** Two notes, in hertz, and how long each sounds, in seconds. */
const NOTES = [880, 1175]
const LENGTH = 0.18
const LOUD = 0.2

/** A browser lets nothing sound before the person has touched the page: then it stays silent. */
function sound(): void {
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return
  const audio = new AudioContext()
  if (audio.state !== 'running') return void audio.close()
  const gain = audio.createGain()
  gain.connect(audio.destination)
  gain.gain.setValueAtTime(LOUD, audio.currentTime)
  gain.gain.exponentialRampToValueAtTime(LOUD / 100, audio.currentTime + NOTES.length * LENGTH)
  NOTES.forEach((frequency, order) => {
    const note = audio.createOscillator()
    note.frequency.value = frequency
    note.connect(gain)
    note.start(audio.currentTime + order * LENGTH)
    note.stop(audio.currentTime + (order + 1) * LENGTH)
    if (order === NOTES.length - 1) note.onended = () => void audio.close()
  })
}

/** How many wait, before the name of the browser's tab. WeChat has no such place: there the screen itself says it. */
export function useBadge(count: number, title: string): void {
  const put = (shown: number) => {
    if (process.env.TARO_ENV === 'h5') document.title = shown ? `(${shown}) ${title}` : title
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: put is these two
  useEffect(() => put(count), [count, title])
  useDidShow(() => put(count))
  useDidHide(() => put(0))
}
