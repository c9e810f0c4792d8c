/** Asks again and again while a screen is the one that is looked at: see polling.ts. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { watchNetwork } from './network'
import { EVERY, type Heard, startPolling } from './polling'

/** `every`: milliseconds until the next time, while the server answers. `onLook`: somebody looks again. */
export function usePolling(ask: () => Promise<Heard>, every: () => number = () => EVERY, onLook?: () => void): void {
  const latest = useRef({ ask, every, onLook })
  latest.current = { ask, every, onLook }
  const shown = useRef(true)
  const look = useRef<() => void>(() => undefined)

  useEffect(() => {
    const { wake, rest } = startPolling(
      () => latest.current.ask(),
      () => latest.current.every(),
    )
    look.current = () => (shown.current && isTabSeen() ? wake() : rest())
    const turn = () => {
      latest.current.onLook?.()
      look.current()
    }
    const ends = [watchNetwork(turn), watchTab(turn), rest]
    look.current()
    return () => {
      for (const end of ends) end()
    }
  }, [])
  useDidHide(() => {
    shown.current = false
    look.current()
  })
  useDidShow(() => {
    shown.current = true
    latest.current.onLook?.()
    look.current()
  })
}

/** A browser's tab that lies behind another asks nothing; WeChat hides the screen itself. */
const isTabSeen = (): boolean => process.env.TARO_ENV !== 'h5' || document.visibilityState === 'visible'

function watchTab(turn: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  document.addEventListener('visibilitychange', turn)
  return () => document.removeEventListener('visibilitychange', turn)
}
