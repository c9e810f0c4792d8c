// Brings a drawn tree up to a new one. It stands in for j-component's own differ, which misplaces rows when a keyed
// list is reversed and hands every object attribute down again at each update, undoing what a child set for itself.

import render from 'j-component/src/render/render'
import exparser, { type Binding, type ExparserNode, type VirtualNode } from 'miniprogram-exparser'

const ROOT = 10
const TEXT = 18

export function patch(before: VirtualNode, after: VirtualNode): void {
  const node = before.exparserNode
  if (!isSameKind(before, after)) {
    replace(node, after)
    return
  }
  after.exparserNode = node
  node._vt = after
  if (after.type === TEXT) {
    if (after.content !== before.content) node.textContent = after.content
    return
  }
  patchAttrs(before, after)
  patchBindings(before, after)
  patchChildren(before, after)
}

function isSameKind(before: VirtualNode, after: VirtualNode): boolean {
  return before.type === after.type && before.componentId === after.componentId && before.key === after.key
}

function replace(node: ExparserNode, tree: VirtualNode): void {
  node.parentNode?.replaceChild(render.renderExparserNode(tree, null, node.ownerShadowRoot), node)
}

function patchAttrs(before: VirtualNode, after: VirtualNode): void {
  const old = new Map(before.attrs.map(({ name, value }) => [name, value]))
  const changed = after.attrs.filter(({ name, value }) => !old.has(name) || !isEqual(old.get(name), value))
  const names = new Set(after.attrs.map(({ name }) => name))
  const gone = [...old.keys()].filter((name) => !names.has(name)).map((name) => ({ name, value: undefined }))
  if (changed.length + gone.length > 0) render.updateAttrs(after.exparserNode, [...changed, ...gone])
}

// wcc copies objects at every drawing, so only what is in them tells whether they have changed.
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b)
  return JSON.stringify(a) === JSON.stringify(b)
}

function patchBindings(before: VirtualNode, after: VirtualNode): void {
  if (bindingsKey(before.event) === bindingsKey(after.event)) {
    after.event = before.event // it carries the listeners' ids
    return
  }
  for (const { name, id, isCapture } of Object.values(before.event)) {
    exparser.removeListenerFromElement(after.exparserNode, name, id, { capture: isCapture })
  }
  render.updateEvent(after.exparserNode, after.event)
}

function bindingsKey(event: Record<string, Binding>): string {
  return Object.values(event)
    .map(({ name, handler, isCatch, isCapture, isMutated }) => [name, handler, isCatch, isCapture, isMutated].join())
    .join(' ')
}

function patchChildren(before: VirtualNode, after: VirtualNode): void {
  const parent = after.exparserNode
  const owner = after.type === ROOT ? parent : parent.ownerShadowRoot
  const waiting = queuesByKey(before.children)
  for (const child of after.children) {
    const old = waiting.get(child.key ?? '')?.shift()
    if (old) patch(old, child)
    else render.renderExparserNode(child, null, owner)
  }
  for (const left of [...waiting.values()].flat()) parent.removeChild(left.exparserNode)
  after.children.forEach((child, index) => {
    const there = parent.childNodes[index]
    if (there === child.exparserNode) return
    if (there) parent.insertBefore(child.exparserNode, there)
    else parent.appendChild(child.exparserNode)
  })
}

function queuesByKey(children: readonly VirtualNode[]): Map<string, VirtualNode[]> {
  const queues = new Map<string, VirtualNode[]>()
  for (const child of children) {
    const queue = queues.get(child.key ?? '')
    if (queue) queue.push(child)
    else queues.set(child.key ?? '', [child])
  }
  return queues
}
