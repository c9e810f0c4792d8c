/** Where the keyboard is, on the web: it is never left on what has gone. WeChat and its screen readers see to that themselves. */

const FIELD = 'input, textarea'
const REACHED = `${FIELD}, [tabindex="0"]`
/** Milliseconds until a press has been drawn. */
const DRAWN = 150

const isShown = (one: Element): one is HTMLElement => one instanceof HTMLElement && one.getClientRects().length > 0

function take(one: HTMLElement): void {
  // A part of the screen takes the keyboard only from here, not by Tab.
  if (!one.matches(REACHED)) one.tabIndex = -1
  one.focus({ preventScroll: true })
}

/** Once it is drawn: to the field in it that is wrong, or with which it begins, or to the first thing in it, or to all of it where it is to be read. */
export function focusOn(selector: string, whole?: 'whole'): void {
  if (process.env.TARO_ENV !== 'h5') return
  setTimeout(() => {
    const part = [...document.querySelectorAll(selector)].find(isShown)
    if (!part) return
    const wrong = [...part.querySelectorAll('.field.wrong :is(input, textarea)')]
    // Whoever is writing in it already is not taken away from there.
    if (!whole && !wrong.length && part.contains(document.activeElement?.closest(FIELD) ?? null)) return
    const begins = part.querySelectorAll('.field.begins :is(input, textarea)')
    const inside = [...wrong, ...begins, ...part.querySelectorAll(REACHED)]
    take((whole ? undefined : inside.find(isShown)) ?? part)
  }, DRAWN)
}

/** Before a press is acted on: should what was pressed go with it, the keyboard goes to what was around it. */
export function holdFocus(pressed: EventTarget): void {
  if (!(pressed instanceof Element)) return
  const around: Element[] = []
  for (let one = pressed.parentElement; one && !one.matches('.taro_page'); one = one.parentElement) around.push(one)
  setTimeout(() => {
    const at = document.activeElement
    const left = around.find((one) => one.isConnected && isShown(one))
    if (left && isShown(left) && (!at || at === document.body || !isShown(at))) take(left)
  }, DRAWN)
}
