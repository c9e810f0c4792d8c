// How a wx call answers: in a later turn, through success / fail / complete, or through a promise when none is given.

import { type Device, type Failure, isFailure, type Moment, messageOf, noteError } from '../device'
import type { Realm } from '../realm'
import { permission } from './privacy'

export interface Kit {
  device: Device
  realm: Realm
  /** What the app has given to wx.onNeedPrivacyAuthorization: the last one counts. */
  asksPrivacy?: ((resolve: (answer: Options) => void, about: unknown) => void) | undefined
}

export type Options = Record<string, unknown>
export type Api = Record<string, unknown>

type Run = (options: Options) => unknown

export function asynchronous(kit: Kit, name: string, run: Run): (options?: Options) => unknown {
  return (options = {}) => {
    if (kit.realm.stopped) return undefined
    record(kit, name, options)
    const outcome = perform(kit, name, options, run)
    if (wantsCallbacks(options)) return void outcome.then((result) => callBack(kit, name, options, result))
    return kit.realm.promise((resolve, reject) => {
      void outcome.then((result) => {
        if (kit.realm.stopped) return
        if (result.ok) resolve(result.value)
        else reject(result.value)
      })
    })
  }
}

/** A call that answers through callbacks alone: those of the file system never give a promise. */
export function calledBack(kit: Kit, name: string, run: Run): (options?: Options) => void {
  const call = asynchronous(kit, name, run)
  return (options = {}) => void call({ complete: () => undefined, ...options })
}

/** A call that gives back a task at once (request, uploadFile, downloadFile) and never a promise. */
export function tasked(
  kit: Kit,
  name: string,
  run: (options: Options, task: Task) => Promise<unknown>,
): (options?: Options) => Record<string, unknown> {
  return (options = {}) => {
    const task = createTask(kit)
    // What is dead asks nobody any more.
    if (kit.realm.stopped) return task.handle
    record(kit, name, options)
    const outcome = perform(kit, name, options, () => run(options, task))
    void outcome.then((result) => callBack(kit, name, options, result))
    return task.handle
  }
}

export function synchronous<Parts extends unknown[]>(kit: Kit, name: string, run: (...parts: Parts) => unknown) {
  return (...parts: Parts) => {
    // What is dead writes nothing any more, however far its code runs on; what it reads harms nobody.
    if (kit.realm.stopped) return name.startsWith('get') ? kit.realm.adopt(run(...parts)) : undefined
    record(kit, name, parts.length > 1 ? parts : parts[0])
    const moment = dies(kit, name)
    if (moment === 'before') return undefined
    const value = run(...parts)
    if (moment) return undefined
    if (isFailure(value)) throw new Error(`${name}:fail ${value.failure}`)
    return kit.realm.adopt(value)
  }
}

export interface Task {
  signal: AbortSignal
  tell(event: string, value: object): void
  handle: Record<string, unknown>
}

function createTask(kit: Kit): Task {
  const controller = new AbortController()
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  const on = (event: string) => (listener: (value: unknown) => void) =>
    void listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
  const off = (event: string) => (listener?: (value: unknown) => void) =>
    listener ? listeners.get(event)?.delete(listener) : listeners.delete(event)
  return {
    signal: controller.signal,
    tell(event, value) {
      for (const listener of listeners.get(event) ?? []) {
        kit.realm.guard(`on${event}`, () => listener(kit.realm.adopt(value)))
      }
    },
    handle: {
      abort: () => controller.abort(),
      onProgressUpdate: on('ProgressUpdate'),
      offProgressUpdate: off('ProgressUpdate'),
      onHeadersReceived: on('HeadersReceived'),
      offHeadersReceived: off('HeadersReceived'),
    },
  }
}

interface Result {
  ok: boolean
  value: Options
}

async function perform(kit: Kit, name: string, options: Options, run: Run): Promise<Result> {
  const { device, realm } = kit
  const mark = { name: typeof options.url === 'string' ? `${name} ${options.url}` : name }
  device.inFlight.add(mark)
  try {
    await new Promise((resolve) => setTimeout(resolve, 0))
    device.inFlight.delete(mark) // a person may take their time
    const refusal = await permission(kit, name)
    device.inFlight.add(mark)
    const value = refusal ?? (await carriedOut(kit, name, () => given(device, name, options) ?? run(options)))
    if (isFailure(value)) return { ok: false, value: realm.adopt(asError(name, value)) }
    return { ok: true, value: realm.adopt({ ...(value as object | undefined), errMsg: `${name}:ok` }) }
  } catch (error) {
    noteError(device, `wx.${name}: ${messageOf(error)}`)
    return { ok: false, value: realm.adopt({ errMsg: `${name}:fail ${messageOf(error)}` }) }
  } finally {
    device.inFlight.delete(mark)
    device.pulse += 1
  }
}

/** Unless the app dies of it: then nobody hears what came of it, whatever it has done. */
async function carriedOut(kit: Kit, name: string, run: () => unknown): Promise<unknown> {
  const moment = dies(kit, name)
  if (moment === 'before') return undefined
  kit.device.portion = moment === 'halfway' ? 1 / 2 : 1
  try {
    return await run()
  } finally {
    kit.device.portion = 1
  }
}

function dies({ device, realm }: Kit, name: string): Moment | undefined {
  const death = device.deaths.get(name)
  if (!death) return undefined
  death.spared -= 1
  if (death.spared >= 0) return undefined
  device.deaths.delete(name)
  realm.stop()
  return death.moment
}

function given({ answers }: Device, name: string, options: Options): object | undefined {
  const answer = answers.get(name)
  return typeof answer === 'function' ? (answer as (options: Options) => object | undefined)(options) : answer
}

function asError(name: string, { failure, errno }: Failure): Options {
  return { errMsg: `${name}:fail ${failure}`, ...(errno === undefined ? {} : { errno }) }
}

function wantsCallbacks(options: Options): boolean {
  return ['success', 'fail', 'complete'].some((key) => typeof options[key] === 'function')
}

function callBack({ realm }: Kit, name: string, options: Options, { ok, value }: Result): void {
  if (realm.stopped) return
  for (const key of [ok ? 'success' : 'fail', 'complete']) {
    const callback = options[key]
    if (typeof callback === 'function') realm.guard(`${key} of wx.${name}`, () => callback(value))
  }
}

function record({ device }: Kit, name: string, options: unknown): void {
  device.pulse += 1
  device.calls.push({ name, options: ours(options) })
}

/** A copy in our realm, without callbacks, for tests to compare. */
function ours(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, ours)
  if (Object.prototype.toString.call(value) !== '[object Object]') return value
  const entries = Object.entries(value as object).filter(([, part]) => typeof part !== 'function')
  return Object.fromEntries(entries.map(([key, part]) => [key, ours(part)]))
}
