/** The keyboard of the desk, on the web. A key does what the button that shows it does; nobody who is writing is disturbed. */
import { useEffect, useRef } from 'react'

export type Keys = Record<string, () => void>
const ESCAPE = 'Escape'
export const SEND = 'Control+Enter'

/** What is open and closes by Escape, the innermost last. */
const open: (() => void)[] = []

/**
 * `own`: what keys do that have no button. Every other key presses the button in sight that carries it
 * (`aria-keyshortcuts`). For one screen at a time, the one that is looked at.
 */
export function useKeys(own: Keys, isSeen: boolean): void {
  const keys = useRef(own)
  keys.current = own
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !isSeen) return undefined
    const pressed = (event: Event) => {
      const name = nameOf(event)
      if (!name || event.defaultPrevented) return
      const act = actOf(name, keys.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    // On the way down: Taro's fields keep what is pressed in them to themselves.
    document.addEventListener('keydown', pressed, true)
    return () => document.removeEventListener('keydown', pressed, true)
  }, [isSeen])
}

/** While something is open: Escape closes it. */
export function useEscape(close: (() => void) | undefined): void {
  const latest = useRef(close)
  latest.current = close
  const isOpen = close !== undefined
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !isOpen) return undefined
    const one = () => latest.current?.()
    open.push(one)
    return () => void open.splice(open.indexOf(one), 1)
  }, [isOpen])
}

/** What is meant; nothing while somebody is writing, but for the two keys that have no meaning in a text. */
function nameOf(event: Event): string | undefined {
  // Taro's fields send events of the same name that are none.
  if (!(event instanceof KeyboardEvent) || event.isComposing || event.altKey || event.repeat) return undefined
  const { key } = event
  if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return SEND
  if (event.ctrlKey || event.metaKey) return undefined
  if (key === ESCAPE) return ESCAPE
  if (isWriting(event.target)) return undefined
  // Where an input method takes every key first, the place of the key is all that is told.
  const letter = key === 'Process' ? event.code.replace(/^Key/, '') : key
  return letter.length === 1 ? letter.toUpperCase() : letter
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

function actOf(name: string, own: Keys): (() => void) | undefined {
  if (name === ESCAPE) return open.at(-1)
  if (name === SEND) return pressing('.desk-box .tap.main')
  if (own[name]) return own[name]
  return /^[A-Z[\]]$/.test(name) ? pressing(`[aria-keyshortcuts="${name}"]`) : undefined
}

/** The last of them in sight that may be pressed. */
function pressing(selector: string): (() => void) | undefined {
  const one = seen(selector)
    .filter((found) => !found.matches('[aria-disabled="true"]'))
    .at(-1)
  return one && (() => one.click())
}

const seen = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll(selector)].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.getClientRects().length > 0,
  )

/** Every key that a button in sight carries, with the name of the button. */
export const keysInSight = (): { key: string; name: string }[] =>
  seen('[aria-keyshortcuts]').map((one) => ({
    key: one.getAttribute('aria-keyshortcuts') ?? '',
    name: [...one.childNodes]
      .filter((part) => !(part instanceof Element && part.matches('[aria-hidden="true"]')))
      .map(({ textContent }) => textContent)
      .join('')
      .trim(),
  }))

/** To the next thing of a list, or the one before; from outside the list to `start`, or to its first. */
export function stepThrough(selector: string, by: 1 | -1, start: string): void {
  const all = seen(selector)
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1
  const from = all.findIndex((one) => one.matches(start))
  const to = at < 0 ? Math.max(from, 0) : Math.min(Math.max(at + by, 0), all.length - 1)
  all[to]?.focus()
}

/**
 * The keyboard stays in a list whose things come and go: where the one that had it is gone, the one in its place has it.
 * `shown` is another one whenever the list is.
 */
export function useKeptPlace(selector: string, shown: unknown): void {
  const place = useRef(-1)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const moved = ({ target }: FocusEvent) => {
      place.current = target instanceof HTMLElement ? seen(selector).indexOf(target) : -1
    }
    document.addEventListener('focusin', moved)
    return () => document.removeEventListener('focusin', moved)
  }, [selector])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a new list that matters
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || place.current < 0) return
    const at = document.activeElement
    if (at && at !== document.body && at.isConnected) return
    const all = seen(selector)
    all[Math.min(place.current, all.length - 1)]?.focus()
  }, [shown, selector])
}
