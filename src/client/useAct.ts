import { useRef, useState } from 'react'
import type { Answer, Failure } from '@/contract'
import { type Command, ticketCommands } from '@/contract/ticketCommands'
import type { TicketView } from '@/contract/tickets'
import { call } from './call'
import { newKey } from './key'
import type { Side } from './session'

export type Tried<C> = {
  act: (command: C) => Promise<boolean>
  busy: boolean
  error: Failure | undefined
  forget: () => void
}
export type Acting = Tried<Command>

/**
 * Sends commands. The same command tried again after a lost reply carries the same key, so that it counts once; `done`
 * gets what came of it.
 */
export function useTries<C, T>(
  send: (key: string, command: C) => Promise<Answer<T>>,
  done: (result: T) => void,
): Tried<C> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const tried = useRef<{ command: string; key: string } | null>(null)

  const act = async (command: C) => {
    const text = JSON.stringify(command)
    if (tried.current?.command !== text) tried.current = { command: text, key: newKey() }
    setBusy(true)
    setError(undefined)
    const reply = await send(tried.current.key, command)
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

/** Gives commands to a ticket; `done` gets the ticket as it is then. */
export const useAct = (no: string, side: Side, done: (ticket: TicketView) => void): Acting =>
  useTries((key, command) => call(ticketCommands, 'tickets.act', { no, key, command }, side), done)
