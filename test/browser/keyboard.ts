/** A person without a mouse: Tab, Enter, space and the arrows, and nothing else. Where they are must always be seen. */
import type { Page } from 'playwright-core'

/** Further than any screen is long. */
const MOST_TABS = 120

export type Typist = ReturnType<typeof byKeyboard>

export function byKeyboard(page: Page) {
  /** What has the keyboard: by its name, and whether a person can see that it has it. */
  const focused = () => page.evaluate(seen)

  /** Goes on with Tab until something of this name has the keyboard. */
  async function reaches(name: string | RegExp): Promise<void> {
    const passed: string[] = []
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      const at = await focused()
      if (at && matches(at.name, name)) {
        if (!at.visible) throw new Error(`“${at.name}” has the keyboard, and nothing shows it`)
        return
      }
      if (at) passed.push(at.name)
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${String(name)}; it went by ${passed.join(', ')}`)
  }

  return {
    focused,
    reaches,
    async presses(name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
      await reaches(name)
      await page.keyboard.press(key)
    },
    async writes(name: string | RegExp, text: string): Promise<void> {
      await reaches(name)
      await page.keyboard.insertText(text)
    },
    arrows: (key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight') => page.keyboard.press(key),
  }
}

const matches = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted || name.startsWith(`${wanted} `) : wanted.test(name)

/** In the browser: the name of what has the keyboard, and whether an outline shows it, on itself or on the box around it. */
function seen(): { name: string; visible: boolean } | undefined {
  const at = document.activeElement
  if (!at || at === document.body) return undefined
  const text = at.getAttribute('aria-label') ?? at.getAttribute('placeholder') ?? at.textContent ?? ''
  const outlined = (one: Element | null) => {
    if (!one) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  }
  return { name: text.replace(/\s+/g, ' ').trim(), visible: outlined(at) || outlined(at.closest('.field')) }
}
