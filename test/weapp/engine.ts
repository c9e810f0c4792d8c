// WeChat's component runtime (exparser, through j-component) with what the two need corrected.

import './browser'
import jComponent, { type RootComponent } from 'j-component/src/index'
import diff from 'j-component/src/render/diff'
import exparser, { type ExparserNode } from 'miniprogram-exparser'
import type { Template, WccNode } from './compile'
import { patch } from './patch'

export type { ExparserNode, RootComponent }
export type Caller = Record<string, unknown>

/** What the app gave to Page() or Component(). */
export interface Definition {
  kind: 'page' | 'component'
  config: Record<string, unknown>
}

export interface Hooks {
  setData(caller: Caller, path: string, values: unknown): unknown
  /** After the view has been drawn. */
  drawn(callback: () => void): void
  /** Copies an event into the app's realm. */
  adopt(event: unknown): unknown
}

export interface Blueprint {
  id: string
  path: string
  definition: Definition
  template: Template
  usingComponents: Record<string, string>
  hooks: Hooks
}

const BUILT_IN = `cover-image cover-view grid-view list-view match-media movable-area movable-view page-container
  root-portal scroll-view share-element sticky-header sticky-section swiper swiper-item view icon progress rich-text
  text button checkbox checkbox-group editor form input keyboard-accessory label picker picker-view picker-view-column
  radio radio-group slider switch textarea functional-page-navigator navigator audio camera channel-live channel-video
  image live-player live-pusher video voip-room map canvas web-view ad ad-custom official-account open-data
  navigation-bar page-meta`.split(/\s+/)

// j-component keeps its registry in the module, so these serve every phone of the process.
for (const tag of BUILT_IN) jComponent.register({ id: tag, tagName: `wx-${tag}`, template: '<slot/>' })
diff.diffVt = patch

const listeners = new Set<(text: string) => void>()
exparser.addGlobalErrorListener((error, { message }) => {
  for (const listener of listeners) listener(`${message} ${error.stack}`)
  return listeners.size === 0 // false keeps exparser from printing it
})
exparser.addGlobalWarningListener((message) => {
  for (const listener of listeners) listener(message)
})

/** Hears what the app throws inside handlers and lifecycles, and exparser's warnings. Gives back a way to stop. */
export function onEngineError(listener: (text: string) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function registerBehavior(config: Record<string, unknown>): string {
  return jComponent.behavior(withOurTypes(config))
}

export function registerComponent({ id, path, definition, template, usingComponents, hooks }: Blueprint): void {
  const config = withOurTypes(definition.kind === 'page' ? pageAsComponent(definition.config) : definition.config)
  const lifetimes = (config.lifetimes ?? {}) as Record<string, (() => void) | undefined>
  const created = lifetimes.created ?? (config.created as (() => void) | undefined)
  jComponent.register({
    ...config,
    data: plainCopy(config.data ?? {}),
    methods: adoptingEvents(config.methods as Record<string, unknown> | undefined, hooks),
    lifetimes: {
      ...lifetimes,
      created(this: Caller) {
        watchSetData(this, path, hooks)
        created?.call(this)
      },
    },
    id,
    path,
    tagName: path.split('/').at(-1),
    template: (data: unknown) => withoutUndefined(template(data)),
    usingComponents,
    options: { ...(config.options as object | undefined), classPrefix: '' },
  })
}

export function createRoot(id: string): RootComponent {
  const root = jComponent.create(id)
  if (!root) throw new Error(`component ${id} was never registered`)
  return root
}

export function callerOf(node: ExparserNode): Caller {
  return exparser.Element.getMethodCaller(node) as Caller
}

/** The component whose template holds this node. */
export function hostOf(node: ExparserNode): ExparserNode | undefined {
  return node.ownerShadowRoot?.getHostNode()
}

export function rootOf(node: ExparserNode): ExparserNode {
  const host = hostOf(node)
  return host ? rootOf(host) : node
}

export function dispatch(node: ExparserNode, type: string, detail: unknown, bubbles: boolean): void {
  const touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }
  const options = { bubbles, composed: bubbles, capturePhase: bubbles }
  const extraFields = bubbles ? { touches: [touch], changedTouches: [touch] } : {}
  exparser.Event.dispatchEvent(node, exparser.Event.create(type, detail, { ...options, extraFields }))
}

/** A page is drawn as a component whose methods are the page's functions. */
function pageAsComponent(config: Record<string, unknown>): Record<string, unknown> {
  const methods = Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value === 'function'))
  return { data: config.data, methods }
}

// Events are made in our realm, and j-component marks them with `mut`.
function adoptingEvents(methods: Record<string, unknown> | undefined, { adopt }: Hooks): Record<string, unknown> {
  const isEvent = (part: unknown) => typeof part === 'object' && part !== null && 'mut' in part
  const wrap = (method: unknown) =>
    typeof method !== 'function'
      ? method
      : function (this: unknown, ...parts: unknown[]) {
          return method.apply(
            this,
            parts.map((part) => (isEvent(part) ? adopt(part) : part)),
          )
        }
  return Object.fromEntries(Object.entries(methods ?? {}).map(([name, method]) => [name, wrap(method)]))
}

function watchSetData(caller: Caller, path: string, hooks: Hooks): void {
  const original = caller.setData as (values: unknown) => void
  caller.setData = (values: unknown, callback?: () => void) => {
    original(hooks.setData(caller, path, values))
    if (callback) hooks.drawn(() => callback.call(caller))
  }
}

// Types the app wrote (its realm's String, Object, …) mean nothing to exparser: it compares them with ours.
function withOurTypes(config: Record<string, unknown>): Record<string, unknown> {
  if (!config.properties) return config
  const entries = Object.entries(config.properties as Record<string, unknown>).map(([name, property]) => {
    if (typeof property !== 'object' || property === null) return [name, ourType(property)]
    const { type, value, ...rest } = property as Record<string, unknown>
    return [name, { ...rest, type: ourType(type), ...(value === undefined ? {} : { value: plainCopy(value) }) }]
  })
  return { ...config, properties: Object.fromEntries(entries) }
}

function ourType(type: unknown): unknown {
  const ours = [String, Number, Boolean, Object, Array].find(
    ({ name }) => typeof type === 'function' && name === type.name,
  )
  return ours ?? type
}

function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}

// j-component would make an empty string of an attribute that is undefined, which is another thing to a control.
function withoutUndefined(node: WccNode): WccNode {
  const { attr = {} } = node
  for (const name of Object.keys(attr)) if (attr[name] === undefined) delete attr[name]
  for (const child of node.children) if (typeof child === 'object') withoutUndefined(child)
  return node
}
