/** A drawn page as HTML for a browser: the nodes with their classes and words, and what the audit asks of them. */
import { attrOf, listensTo, type Node, tagOf } from '../weapp/tree'

type Drawn = Element & { __wxElement?: Node }

export function drawTree(host: Element): string {
  return [...host.childNodes].map(drawNode).join('')
}

function drawNode(node: ChildNode): string {
  if (!('tagName' in node)) return escaped(node.textContent ?? '')
  const element = node as Drawn
  const tag = element.tagName.toLowerCase()
  return `<${tag}${attributes(element)}>${fieldText(element)}${drawTree(element)}</${tag}>`
}

function attributes(element: Drawn): string {
  const node = element.__wxElement
  const told = (name: string) => (node?._vt ? attrOf(node, name) : undefined)
  const values: Record<string, unknown> = {
    class: element.className,
    style: inPixels(String(told('style') ?? '')),
    mode: told('mode'),
    src: told('src'),
    'auto-height': told('auto-height'),
    'data-label': told('aria-label'),
    'data-tap': node?._vt && listensTo(node, 'tap') ? tagOf(node) : undefined,
  }
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

/** What a field shows: its value, or the hint in its place, in the hint's own style. */
function fieldText(element: Drawn): string {
  const node = element.__wxElement
  if (!node?._vt || !['input', 'textarea'].includes(tagOf(node))) return ''
  const value = String(attrOf(node, 'value') ?? '')
  if (value !== '') return `<span>${escaped(value)}</span>`
  const hint = String(attrOf(node, 'placeholder') ?? '')
  return `<span class="${escaped(String(attrOf(node, 'placeholder-class') ?? ''))}">${escaped(hint)}</span>`
}

/** A phone of 390 points; WeChat rounds an rpx down, and never to nothing. */
export const WIDTH = 390
export function inPixels(text: string): string {
  return text.replace(/(-?)(\d*\.?\d+)rpx/g, (_all, sign, number) => `${sign}${points(Number(number))}px`)
}

function points(rpx: number): number {
  return rpx === 0 ? 0 : Math.max(0.5, Math.floor((rpx * WIDTH) / 750 + 1e-4))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
