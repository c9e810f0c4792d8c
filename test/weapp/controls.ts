// What WeChat's built-in controls do by themselves when a person uses them: j-component draws them as plain boxes.

import { attrOf, matches, type Node, nodesIn, pathOf, tagOf } from './tree'

export interface Occurrence {
  node: Node
  type: string
  detail: object
}

// Events that climb from a node to those around it. Every other event is heard on its own node alone.
const CLIMBING = new Set([
  ...['touchstart', 'touchmove', 'touchcancel', 'touchend', 'touchforcechange', 'tap', 'longpress', 'longtap'],
  ...['transitionend', 'animationstart', 'animationiteration', 'animationend'],
])

/** A field without maxlength takes this many letters. */
const USUAL_MAXLENGTH = 140

export function climbs(type: string): boolean {
  return CLIMBING.has(type)
}

/** The disabled control a node is or sits in, which a phone does not let a person use. */
export function disabledAround(node: Node): Node | undefined {
  const controls = ['button', 'input', 'textarea', 'switch', 'picker', 'slider', 'radio', 'checkbox']
  return pathOf(node).find((at) => at._vt && controls.includes(tagOf(at)) && isOn(attrOf(at, 'disabled')))
}

/** What a field gives for a text that is typed into it. */
export function typed(field: Node, text: string): { value: string; cursor: number; keyCode: number } {
  const limit = Number(attrOf(field, 'maxlength') ?? USUAL_MAXLENGTH)
  const value = limit < 0 ? text : text.slice(0, limit)
  return { value, cursor: value.length, keyCode: value.charCodeAt(value.length - 1) || 0 }
}

export function changed(control: Node, value: unknown): object {
  if (tagOf(control) === 'swiper') return { current: value, currentItemId: '', source: 'touch' }
  return { value }
}

/** What follows from a tap besides the tap itself: a switch turns, a radio is chosen, a box is ticked. */
export function followsTap(node: Node): Occurrence | undefined {
  const control = controlAt(node)
  if (!control || disabledAround(control)) return undefined
  if (tagOf(control) === 'switch') return { node: control, type: 'change', detail: { value: turn(control) } }
  const group = pathOf(control).find((at) => at._vt && tagOf(at) === `${tagOf(control)}-group`)
  if (!group) return undefined
  turn(control)
  const members = nodesIn(group.$$).filter((at) => tagOf(at) === tagOf(control))
  if (tagOf(control) === 'radio') {
    for (const other of members) remember(other, 'checked', other === control)
    return { node: group, type: 'change', detail: { value: attrOf(control, 'value') } }
  }
  const value = members.filter(isChecked).map((at) => attrOf(at, 'value'))
  return { node: group, type: 'change', detail: { value } }
}

/** The button by which the person agrees to WeChat's privacy question, if a tap on this node presses one. */
export function agreesBy(node: Node): Node | undefined {
  const isIt = (at: Node) => tagOf(at) === 'button' && /agreePrivacyAuthorization/.test(String(attrOf(at, 'open-type')))
  return pathOf(node).find((at) => at._vt && isIt(at))
}

function controlAt(node: Node): Node | undefined {
  const isControl = (at: Node) => ['switch', 'radio', 'checkbox'].includes(tagOf(at))
  const around = pathOf(node).filter((at) => at._vt)
  const direct = around.find(isControl)
  if (direct) return direct
  const label = around.find((at) => tagOf(at) === 'label')
  if (!label) return undefined
  const target = attrOf(label, 'for')
  if (!target) return nodesIn(label.$$).find(isControl)
  const page = around.at(-1)
  return page && nodesIn(page.$$).find((at) => isControl(at) && matches(at, `#${String(target)}`))
}

// A control keeps what the person did to it until the app writes another value over that.
const memory = new WeakMap<Node, { written: unknown; kept: unknown }>()

export function isChecked(control: Node): boolean {
  return isOn(kept(control, 'checked'))
}

/** What a field shows. */
export function shownIn(field: Node): string {
  return String(kept(field, 'value') ?? '')
}

export function rememberTyped(field: Node, value: string): void {
  remember(field, 'value', value)
}

function turn(control: Node): boolean {
  remember(control, 'checked', !isChecked(control))
  return isChecked(control)
}

function kept(control: Node, attr: string): unknown {
  const written = attrOf(control, attr)
  const memo = memory.get(control)
  return memo && memo.written === written ? memo.kept : written
}

function remember(control: Node, attr: string, value: unknown): void {
  memory.set(control, { written: attrOf(control, attr), kept: value })
}

function isOn(value: unknown): boolean {
  return Boolean(value) && value !== 'false'
}
