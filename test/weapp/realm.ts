// The place where the app's own JavaScript runs: the language, timers, console and what WeChat adds. No document, no
// window, no process, no fetch, no localStorage; eval and new Function are refused, as on a phone.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import vm from 'node:vm'
import { fromFile } from './compile'
import { type Device, noteError, stackOf } from './device'

export interface Realm {
  /** Puts what WeChat gives every app into its global scope. */
  define(globals: Record<string, unknown>): void
  require(file: string): unknown
  /** Copies a plain value into the app's realm, so that its prototypes are those the app knows. */
  adopt<T>(value: T): T
  promise<T>(run: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T>
  /** Calls into the app; what it throws becomes an error of the phone. */
  guard(where: string, call: () => unknown): unknown
  later(where: string, call: () => void, milliseconds?: number): void
  /** Ends the app: its timers are cleared and nothing answers it any more. */
  stop(): void
  readonly stopped: boolean
}

export interface Program {
  dist: string
  /** The folder of the subpackage a file is in, '' for the main package. */
  packageOf(file: string): string
}

export function createRealm(device: Device, program: Program): Realm {
  const timers = createTimers(device)
  let stopped = false
  const context = vm.createContext(
    { ...timers.globals, console: createConsole(device, () => stopped) },
    { codeGeneration: { strings: false, wasm: false } },
  )
  vm.runInContext('delete globalThis.WebAssembly', context)
  const native: Pick<Realm, 'adopt' | 'promise'> = vm.runInContext(NATIVE, context)
  return {
    ...native,
    define: (globals) => void Object.assign(context, globals),
    require: createLoader(program, context),
    // What is dead is not called any more.
    guard: (where, call) => (stopped ? undefined : guard(device, where, call, () => stopped)),
    later: (where, call, milliseconds = 0) =>
      stopped ? undefined : timers.start(() => guard(device, where, call), milliseconds, false),
    stop() {
      stopped = true
      timers.stop()
    },
    get stopped() {
      return stopped
    },
  }
}

// Values that are not plain (functions, buffers) pass as they are.
const NATIVE = `({
  adopt: function adopt (value) {
    if (Array.isArray(value)) return Array.from(value, adopt)
    if (Object.prototype.toString.call(value) !== '[object Object]') return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, adopt(part)]))
  },
  promise: (run) => new Promise(run)
})`

function guard(device: Device, where: string, call: () => unknown, isStopped = () => false): unknown {
  try {
    return call()
  } catch (error) {
    if (!isStopped()) noteError(device, `${where}: ${stackOf(error)}`)
    return undefined
  }
}

// What the code of a dead app says on its way out nobody hears.
function createConsole(device: Device, isStopped: () => boolean): Record<string, (...parts: unknown[]) => void> {
  const levels = ['log', 'info', 'debug', 'warn', 'error', 'group', 'groupEnd', 'table', 'time', 'timeEnd']
  const write =
    (level: string) =>
    (...parts: unknown[]) => {
      if (isStopped()) return
      const text = format(...parts)
      device.logs.push({ level, text })
      if (level === 'error') noteError(device, `console.error: ${text}`)
    }
  return Object.fromEntries(levels.map((level) => [level, write(level)]))
}

// Taro looks every 20 ms, for up to 100, whether it may answer; a debounce for typing is longer than this.
const A_MOMENT = 100

function createTimers(device: Device) {
  const running = new Map<number, NodeJS.Timeout>()
  let last = 0

  const start = (call: () => unknown, milliseconds: number, again: boolean): number => {
    last += 1
    const id = last
    const fire = () => {
      if (!again) forget(id)
      guard(device, 'timer', call)
    }
    running.set(id, again ? setInterval(fire, milliseconds) : setTimeout(fire, milliseconds))
    if (!again && milliseconds <= A_MOMENT) device.soon.add(id)
    return id
  }
  const forget = (id: number) => {
    running.delete(id)
    device.soon.delete(id)
  }
  const stopOne = (id: number) => {
    clearTimeout(running.get(id)) // Node clears intervals with it too
    forget(id)
  }
  type Callback = (...parts: unknown[]) => void
  const globals = {
    setTimeout: (call: Callback, ms = 0, ...parts: unknown[]) => start(() => call(...parts), ms, false),
    setInterval: (call: Callback, ms = 0, ...parts: unknown[]) => start(() => call(...parts), ms, true),
    clearTimeout: stopOne,
    clearInterval: stopOne,
  }
  return { globals, start, stop: () => [...running.keys()].forEach(stopOne) }
}

/** CommonJS as WeChat loads it: one instance of a file, paths relative, and no reaching into another subpackage. */
function createLoader({ dist, packageOf }: Program, context: vm.Context): (file: string) => unknown {
  const modules = new Map<string, { exports: unknown }>()

  const load = (path: string): unknown => {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const source = `(function (require, module, exports) {${readFileSync(join(dist, file), 'utf8')}\n})`
    const run = vm.runInContext(source, context, { filename: file })
    run((wanted: string) => load(resolve(file, wanted)), module, module.exports)
    return module.exports
  }

  const resolve = (from: string, wanted: string): string => {
    const file = fromFile(from, wanted.endsWith('.js') ? wanted : `${wanted}.js`)
    const owner = packageOf(file)
    if (owner !== '' && owner !== packageOf(from)) {
      throw new Error(`${from} requires ${file}, which is in subpackage ${owner} and may not have been loaded`)
    }
    if (!existsSync(join(dist, file))) throw new Error(`${from} requires ${wanted}, and there is no ${file}`)
    return file
  }

  return load
}
