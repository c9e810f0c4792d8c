/** A person without a mouse: Tab, Enter, space and the arrows, and nothing else. Where they are must always be seen. */
import type { Page } from 'playwright-core'

/** Further than any screen is long. */
const MOST_TABS = 150

export type Role = 'button' | 'radio' | 'switch' | 'link' | 'textbox' | 'application'
export type Typist = ReturnType<typeof byKeyboard>

export function byKeyboard(page: Page) {
  /** What has the keyboard: by its name, and whether a person can see that it has it. */
  const focused = () => page.evaluate(seen)

  /** Whether what has the keyboard is this, as a screen reader finds it. */
  async function isAt(role: Role, name: string | RegExp): Promise<boolean> {
    const named = page.getByRole(role, { name, exact: typeof name === 'string' })
    return (await page.locator(':focus').and(named).count()) > 0
  }

  /** Goes on with Tab until the control of this role and name has the keyboard. */
  async function reaches(role: Role, name: string | RegExp): Promise<void> {
    const passed: string[] = []
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      const at = await focused()
      if (at && !at.visible) throw new Error(`“${at.name}” has the keyboard, and nothing shows it`)
      if (await isAt(role, name)) return
      if (at) passed.push(at.name)
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${role} ${String(name)}; it went by ${passed.join(', ')}`)
  }

  return {
    focused,
    isAt,
    reaches,
    async presses(role: Role, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
      await reaches(role, name)
      await page.keyboard.press(key)
    },
    async writes(name: string | RegExp, text: string): Promise<void> {
      await reaches('textbox', name)
      await page.keyboard.press('Control+End')
      await page.keyboard.insertText(text)
    },
    key: (key: string) => page.keyboard.press(key),
  }
}

/** In the browser: the name of what has the keyboard, and whether an outline shows it, on itself or on the box around it. */
function seen(): { name: string; visible: boolean } | undefined {
  const at = document.activeElement
  if (!at || at === document.body) return undefined
  const text = at.getAttribute('aria-label') ?? at.getAttribute('placeholder') ?? at.textContent ?? ''
  const outlined = (one: Element | null) => {
    if (!one) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
  }
  return { name: text.replace(/\s+/g, ' ').trim(), visible: outlined(at) || outlined(at.closest('.field')) }
}
