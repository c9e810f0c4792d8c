// One life of the app: from the running of app.js to the closing of its pages. A restart makes another.

import type { Template } from './compile'
import { createLibrary } from './components'
import { type Device, noteError } from './device'
import type { Caller, ExparserNode, Hooks } from './engine'
import type { Manifest } from './manifest'
import { createPages, type Pages, parseUrl } from './pages'
import { createRealm, type Realm } from './realm'
import { createWx, type Launch } from './wx'
import type { Api, Kit } from './wx/convention'
import type { Events } from './wx/events'

const MOST_SET_DATA = 1024 * 1024

export interface AppParts {
  dist: string
  manifest: Manifest
  device: Device
  templateOf(file: string): Template | undefined
  extra(kit: Kit): Api
  settle(): Promise<void>
}

export interface RunningApp {
  realm: Realm
  pages: Pages
  events: Events
  wx: Api
  /** What the app gave to App(). */
  readonly config: Record<string, unknown> | undefined
  launch(url: string): Promise<void>
  /** Calls a function of App(): onShow, onHide, onThemeChange, … */
  call(name: string, value?: unknown): void
  stop(): void
  /** As the system ends an app: none of its functions is called any more. */
  kill(): void
}

export function bootApp({ dist, manifest, device, templateOf, extra, settle }: AppParts): RunningApp {
  let config: Record<string, unknown> | undefined
  let launched: Launch = { path: '', query: {}, scene: 1001, referrerInfo: {} }
  const realm = createRealm(device, { dist, packageOf: manifest.packageOf })
  const pages = createPages({ manifest, device, realm, settle, library: () => library })
  const hooks: Hooks = {
    adopt: realm.adopt,
    drawn: (callback) => realm.later('setData callback', callback),
    setData: (caller, path, values) => receive(device, pages, caller, path, values),
  }
  const library = createLibrary({ manifest, realm, templateOf, hooks })
  const { wx, events } = createWx({ kit: { device, realm }, pages, launch: () => launched, extra })
  realm.define({
    wx,
    App: (given: Record<string, unknown>) => {
      config = given
    },
    getApp: () => config,
    getCurrentPages: () => pages.stack.map((page) => page.root.instance),
  })
  const call = (name: string, value?: unknown) => {
    const method = config?.[name]
    if (typeof method === 'function') realm.guard(`App ${name}`, () => method.call(config, realm.adopt(value)))
  }
  return {
    ...{ realm, pages, events, wx, call },
    get config() {
      return config
    },
    async launch(url) {
      const { route, query } = parseUrl(url, '')
      launched = { ...launched, path: route, query }
      realm.require('app')
      if (!config) throw new Error('app.js did not call App()')
      call('onLaunch', launched)
      call('onShow', launched)
      const failure = await pages.reLaunch(`/${url.replace(/^\//, '')}`)
      if (failure) throw new Error(failure.failure)
    },
    stop() {
      pages.closeAll()
      realm.stop()
    },
    kill() {
      realm.stop()
      pages.closeAll()
    },
  }
}

/** What setData does on the way to the view: it becomes JSON, is weighed, and what JSON cannot carry is an error. */
function receive(device: Device, pages: Pages, caller: Caller, path: string, values: unknown): unknown {
  const complain = (what: string) => noteError(device, `${path} setData: ${what}`)
  const json = JSON.stringify(values, (key, value) => {
    if (value === undefined) complain(`"${key}" is undefined`)
    if (typeof value === 'function') complain(`"${key}" is a function`)
    return value
  })
  const bytes = Buffer.byteLength(json)
  if (bytes > MOST_SET_DATA) complain(`${bytes} bytes are over the limit of 1 MB`)
  pages.ownerOf(caller._exparserNode as ExparserNode)?.count(bytes, boundNames(JSON.parse(json)))
  device.pulse += 1
  return JSON.parse(json)
}

/** What leads on to nodes: the tree, the children of a node, and their places. */
const LEADS_ON = /^(root|cn|\d+)$/

/** The names that a template would have to bind: those of nodes. What a bound value consists of is that value's affair. */
function boundNames(changes: object): Set<string> {
  const names = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [path, part] of Object.entries(value)) {
      const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
      for (const step of steps) if (/^\D/.test(step)) names.add(step)
      if (LEADS_ON.test(steps.at(-1) ?? '')) visit(part)
    }
  }
  visit(changes)
  return names
}
