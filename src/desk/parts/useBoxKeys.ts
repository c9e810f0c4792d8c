import { useEffect, useRef } from 'react'
import { useEscape } from '@/client/keys'
import type { TicketView } from '@/contract/tickets'
import { focusOn } from '@/ui/focus'
import { LETTERS } from './letters'

/**
 * The keyboard goes into a box that opens; out of one that closes it goes back to the button that opened it, or where that
 * is gone to the other buttons, or to the ticket. Escape closes.
 */
export function useBoxKeys(open: TicketView['may'][number] | 'more' | undefined, close: () => void): void {
  const before = useRef(open)
  useEscape(open && close)
  useEffect(() => {
    const closed = before.current
    before.current = open
    if (open) return focusOn('.desk-box')
    if (!closed) return
    // Each takes it from the one before, where it is there.
    focusOn('.desk-read', 'whole')
    focusOn('.desk-buttons')
    focusOn(`.desk-buttons [aria-keyshortcuts="${LETTERS[closed]}"]`)
  }, [open])
}
