/** Whether anybody is at the desk: where nobody is, it locks. */
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { signIn } from '@/contract/signIn'
import { call } from './call'
import { lock } from './lock'
import { tokenOf } from './session'

const MINUTES = 'minhu.lock'
const MINUTE = 60_000
const LOOK_EVERY = 10_000
/** Of the time until it locks, after which the server is told that somebody is there and writes. */
const TOLD_EVERY = 1 / 3

/** As the server said when somebody signed in. */
export const keepLockMinutes = (minutes: number): void => Taro.setStorageSync(MINUTES, minutes)
function patience(): number {
  const kept: unknown = Taro.getStorageSync(MINUTES)
  return (typeof kept === 'number' ? kept : 15) * MINUTE
}

let seen = Date.now()
let told = Date.now()

/** Somebody has just signed in or unlocked. */
export function seenNow(): void {
  seen = Date.now()
  told = seen
}

function noticed(): void {
  const now = Date.now()
  // Too late: whoever comes now may be somebody else.
  if (now - seen > patience()) return
  seen = now
  if (now - told < patience() * TOLD_EVERY || !tokenOf('desk')) return
  told = now
  void call(signIn, 'desk.here', {}, 'desk')
}

/**
 * Looks after a screen of the desk. Keys and pointers are noticed on the web alone; a phone locks itself, and there the server
 * locks after the last call.
 */
export function useIdle(): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const look = () => {
      if (tokenOf('desk') && Date.now() - seen > patience()) lock()
    }
    const timer = setInterval(look, LOOK_EVERY)
    for (const kind of KINDS) window.addEventListener(kind, noticed, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const kind of KINDS) window.removeEventListener(kind, noticed, { capture: true })
    }
  }, [])
}
const KINDS = ['keydown', 'pointerdown', 'wheel'] as const
