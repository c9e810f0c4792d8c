/** What is wrong with how a screen looks, in the browser in which it stands: by the same ruler as the audit's. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import * as v from 'valibot'

const RULER = readFileSync('test/audit/measure.js', 'utf8')
/** What a person presses or writes in. The ruler knows it by this mark, as the audit sets it. */
const CONTROLS = '[role=button], [role=link], [role=radio], [role=switch], input, textarea, a'
const Sized = v.object({ what: v.string(), width: v.number(), height: v.number() })
const Measured = v.object({
  targets: v.array(Sized),
  pale: v.array(v.object({ what: v.string(), ratio: v.number(), least: v.number() })),
  wide: v.array(v.string()),
  cut: v.array(v.string()),
})

/** Each finding as a sentence; none where all is well. `least`: of what is to be pressed, each way. */
export async function faultsOf(page: Page, least: number): Promise<string[]> {
  const { over, hidden } = await page.evaluate(look, CONTROLS)
  const { targets, pale, wide, cut } = v.parse(Measured, await page.evaluate(RULER))
  return [
    ...(over > 0 ? [`the screen is ${over} px wider than the window`] : []),
    ...wide.map((what) => `${what}: wider than the window`),
    ...[...cut, ...hidden].map((what) => `${what}: cut off`),
    ...targets
      .filter(({ width, height }) => width < least || height < least)
      .map(({ what, width, height }) => `${what}: ${width} × ${height}`),
    ...pale.map(({ what, ratio, least: needed }) => `${what}: contrast ${ratio.toFixed(2)} of ${needed}`),
  ]
}

/** Marks what the ruler measures, and sees what it does not: the width of the document, and boxes that hold too much. */
function look(controls: string) {
  for (const control of document.querySelectorAll(`.taro_page .screen :is(${controls})`)) {
    // A field is as large as the box around it: a press on the box reaches it.
    if (control instanceof HTMLElement) control.dataset.tap = 'yes'
  }
  // What is drawn below the words is not their ground: the columns of the weather.
  for (const one of document.querySelectorAll<HTMLElement>('.screen *')) {
    if (/^[1-9][\d.]*px$/.test(getComputedStyle(one).backgroundPositionY)) one.style.backgroundImage = 'none'
  }
  const root = document.documentElement
  const hidden = [...document.querySelectorAll<HTMLElement>('.screen *')]
    .filter(
      (one) =>
        one.clientWidth > 0 &&
        one.scrollWidth > one.clientWidth + 1 &&
        getComputedStyle(one).overflowX === 'hidden' &&
        (one.textContent ?? '').trim() !== '',
    )
    .map((one) => `<${one.className}> ${(one.textContent ?? '').slice(0, 24)}`)
  return { over: root.scrollWidth - root.clientWidth, hidden }
}
