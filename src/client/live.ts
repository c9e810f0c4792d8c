/** What the desk shows follows what happens, without anybody reloading it. */
import { useRef, useState } from 'react'
import type { Ask, Output } from '@/contract'
import { desk } from '@/contract/desk'
import { call } from './call'
import { tokenOf } from './session'
import { usePolling } from './usePolling'

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
  const latest = useRef(text)
  latest.current = text

  const put = (next: Partial<Live & { of: string }>) =>
    setLive((before) => {
      const after = { ...before, ...next }
      return JSON.stringify(after) === JSON.stringify(before) ? before : after
    })
  usePolling(async () => {
    if (!tokenOf('desk')) return 'over'
    const reply = await call(desk, 'desk.changes', question, 'desk')
    // Another page was turned to meanwhile: what was asked about the one before is nobody's business any more.
    if (reply.ok && text === latest.current) {
      put({ changes: reply.data, away: false, of: text })
      heard?.(reply.data)
    }
    if (reply.ok) return 'heard'
    const over = reply.error.reason === 'signed-out'
    put({ away: !over })
    return over ? 'over' : 'unheard'
  })

  return live.of === text ? live : { away: live.away }
}
