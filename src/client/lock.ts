/** The locked desk: what is asked meanwhile waits until it is open. */
import { create } from 'zustand'
import { waitsWith } from './call'

export const useLock = create<{ locked: boolean }>(() => ({ locked: false }))

let screens = 0
let waiting: (() => void)[] = []

/** A screen is there on which somebody can unlock. Gives what takes that back. */
export function canUnlock(): () => void {
  waitsWith(untilUnlocked)
  screens++
  return () => {
    screens--
    if (!screens) letOn()
  }
}

export const lock = (): void => useLock.setState({ locked: true })

/** It is open again, or left: whoever waited goes on. */
export function letOn(): void {
  useLock.setState({ locked: false })
  const all = waiting
  waiting = []
  for (const go of all) go()
}

/** False at once where nobody could unlock. */
function untilUnlocked(): Promise<boolean> {
  if (!screens) return Promise.resolve(false)
  lock()
  return new Promise((resolve) => waiting.push(() => resolve(screens > 0)))
}
