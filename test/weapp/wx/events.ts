// wx.onSomething and wx.offSomething, and a way to make it happen.

import type { Api, Kit } from './convention'

const EVENTS = `AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange
  KeyboardHeightChange MemoryWarning WindowResize UserCaptureScreen`.split(/\s+/)

type Listener = (value: unknown) => void

export interface Events {
  api: Api
  /** The name as the app registers it: 'onThemeChange'. */
  emit(name: string, value: unknown): void
  on(name: string, listener: Listener): void
}

export function createEvents({ realm }: Kit): Events {
  const listeners = new Map<string, Set<Listener>>()
  const on = (name: string, listener: Listener) => {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known.add(listener))
  }
  const off = (name: string, listener?: Listener) => {
    if (listener) listeners.get(name)?.delete(listener)
    else listeners.delete(name)
  }
  const pairs = EVENTS.flatMap((event) => [
    [`on${event}`, (listener: Listener) => on(`on${event}`, listener)],
    [`off${event}`, (listener?: Listener) => off(`on${event}`, listener)],
  ])
  return {
    api: Object.fromEntries(pairs),
    on,
    emit(name, value) {
      for (const listener of listeners.get(name) ?? []) realm.guard(name, () => listener(realm.adopt(value)))
    },
  }
}
