/** What the desk shows follows what happens, without anybody reloading it. */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Ask, Output } from '@/contract'
import { desk } from '@/contract/desk'
import { call } from './call'
import { watchNetwork } from './network'
import { startPolling } from './polling'
import { tokenOf } from './session'

export type Changes = Output<'desk.changes'>
export type Live = {
  /** The newest there is for this question. Nothing until it was asked the first time: the page itself was just asked. */
  changes?: Changes
  /** The server was not reached the last time. */
  away: boolean
}

/**
 * Asks every few seconds, while this screen is the one that is looked at. The same answer twice draws nothing; `heard` is
 * told each time.
 */
export function useLive(question: Ask<'desk.changes'>, heard?: (changes: Changes) => void): Live {
  const text = JSON.stringify(question)
  const [live, setLive] = useState<Live & { of: string }>({ away: false, of: text })
  const asked = useRef({ question, text, heard })
  asked.current = { question, text, heard }
  const shown = useRef(true)
  const look = useRef<() => void>(() => undefined)

  useEffect(() => {
    const put = (next: Partial<Live & { of: string }>) =>
      setLive((before) => {
        const after = { ...before, ...next }
        return JSON.stringify(after) === JSON.stringify(before) ? before : after
      })
    const { wake, rest } = startPolling(async () => {
      const { question, text } = asked.current
      if (!tokenOf('desk')) return 'over'
      const reply = await call(desk, 'desk.changes', question, 'desk')
      // Another page was turned to meanwhile: what was asked about the one before is nobody's business any more.
      if (reply.ok && text === asked.current.text) {
        put({ changes: reply.data, away: false, of: text })
        asked.current.heard?.(reply.data)
      }
      if (reply.ok) return 'heard'
      const over = reply.error.reason === 'signed-out'
      put({ away: !over })
      return over ? 'over' : 'unheard'
    })
    look.current = () => (shown.current && isTabSeen() ? wake() : rest())
    const turn = () => look.current()
    const ends = [watchNetwork(turn), watchTab(turn), rest]
    turn()
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
    look.current()
  })

  return live.of === text ? live : { away: live.away }
}

/** A browser's tab that lies behind another asks nothing; WeChat hides the screen itself. */
const isTabSeen = (): boolean => process.env.TARO_ENV !== 'h5' || document.visibilityState === 'visible'

function watchTab(turn: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  document.addEventListener('visibilitychange', turn)
  return () => document.removeEventListener('visibilitychange', turn)
}
