import type { Locator, Page } from 'playwright-core'

/** The screen in front. Taro keeps those behind it in the document, and the one that was just left in sight for a moment. */
export const front = (page: Page): Locator => page.locator('.taro_page:visible').last()
