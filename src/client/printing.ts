/** Printing on paper, which only the web does. */
import { useEffect } from 'react'

export const prints = process.env.TARO_ENV === 'h5'

/** receipt: the 80 mm of a receipt printer, which cuts its paper where a page ends: as long as what is on it. */
export type Paper = 'a4' | 'a5' | 'receipt'
const PAGES: Record<Paper, (only: Element) => string> = {
  a4: () => 'size: A4; margin: 10mm',
  a5: () => 'size: A5; margin: 10mm',
  receipt: (only) => `size: 80mm ${Math.ceil(only.getBoundingClientRect().height / PIXELS_A_MM) + 12}mm; margin: 4mm`,
}
/** As CSS has it, whatever the screen. */
const PIXELS_A_MM = 96 / 25.4

/** On the way down to what is printed nothing else is: no bar, no menu, no emergency. */
const RULES = `
.print-way > *:not(.print-way):not(.print-only) { display: none !important; }
.print-way {
  display: block !important; position: static !important; overflow: visible !important; transform: none !important;
  width: auto !important; max-width: none !important; height: auto !important; min-height: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; background: #fff !important; color: #000 !important;
}
.print-only { margin: 0 !important; }
`

/**
 * While its screen is in front, the element with this id is all that is printed, by our button or the browser's own
 * command.
 */
export function usePaper(id: string, paper: Paper): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    let after = () => {}
    const before = () => {
      after()
      after = isolate(id, paper)
    }
    const listenAfter = () => after()
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', listenAfter)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', listenAfter)
      after()
    }
  }, [id, paper])
}

/** Asks the browser to print; who sits there says where to, or changes their mind. */
export function print(): void {
  if (process.env.TARO_ENV === 'h5') window.print()
}

/** Gives the way back. A screen that lies behind another is not printed. */
function isolate(id: string, paper: Paper): () => void {
  const only = document.getElementById(id)
  if (!only?.getClientRects().length) return () => {}
  const way: Element[] = []
  for (let above = only.parentElement; above; above = above.parentElement) way.push(above)
  const style = document.createElement('style')
  style.textContent = `@page { ${PAGES[paper](only)} } @media print { ${RULES} }`
  document.head.append(style)
  only.classList.add('print-only')
  for (const one of way) one.classList.add('print-way')
  return () => {
    style.remove()
    only.classList.remove('print-only')
    for (const one of way) one.classList.remove('print-way')
  }
}
