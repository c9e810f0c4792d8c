// Looks at the page it runs in and gives what draw.ts expects: everything in points, and every finding as a sentence.
;(() => {
  const SCREEN = document.documentElement.clientWidth
  /** Less than this is rounding. */
  const SLACK = 1.5
  const all = [...document.body.querySelectorAll('*')]
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  const describe = (element) => {
    const words = (element.dataset.label || element.textContent || '').replace(/\s+/g, ' ').trim()
    const name = `<${element.tagName.toLowerCase().replace('wx-', '')} class="${element.className}">`
    return words ? `${name} “${words.length > 24 ? `${words.slice(0, 24)}…` : words}”` : name
  }
  const box = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return { what: describe(element), width: Math.round(width * 10) / 10, height: Math.round(height * 10) / 10 }
  }
  const ownTexts = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')
  const around = (element) => {
    const chain = []
    for (let at = element; at; at = at.parentElement) chain.push(at)
    return chain
  }

  // Colours. Grounds lie over each other from the page down to the element; of a gradient the worst stop counts.
  const canvas = matchMedia('(prefers-color-scheme: dark)').matches ? [25, 25, 25] : [255, 255, 255]
  const colours = (text) =>
    [...text.matchAll(/rgba?\(([^)]+)\)/g)].map(([, parts]) => {
      const [red, green, blue, alpha = 1] = parts.split(/[\s,/]+/).map(Number)
      return { rgb: [red, green, blue], alpha }
    })
  const over = (rgb, alpha, ground) => rgb.map((part, index) => part * alpha + ground[index] * (1 - alpha))
  const light = (rgb) => {
    const [red, green, blue] = rgb.map((part) => {
      const share = part / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }
  const groundsOf = (element) =>
    around(element)
      .reverse()
      .reduce(
        (grounds, at) => {
          const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at)
          const stops = colours(backgroundImage)
          const layers = stops.length > 0 ? stops : colours(backgroundColor)
          return grounds.flatMap((ground) => layers.map(({ rgb, alpha }) => over(rgb, alpha * Number(opacity), ground)))
        },
        [canvas],
      )
  const ratioOf = (element) => {
    const [{ rgb, alpha }] = colours(getComputedStyle(element).color)
    const opacity = around(element).reduce((product, at) => product * Number(getComputedStyle(at).opacity), 1)
    return Math.min(...groundsOf(element).map((ground) => contrast(over(rgb, alpha * opacity, ground), ground)))
  }
  const leastOf = (element) => {
    const { fontSize, fontWeight } = getComputedStyle(element)
    const size = Number.parseFloat(fontSize)
    return size >= 24 || (size >= 19 && Number(fontWeight) >= 700) ? 3 : 4.5
  }
  const pale = all
    .filter((element) => seen(element) && ownTexts(element).length > 0)
    .map((element) => ({ what: describe(element), ratio: ratioOf(element), least: leastOf(element) }))
    .filter(({ ratio, least }) => ratio < least)

  // Room. What a box clips is cut off, unless the box can be scrolled that way.
  const clips = (value) => value === 'hidden' || value === 'clip'
  const scrolls = (value) => value === 'auto' || value === 'scroll'
  const boxesAround = (element) =>
    around(element).filter((at) => at !== document.body && at !== document.documentElement)
  const wide = all
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      const kept = boxesAround(element)
        .slice(1)
        .some((at) => getComputedStyle(at).overflowX !== 'visible')
      return seen(element) && !kept && (right > SCREEN + SLACK || left < -SLACK)
    })
    .map((element) => `${describe(element)} ends at ${Math.round(element.getBoundingClientRect().right)}`)
  const wordsRun = (element) => {
    const range = document.createRange()
    const rects = ownTexts(element).flatMap((node) => {
      range.selectNodeContents(node)
      return [...range.getClientRects()]
    })
    for (const at of boxesAround(element)) {
      const { overflowX, overflowY } = getComputedStyle(at)
      if (scrolls(overflowX) || scrolls(overflowY)) return undefined
      const { left, right, top, bottom } = at.getBoundingClientRect()
      const isEdge = at.hasAttribute('data-tap')
      const across = rects.some((rect) => rect.right > right + SLACK || rect.left < left - SLACK)
      const down = rects.some((rect) => rect.bottom > bottom + SLACK || rect.top < top - SLACK)
      if (across && (clips(overflowX) || isEdge)) return at
      if (down && (clips(overflowY) || isEdge)) return at
    }
    return undefined
  }
  const cut = all
    .filter((element) => seen(element) && ownTexts(element).length > 0)
    .map((element) => ({ element, edge: wordsRun(element) }))
    .filter(({ edge }) => edge)
    .map(({ element, edge }) => `${describe(element)} runs out of ${describe(edge).split(' “')[0]}`)

  return {
    targets: all.filter((element) => element.dataset.tap && seen(element)).map(box),
    images: all
      .filter((element) => element.tagName === 'WX-IMAGE' && seen(element))
      .map((element) => ({
        ...box(element),
        src: element.getAttribute('src') ?? '',
        mode: element.getAttribute('mode') ?? '',
      })),
    pale,
    wide,
    cut,
  }
})()
