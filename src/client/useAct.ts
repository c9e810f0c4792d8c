import { useRef, useState } from 'react'
import type { Failure } from '@/contract'
import { type Command, type TicketView, tickets } from '@/contract/tickets'
import { call } from './call'
import { newKey } from './key'
import type { Side } from './session'

export type Acting = {
  act: (command: Command) => Promise<boolean>
  busy: boolean
  error: Failure | undefined
  forget: () => void
}

/**
 * Gives commands to a ticket. The same command tried again after a lost reply carries the same key, so that it counts
 * once; `done` gets the ticket as it is then.
 */
export function useAct(no: string, side: Side, done: (ticket: TicketView) => void): Acting {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const tried = useRef<{ command: string; key: string } | null>(null)

  const act = async (command: Command) => {
    const text = JSON.stringify(command)
    if (tried.current?.command !== text) tried.current = { command: text, key: newKey() }
    setBusy(true)
    setError(undefined)
    const reply = await call(tickets, 'tickets.act', { no, key: tried.current.key, command }, side)
    setBusy(false)
    if (!reply.ok) {
      setError(reply.error)
      return false
    }
    tried.current = null
    done(reply.data)
    return true
  }
  return { act, busy, error, forget: () => setError(undefined) }
}
