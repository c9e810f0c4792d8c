/**
 * The screens in a browser: the tree that WeChat's runtime drew, the build's own styles, and the few that a phone's
 * built-in components bring. Not a phone: no native bars, keyboards, pictures; letters are this machine's.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import * as v from 'valibot'
import { CHROMIUM_FLAGS, chromiumPath } from '../browser/chromium'
import type { Build } from './build'
import { type Opened, SIZES, type Size } from './open'
import { inPixels, WIDTH } from './tree-html'

const THEMES = ['light', 'dark'] as const
const HEIGHT = 844

const Box = v.object({ what: v.string(), width: v.number(), height: v.number() })
const Measured = v.object({
  targets: v.array(Box),
  pale: v.array(v.object({ what: v.string(), ratio: v.number(), least: v.number() })),
  wide: v.array(v.string()),
  cut: v.array(v.string()),
  images: v.array(v.object({ ...Box.entries, src: v.string(), mode: v.string() })),
})
export type View = v.InferOutput<typeof Measured> & {
  route: string
  size: Size
  /** 'home, care, dark' */
  where: string
}

/** Runs inside the page, so it is a text and not a module. */
const MEASURE = readFileSync(path.join(__dirname, 'measure.js'), 'utf8')

export async function drawScreens(build: Build): Promise<View[] | undefined> {
  const executablePath = chromiumPath()
  if (!executablePath) return undefined
  const screens = await build.screens()
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  try {
    return await drawAll(browser, build, screens)
  } finally {
    await browser.close()
  }
}

async function drawAll(browser: Browser, build: Build, screens: readonly Opened[]): Promise<View[]> {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, offline: true })
  const page = await context.newPage()
  const views: View[] = []
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    for (const screen of screens) {
      for (const size of Object.keys(SIZES) as Size[]) {
        const measured = await measure(page, documentOf(build, screen, size))
        views.push({ ...measured, route: screen.route, size, where: `${screen.name}, ${size}, ${colorScheme}` })
      }
    }
  }
  return views
}

async function measure(page: Page, html: string) {
  await page.setContent(html)
  return v.parse(Measured, await page.evaluate(MEASURE))
}

function documentOf(build: Build, { route, html }: Opened, size: Size): string {
  const styles = inPixels(build.wholeStyle('app.wxss') + build.wholeStyle(`${route}.wxss`))
  // WeChat's style compiler gives the names of tags to its own elements: `page` is the body, `body` is nothing.
  const named = styles.replace(
    /(^|[},])\s*(page|body)(?=[\s,{.:>])/g,
    (_all, before, tag) => `${before}${tag === 'page' ? 'body' : 'wx-body'}`,
  )
  return `<!doctype html><meta charset="utf-8"><style>${BUILT_IN}${named}</style><body>${html[size]}`
}

/** What the components bring along on a phone, as far as it changes sizes and places. */
const BUILT_IN = `
html { font-size: 16px }
body { margin: 0; font-size: 16px; overflow-x: hidden }
wx-view, wx-scroll-view, wx-form, wx-swiper, wx-picker, wx-label, comp, custom-wrapper { display: block }
wx-text { display: inline; white-space: pre-wrap }
wx-input { display: block; overflow: hidden; height: 1.4rem; min-height: 1.4rem; white-space: nowrap }
wx-textarea { display: block; overflow: hidden; width: 300px; height: 150px; white-space: pre-wrap }
wx-textarea[auto-height] { height: auto }
wx-map { display: block; width: 300px; height: 150px }
wx-image { display: inline-block; overflow: hidden; width: 320px; height: 240px }
wx-switch { display: inline-block; width: 52px; height: 32px }
wx-button { display: block; box-sizing: border-box; padding: 0 14px; font-size: 18px; line-height: 2.556; text-align: center }
[hidden] { display: none }`
