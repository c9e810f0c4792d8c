// Reading a drawn page: its nodes in the order a person meets them, what they say, and what they listen to.

import { callerOf, type ExparserNode, hostOf } from './engine'

export type Node = ExparserNode

/** Every node a phone would draw, built-in and custom, in document order. */
export function nodesIn(host: Element): Node[] {
  return [...host.querySelectorAll('*')].flatMap((element) => {
    const node = (element as Element & { __wxElement?: Node }).__wxElement
    return node?._vt ? [node] : []
  })
}

export function tagOf(node: Node): string {
  return node._vt.tagName
}

/** An attribute by the name it has in the template; wcc turns aria-label into ariaLabel and leaves data- as it is. */
export function attrOf(node: Node, name: string): unknown {
  const known = name.startsWith('data-') ? name : name.replace(/-./g, (dash) => dash.slice(1).toUpperCase())
  return node._vt.attrs.find((attr) => attr.name === known)?.value
}

export function textOf(node: Node): string {
  return wordsIn(node.$$)
}

/** The words in order, with a space between those of different nodes; a text inside a text runs on. */
export function wordsIn(element: Element): string {
  const parts = [...element.childNodes].map((child) => {
    if (!('tagName' in child)) return child.textContent ?? ''
    const runsOn = child.nodeName === 'WX-TEXT' && element.nodeName === 'WX-TEXT'
    return runsOn ? wordsIn(child as Element) : ` ${wordsIn(child as Element)} `
  })
  return tidy(parts.join(''))
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The names a person may know a node by: its label, its words, and the hint inside an empty field. */
export function namesOf(node: Node): string[] {
  const labels = [attrOf(node, 'aria-label'), attrOf(node, 'placeholder')].map((label) => tidy(String(label ?? '')))
  return [...labels, textOf(node)].filter((name) => name !== '')
}

export function matches(node: Node, selector: string): boolean {
  if (selector.startsWith('#')) return attrOf(node, 'id') === selector.slice(1)
  if (selector.startsWith('<')) return tagOf(node) === selector.slice(1, -1)
  return String(attrOf(node, 'class') ?? '')
    .split(/\s+/)
    .includes(selector.slice(1))
}

export function isSelector(text: string): boolean {
  return /^([#.][\w-]+|<[\w-]+>)$/.test(text)
}

/** The nodes known by this name: exactly, or, when there are none, in part. The innermost of those around each other. */
export function named(nodes: readonly Node[], name: string): Node[] {
  const wanted = squeeze(name)
  const known = nodes.map((node) => ({ node, names: namesOf(node).map(squeeze) }))
  const exact = known.filter(({ names }) => names.includes(wanted))
  const partial = known.filter(({ names }) => names.some((own) => own.includes(wanted)))
  return innermost((exact.length > 0 ? exact : partial).map(({ node }) => node))
}

// Where one node's words end and the next begin is no part of a name.
function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

function innermost(nodes: readonly Node[]): Node[] {
  return nodes.filter((node) => !nodes.some((other) => other !== node && node.$$.contains(other.$$)))
}

/** The node and everything it sits in, across the edges of components. */
export function pathOf(node: Node): Node[] {
  const path: Node[] = []
  for (let at: Node | null | undefined = node; at; at = at.parentNode ?? hostOf(at)) path.push(at)
  return path
}

export function listensTo(node: Node, type: string): boolean {
  return Object.values(node._vt?.event ?? {}).some(({ name, handler }) => name === type && handler !== '')
}

/** Handlers the template binds along these nodes that the page or component does not have. */
export function missingHandlers(path: readonly Node[], type: string): string[] {
  return path.flatMap((node) => {
    const host = hostOf(node)
    const bound = Object.values(node._vt?.event ?? {}).filter(({ name, handler }) => name === type && handler !== '')
    return bound
      .map(({ handler }) => handler)
      .filter((handler) => host && typeof callerOf(host)[handler] !== 'function')
  })
}

export interface Counts {
  nodes: number
  depth: number
  mostChildren: number
  /** Where the most children are, for the message of a failing budget. */
  crowded: string
}

/** Of what is inside the page; the page itself is not counted. */
export function countTree(page: Element): Counts {
  const elements = [...page.querySelectorAll('*')]
  const crowded = elements.reduce<Element>(
    (most, one) => (one.children.length > most.children.length ? one : most),
    page,
  )
  return {
    nodes: elements.length,
    depth: elements.reduce((deepest, element) => Math.max(deepest, depthOf(element, page)), 0),
    mostChildren: crowded.children.length,
    crowded: `<${crowded.tagName.toLowerCase()} class="${crowded.className}">`,
  }
}

function depthOf(element: Element, page: Element): number {
  let depth = 0
  for (let at: Element | null = element; at && at !== page; at = at.parentElement) depth += 1
  return depth
}

/** The page in words, for the message of a test that did not find what it looked for. */
export function describeTree(host: Element): string {
  const nodes = nodesIn(host)
  const about = (list: Node[]) => unique(list.map((node) => namesOf(node)[0] ?? `<${tagOf(node)}>`))
  const pressed = innermost(nodes.filter((node) => listensTo(node, 'tap')))
  const filled = nodes.filter((node) => listensTo(node, 'input') || listensTo(node, 'change'))
  return [
    `What it says: ${quote(unique(nodes.filter((node) => node.$$.children.length === 0).map(textOf)))}`,
    `What can be pressed: ${quote(about(pressed))}`,
    `What can be filled in: ${quote(about(filled))}`,
  ].join('\n')
}

function unique(texts: string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))]
}

function quote(texts: string[]): string {
  const shown = texts.slice(0, 40).map((text) => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`)
  const rest = texts.length - shown.length
  return `${shown.join(', ') || 'nothing'}${rest > 0 ? ` and ${rest} more` : ''}`
}
