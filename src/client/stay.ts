/** Keeps what a person reads where it is while something is put above it. Browsers mostly do that themselves, WeChat does not. */
import Taro from '@tarojs/taro'

/** Whoever has not gone further down than this, in pixels, looks at the top. */
const AT_TOP = 40
/** Milliseconds until a change has been drawn. */
const DRAWN = 60

type Place = { top: number; scrolled: number }

/** `change` draws something; afterwards `selector` is where it was. */
export async function staying(selector: string, change: () => void): Promise<void> {
  const before = await placeOf(selector)
  change()
  if (!before || before.scrolled < AT_TOP) return
  await new Promise((resolve) => setTimeout(resolve, DRAWN))
  const after = await placeOf(selector)
  if (!after) return
  const moved = after.top - before.top
  if (Math.abs(moved) > 1) scrollTo(after.scrolled + moved)
}

const pageInFront = () => document.querySelector('.taro_page_show')

function placeOf(selector: string): Promise<Place | undefined> {
  if (process.env.TARO_ENV === 'h5') {
    const one = document.querySelector(selector)
    const page = pageInFront()
    const place = one && page ? { top: one.getBoundingClientRect().top, scrolled: page.scrollTop } : undefined
    return Promise.resolve(place)
  }
  return new Promise((resolve) => {
    const query = Taro.createSelectorQuery()
    query.select(selector).boundingClientRect()
    query.selectViewport().scrollOffset()
    query.exec(([box, offset]: [{ top?: number } | null, { scrollTop?: number } | null]) =>
      resolve(box?.top === undefined ? undefined : { top: box.top, scrolled: offset?.scrollTop ?? 0 }),
    )
  })
}

function scrollTo(scrollTop: number): void {
  const page = process.env.TARO_ENV === 'h5' ? pageInFront() : null
  if (page) page.scrollTop = scrollTop
  else void Taro.pageScrollTo({ scrollTop, duration: 0 })
}
