// A phone that runs a built mini program: `startPhone({ dist })`, open a page, do what a person does, look at the page.
//
// Real: the output's JavaScript, untouched; its templates, compiled by WeChat's wcc; WeChat's component runtime; HTTP.
// Not here: layout, scrolling, keyboard, canvas, map, audio, video, intersection observers, animations, forms that
// collect their fields, <navigator>, event marks, the lifetimes of components' pages. A test fires what it needs.
// A promise the app rejects and nobody catches is not in `errors`: jest fails the test by itself.

import { bootApp, type RunningApp } from './app'
import { compile, describeComplaints, loadTemplates } from './compile'
import {
  type Answer,
  type Call,
  createDevice,
  type Device,
  isTemporary,
  type Moment,
  noteError,
  type PhoneFile,
  type Settings,
} from './device'
import { onEngineError } from './engine'
import { checkManifest, type Manifest, readManifest } from './manifest'
import type { Page } from './page'
import { parseUrl } from './pages'
import type { Api, Kit } from './wx/convention'

export { fail } from './device'
export type { Page, Traffic, Where } from './page'

const QUIET = 80
/** Of a machine that has other things to do as well. */
const PATIENCE = 20_000
const TIMERS_LEAD_SOMEWHERE = 500

export interface PhoneOptions {
  /** The folder of the built mini program. */
  dist: string
  /** The address the app was built with → the loopback address that answers. */
  hosts?: Record<string, string>
  settings?: Partial<Settings>
  /** More of wx, or another answer for a part of it. */
  wx?: (kit: Kit) => Api
}

export interface Phone {
  /** The page in front. */
  readonly page: Page
  readonly pages: readonly Page[]
  /** What the app gave to App(). */
  readonly app: Record<string, unknown>
  /** Every page that app.json lists. */
  readonly routes: readonly string[]
  /** Every wx call, in order. */
  readonly calls: readonly Call[]
  /** What went wrong without the app noticing; a test asserts it empty. */
  readonly errors: string[]
  readonly logs: Device['logs']
  readonly files: Device['files']
  readonly storage: Device['storage']
  offline: boolean
  /** Opens a page: the first call starts the app there; later ones go on from where the app is. */
  open(url: string): Promise<Page>
  back(): Promise<Page>
  /** Presses an item of the tab bar. */
  tab(text: string): Promise<Page>
  /** Ends the app and starts it again at a page; files, storage and settings stay. */
  restart(url: string): Promise<Page>
  /**
   * Ends the app as the system does, without a word to it. What the camera left in a temporary place is tidied away;
   * storage and kept files stay. Go on with restart().
   */
  kill(): void
  /** The app dies in its next call of this name, or in the nth. Wait for `dead`, then restart(). */
  killDuring(name: string, moment?: Moment, nth?: number): void
  /** It does not, if it still lives. */
  spare(): void
  readonly dead: boolean
  /** Bytes that apps may keep: make it small for a full phone. */
  readonly room: Device['room']
  /** Set `agreed` to false for a phone on which nobody has agreed yet. */
  readonly privacy: Device['privacy']
  /** What the next recording has heard. */
  speak(bytes: Uint8Array, seconds: number): void
  /** Puts the app in the background, and back in front. */
  hide(): Promise<void>
  show(): Promise<void>
  /** The options of every call of this name so far. */
  called(name: string): unknown[]
  /** What a wx call gives from now on: an object, a function of its options, or fail('auth deny'). */
  answer(name: string, answer: Answer): void
  putFile(path: string, bytes: Uint8Array, about?: Partial<PhoneFile>): void
  /** The next requests never reach the server. */
  failNext(count?: number): void
  /** The next requests are carried out by the server, and their answers are lost. */
  loseNext(count?: number): void
  set(settings: Partial<Settings>): Promise<void>
  /** Makes a wx event happen: emit('onKeyboardHeightChange', { height: 300 }). */
  emit(event: string, value: unknown): Promise<void>
  /** Waits until nothing has happened for a while. */
  settle(): Promise<void>
  /** Waits for something slower than that. */
  until(what: string, check: () => boolean, milliseconds?: number): Promise<void>
  close(): void
}

export function startPhone({ dist, hosts = {}, settings = {}, wx = () => ({}) }: PhoneOptions): Phone {
  const manifest = readManifest(dist)
  const compiled = compile(dist)
  const complaints = [...checkManifest(dist, manifest), ...(compiled.ok ? [] : compiled.complaints)]
  if (!compiled.ok || complaints.length > 0) throw new Error(`${dist} cannot run:\n${describeComplaints(complaints)}`)
  const device = createDevice(hosts, settings)
  const templateOf = loadTemplates(compiled.code, (message) => noteError(device, `wxml: ${message}`))
  const settle = () => waitForQuiet(device)
  return createPhone(manifest, device, settle, () => {
    return bootApp({ dist, manifest, device, templateOf, extra: wx, settle })
  })
}

function createPhone(manifest: Manifest, device: Device, settle: () => Promise<void>, boot: () => RunningApp): Phone {
  let app = boot()
  // What the code of a dead app says on its way out nobody hears.
  const stopListening = onEngineError((text) => {
    if (!app.realm.stopped) noteError(device, text)
  })
  const front = (): Page => {
    const page = app.pages.top()
    if (!page) throw new Error('no page is open: start with phone.open(url)')
    return page
  }
  const go = async (step: () => unknown): Promise<Page> => {
    const failure = await step()
    if (failure) throw new Error((failure as { failure: string }).failure)
    await settle()
    return front()
  }
  const tell = async (event: string, value: unknown): Promise<void> => {
    app.events.emit(event, value)
    await settle()
  }
  const { calls, errors, logs, files, storage, network, room, privacy } = device
  const kill = () => {
    app.kill()
    for (const path of files.keys()) if (isTemporary(path)) files.delete(path)
  }

  return {
    ...{ kill, room, privacy },
    ...{ calls, errors, logs, files, storage, settle, routes: manifest.pages, emit: tell },
    get page() {
      return front()
    },
    get app() {
      return app.config ?? {}
    },
    get pages() {
      return app.pages.stack
    },
    get offline() {
      return network.offline
    },
    set offline(gone: boolean) {
      network.offline = gone
      app.events.emit('onNetworkStatusChange', { isConnected: !gone, networkType: gone ? 'none' : 'wifi' })
    },
    open: (url) => go(() => openIn(app, manifest, url)),
    back: () => go(() => app.pages.back(1)),
    tab: (text) => go(() => pressTab(app, manifest, text)),
    restart: (url) =>
      go(() => {
        if (app.realm.stopped) kill()
        else app.stop()
        app = boot()
        return app.launch(url)
      }),
    killDuring: (name, moment = 'before', nth = 1) => void device.deaths.set(name, { moment, spared: nth - 1 }),
    spare: () => device.deaths.clear(),
    get dead() {
      return app.realm.stopped
    },
    speak(bytes, seconds) {
      device.microphone = { bytes, seconds }
    },
    hide: () => toBackground(app, settle),
    show: () => toFront(app, settle),
    called: (name) => calls.filter((call) => call.name === name).map(({ options }) => options),
    answer: (name, answer) => void device.answers.set(name, answer),
    putFile: (path, bytes, about = {}) => void files.set(path, { ...describeFile(path), ...about, bytes }),
    failNext: (count = 1) => {
      network.failNext = count
    },
    loseNext: (count = 1) => {
      network.loseNext = count
    },
    async set(changes) {
      const { theme } = device.settings
      Object.assign(device.settings, changes)
      if (changes.theme && changes.theme !== theme) {
        app.call('onThemeChange', { theme: changes.theme })
        await tell('onThemeChange', { theme: changes.theme })
      }
    },
    until: (what, check, milliseconds = PATIENCE) => waitFor(what, check, milliseconds),
    close() {
      if (app.realm.stopped) kill()
      else app.stop()
      stopListening()
    },
  }
}

function openIn(app: RunningApp, manifest: Manifest, url: string): Promise<unknown> {
  if (!app.pages.top()) return app.launch(url)
  const { route } = parseUrl(url, '')
  const isTab = manifest.tabs.some(({ pagePath }) => pagePath === route)
  return isTab ? app.pages.switchTab(`/${route}`) : app.pages.navigateTo(`/${url.replace(/^\//, '')}`)
}

async function pressTab(app: RunningApp, manifest: Manifest, text: string): Promise<unknown> {
  const index = manifest.tabs.findIndex((tab) => tab.text === text)
  const tab = manifest.tabs[index]
  if (!tab) throw new Error(`the tab bar has no "${text}", only ${manifest.tabs.map((one) => one.text).join(', ')}`)
  if (!app.pages.onTab()) throw new Error('the tab bar is not on the screen')
  const failure = await app.pages.switchTab(`/${tab.pagePath}`)
  app.pages.top()?.call('onTabItemTap', { index, pagePath: tab.pagePath, text })
  return failure
}

async function toBackground(app: RunningApp, settle: () => Promise<void>): Promise<void> {
  app.pages.top()?.call('onHide')
  app.call('onHide')
  app.events.emit('onAppHide', undefined)
  await settle()
}

async function toFront(app: RunningApp, settle: () => Promise<void>): Promise<void> {
  const page = app.pages.top()
  const options = { path: page?.route ?? '', query: page?.query ?? {}, scene: 1001 }
  app.call('onShow', options)
  app.events.emit('onAppShow', options)
  page?.call('onShow')
  await settle()
}

function describeFile(path: string): Omit<PhoneFile, 'bytes'> {
  const kinds: [RegExp, PhoneFile['kind']][] = [
    [/\.(jpe?g|png|webp|gif)$/i, 'image'],
    [/\.(mp4|mov)$/i, 'video'],
    [/\.(mp3|m4a|aac)$/i, 'audio'],
  ]
  const kind = kinds.find(([form]) => form.test(path))?.[1] ?? 'other'
  return { kind, width: 1080, height: 1440, seconds: kind === 'video' ? 5 : 0 }
}

async function waitForQuiet(device: Device): Promise<void> {
  const start = Date.now()
  let pulse = device.pulse
  let event = start
  let busy = start
  while (Date.now() - busy < QUIET) {
    await pause()
    const now = Date.now()
    if (device.inFlight.size > 0 || device.pulse !== pulse) event = now
    // A chain of short timers that leads to nothing (an animation) is not waited for.
    if (event === now || (device.soon.size > 0 && now - event < TIMERS_LEAD_SOMEWHERE)) busy = now
    pulse = device.pulse
    if (busy - start > PATIENCE) throw new Error(`after ${PATIENCE} ms the app was still busy: ${whatKeeps(device)}`)
  }
}

function whatKeeps({ inFlight }: Device): string {
  return [...inFlight].map(({ name }) => name).join(', ') || 'it does not stop calling setData or wx'
}

async function waitFor(what: string, check: () => boolean, milliseconds: number): Promise<void> {
  const start = Date.now()
  while (!check()) {
    if (Date.now() - start > milliseconds) throw new Error(`waited ${milliseconds} ms in vain for ${what}`)
    await pause()
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10))
}
