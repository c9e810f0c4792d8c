// A page as a test sees it: what it says, and what a person can do to it.

import {
  agreesBy,
  changed,
  climbs,
  disabledAround,
  followsTap,
  isChecked,
  type Occurrence,
  rememberTyped,
  shownIn,
  typed,
} from './controls'
import type { Device } from './device'
import { dispatch, type RootComponent } from './engine'
import type { Realm } from './realm'
import {
  attrOf,
  type Counts,
  countTree,
  describeTree,
  isSelector,
  listensTo,
  matches,
  missingHandlers,
  type Node,
  named,
  namesOf,
  nodesIn,
  pathOf,
  tagOf,
  textOf,
  wordsIn,
} from './tree'

/** '#id', '.class', '<tag>', or else the name a person knows it by: its label or its words. Or a node found before. */
export type Where = string | Node

/** What crossed from the app to the view. */
export interface Traffic {
  calls: number
  bytes: number
  largest: number
}

export interface Page {
  readonly route: string
  readonly query: Record<string, string>
  /** What the page is drawn into. */
  readonly host: Element
  /** The page as the app knows it. */
  readonly instance: Record<string, unknown>
  /** The text in the navigation bar. */
  title: string
  /** All words of the page, or of one node. */
  text(where?: Where): string
  has(where: Where): boolean
  /** The first node found; throws, saying what is on the page, when there is none. */
  find(where: Where): Node
  findAll(where: Where): Node[]
  /** The node that is called this and that answers a tap, itself or through what it sits in. */
  findByLabel(name: string): Node
  attr(where: Where, name: string): unknown
  checked(where: Where): boolean
  /** What a field shows. */
  value(where: Where): string
  tap(where: Where): Promise<void>
  longPress(where: Where): Promise<void>
  /** Types a text into a field, replacing what is there. */
  input(where: Where, text: string): Promise<void>
  blur(where: Where): Promise<void>
  confirm(where: Where): Promise<void>
  /** Chooses in a picker, switch, slider, swiper or group: the value as WeChat would give it. */
  change(where: Where, value: unknown): Promise<void>
  scroll(where: Where, scrollTop: number): Promise<void>
  fire(where: Where, type: string, detail?: object): Promise<void>
  /** Calls a function of the page as WeChat would: onPullDownRefresh, onReachBottom, onShareAppMessage, … */
  call(name: string, ...parts: unknown[]): unknown
  counts(): Counts
  /** All setData since the page was opened, those of its components included. */
  traffic(): Traffic
  /** Every name in that setData, of keys and of what lies under them. */
  readonly names: ReadonlySet<string>
  /** The setData of this page that an action costs. */
  measure(action: () => unknown): Promise<Traffic>
  describe(): string
}

export interface PageParts {
  route: string
  query: Record<string, string>
  title: string
  root: RootComponent
  host: Element
  device: Device
  realm: Realm
  isShown(): boolean
  settle(): Promise<void>
}

export interface OpenPage extends Page {
  readonly root: RootComponent
  /** One setData of this page or of a component on it. */
  count(bytes: number, names: ReadonlySet<string>): void
}

export function createPage(parts: PageParts): OpenPage {
  const { route, query, title, root, host, settle } = parts
  const look = createLook(parts)
  const act = createActions(parts, look)
  let sent: Traffic = { calls: 0, bytes: 0, largest: 0 }
  const given = new Set<string>()
  return {
    ...{ route, query, title, root, host, instance: root.instance },
    ...look,
    ...act,
    call: (name, ...given) => callPage(parts, name, given),
    counts: () => countTree(root._exparserNode.$$),
    count: (bytes, names) => {
      sent = add(sent, bytes)
      for (const name of names) given.add(name)
    },
    names: given,
    traffic: () => ({ ...sent }),
    async measure(action) {
      const before = sent
      sent = { calls: 0, bytes: 0, largest: 0 }
      await action()
      await settle()
      const cost = sent
      sent = sum(before, cost)
      return cost
    },
    describe: () => describeTree(host),
  }
}

type Look = Pick<Page, 'text' | 'has' | 'find' | 'findAll' | 'findByLabel' | 'attr' | 'checked' | 'value'>
type Actions = Pick<Page, 'tap' | 'longPress' | 'input' | 'blur' | 'confirm' | 'change' | 'scroll' | 'fire'>

function createLook(parts: PageParts): Look {
  const { route, host } = parts
  const findAll = (where: Where): Node[] => {
    if (typeof where !== 'string') return [where]
    const nodes = nodesIn(host)
    return isSelector(where) ? nodes.filter((node) => matches(node, where)) : named(nodes, where)
  }
  const findSome = (where: Where): [Node, ...Node[]] => {
    const [first, ...others] = findAll(where)
    if (first) return [first, ...others]
    throw new Error(`nothing on ${route} is ${nameOf(where)}.\n${describeTree(host)}`)
  }
  const find = (where: Where): Node => findSome(where)[0]
  return {
    findAll,
    find,
    findByLabel: (name) => listener(parts, findSome(name), 'tap'),
    text: (where) => (where === undefined ? wordsIn(host) : textOf(find(where))),
    has: (where) => findAll(where).length > 0,
    attr: (where, name) => attrOf(find(where), name),
    checked: (where) => isChecked(find(where)),
    value: (where) => shownIn(find(where)),
  }
}

function createActions(parts: PageParts, look: Look): Actions {
  const { route, settle } = parts
  const target = (where: Where, type: string): Node => {
    look.find(where) // so that a node that is not there is told from one that does not listen
    return listener(parts, look.findAll(where), type)
  }
  const fire = async (where: Where, type: string, detail: object = {}) => {
    occur(parts, { node: target(where, type), type, detail })
    await settle()
  }
  return {
    fire,
    async tap(where) {
      refuseDisabled(route, look.find(where))
      const follows = followsTap(look.find(where))
      const agreeing = agreesBy(look.find(where))
      if (!(follows || agreeing) || heard(look.find(where), 'tap')) {
        occur(parts, { node: target(where, 'tap'), type: 'tap', detail: { x: 0, y: 0 } })
      }
      if (follows) occur(parts, follows)
      if (agreeing) {
        parts.device.privacy.tapped.add(String(attrOf(agreeing, 'id')))
        occur(parts, { node: agreeing, type: 'agreeprivacyauthorization', detail: {} })
      }
      await settle()
    },
    longPress: (where) => fire(where, 'longpress', { x: 0, y: 0 }),
    async input(where, text) {
      const field = target(where, 'input')
      const detail = typed(field, text)
      if (listensTo(field, 'focus')) occur(parts, { node: field, type: 'focus', detail: { ...detail, height: 300 } })
      rememberTyped(field, detail.value)
      occur(parts, { node: field, type: 'input', detail })
      await settle()
    },
    blur: (where) => fire(where, 'blur', typed(target(where, 'blur'), shownIn(look.find(where)))),
    confirm: (where) => fire(where, 'confirm', { value: shownIn(look.find(where)) }),
    change: (where, value) => fire(where, 'change', changed(target(where, 'change'), value)),
    scroll: (where, scrollTop) =>
      fire(where, 'scroll', { scrollTop, scrollLeft: 0, scrollHeight: 0, scrollWidth: 0, deltaX: 0, deltaY: 0 }),
  }
}

/** Of the nodes that go by a name, the one an event of this type should happen to. */
function listener({ route, host }: PageParts, candidates: readonly Node[], type: string): Node {
  const found = candidates.map((node) => (climbs(type) ? heard(node, type) && node : control(node, type))).find(Boolean)
  if (found) return found
  const name = candidates[0] ? (namesOf(candidates[0])[0] ?? `<${tagOf(candidates[0])}>`) : 'nothing'
  const where = climbs(type) ? 'on it or around it' : 'on it, around it or inside it'
  throw new Error(
    `"${name}" is on ${route}, but no handler of "${type}" is bound in the template, ${where}.\n${describeTree(host)}`,
  )
}

// The words of a control may be inside it, and a group is around its members: the event happens to the control itself.
function control(node: Node, type: string): Node | undefined {
  const isIt = (at: Node) => listensTo(at, type)
  return pathOf(node).find(isIt) ?? nodesIn(node.$$).find(isIt)
}

function heard(node: Node, type: string): boolean {
  return pathOf(node).some((at) => listensTo(at, type))
}

function occur({ route, device, isShown }: PageParts, { node, type, detail }: Occurrence): void {
  if (!isShown()) throw new Error(`${route} is not on the screen`)
  refuseDisabled(route, node)
  const [missing] = missingHandlers(climbs(type) ? pathOf(node) : [node], type)
  if (missing) throw new Error(`the template of ${route} binds "${type}" to ${missing}, and there is no such function`)
  device.pulse += 1
  dispatch(node, type, detail, climbs(type))
}

function refuseDisabled(route: string, node: Node): void {
  const disabled = disabledAround(node)
  if (disabled) throw new Error(`${namesOf(disabled)[0] ?? tagOf(disabled)} on ${route} is disabled`)
}

function callPage({ root, realm, route }: PageParts, name: string, given: unknown[]): unknown {
  const method = root.instance[name]
  if (typeof method !== 'function') return undefined
  return realm.guard(`${route} ${name}`, () => method.apply(root.instance, given.map(realm.adopt)))
}

function nameOf(where: Where): string {
  if (typeof where !== 'string') return `<${tagOf(where)}>`
  return isSelector(where) ? where : `called "${where}"`
}

function add({ calls, bytes, largest }: Traffic, more: number): Traffic {
  return { calls: calls + 1, bytes: bytes + more, largest: Math.max(largest, more) }
}

function sum(a: Traffic, b: Traffic): Traffic {
  return { calls: a.calls + b.calls, bytes: a.bytes + b.bytes, largest: Math.max(a.largest, b.largest) }
}
