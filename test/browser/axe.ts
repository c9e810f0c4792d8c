/** What axe-core finds on the screen in front. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import * as v from 'valibot'

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')
const WEIGHTY = ['serious', 'critical']

const Found = v.object({
  violations: v.array(
    v.object({
      id: v.string(),
      impact: v.nullish(v.string()),
      help: v.string(),
      nodes: v.array(v.object({ html: v.string() })),
    }),
  ),
})

/**
 * axe passes over the words that a scrolling page hides: whether it found something hung on how far a scroll had come. So what
 * is around a page hides nothing while it looks.
 */
const WHOLE =
  ':is(.taro_page, :has(.taro_page)) { height: auto !important; max-height: none !important; overflow: visible !important; contain: none !important }'

/** Each as a sentence: what is serious or critical, and where. Contrast is measured by the ruler of measure.ts, in every look. */
export async function seriousOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const whole = await page.addStyleTag({ content: WHOLE })
  const raw: unknown = await page.evaluate(
    "axe.run({ exclude: [['.taro_page[style*=\"display: none\"]']] }, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } })",
  )
  await whole.evaluate((style) => style.parentNode?.removeChild(style))
  return v
    .parse(Found, raw)
    .violations.filter(({ impact }) => WEIGHTY.includes(impact ?? ''))
    .map(({ id, impact, help, nodes }) => {
      const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
      return `${impact} ${id}: ${help} (${nodes.length}) ${where.join(' | ')}`
    })
}
