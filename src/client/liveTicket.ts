/** A ticket that is looked at follows what happens, so that a talk with somebody at the desk feels like one. */
import { useRef, useState } from 'react'
import { type TicketView, tickets } from '@/contract/tickets'
import { call } from './call'
import type { Heard } from './polling'
import { usePolling } from './usePolling'

/** Milliseconds between two questions: while something may happen at any moment, and later. */
const LIVELY = 4_000
const CALM = 30_000
/** For so long after it was opened, or after something has happened. */
const LIVELY_FOR = 5 * 60_000

export type LiveTicket = {
  /** Milliseconds by which the server's clock is ahead of this phone's. */
  ahead: number
}

/**
 * Asks whether anything has happened to this ticket; `heard` gets it as it is then. What a person has done meanwhile is
 * newer than what was asked before it.
 */
export function useLiveTicket(ticket: TicketView, heard: (ticket: TicketView) => void): LiveTicket {
  const [ahead, setAhead] = useState(0)
  const since = useRef(Date.now())
  const latest = useRef({ ticket, heard })
  if (latest.current.ticket.stamp !== ticket.stamp) since.current = Date.now()
  latest.current = { ticket, heard }

  async function ask(): Promise<Heard> {
    const { no, stamp, resolve } = latest.current.ticket
    if (resolve.state === 'stopped') return 'over'
    const reply = await call(tickets, 'tickets.changes', { no, ...(stamp && { stamp }) })
    if (!reply.ok) return reply.error.code === 'not-found' || reply.error.code === 'forbidden' ? 'over' : 'unheard'
    setAhead((before) => steady(before, Date.parse(reply.data.now) - Date.now()))
    const isStill = latest.current.ticket.no === no && latest.current.ticket.stamp === stamp
    if (reply.data.ticket && isStill) latest.current.heard(reply.data.ticket)
    return 'heard'
  }
  usePolling(
    ask,
    () => (Date.now() - since.current < LIVELY_FOR ? LIVELY : CALM),
    () => {
      since.current = Date.now()
    },
  )
  return { ahead }
}

/** A second or two is how long an answer took: no clock is moved for that. */
const steady = (before: number, now: number): number => (Math.abs(now - before) > 3_000 ? now : before)
