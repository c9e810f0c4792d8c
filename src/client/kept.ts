/** The last good answers, kept on the phone to be read without a network. What does not fit or cannot be kept is not. */
import Taro from '@tarojs/taro'
import * as v from 'valibot'

/** What is kept of each: every answer, or the first page only. */
const KEPT: Record<string, 'all' | 'first'> = {
  'home.open': 'all',
  'alerts.now': 'all',
  'alerts.open': 'all',
  'release.read': 'all',
  'news.list': 'first',
  'weather.open': 'all',
  'traffic.open': 'all',
  'hotlines.open': 'all',
  'about.open': 'all',
  'services.open': 'all',
  'filing.open': 'all',
  'tickets.mine': 'first',
  'tickets.open': 'all',
  'follows.mine': 'all',
  'inbox.open': 'first',
  'ask.open': 'all',
  'ask.talk': 'all',
}
/** Those that hold what is one person's own. */
const OWN = /^(home|tickets|follows|inbox|ask)\./
const MOST = 40
const LARGEST = 200_000

const INDEX = 'minhu.kept'
const placeOf = (key: string) => `${INDEX}.${key}`
const keyOf = (action: string, input: unknown) => `${action} ${JSON.stringify(input)}`

/** `data` as the server gave it: whoever reads it again checks it again. */
export function keep(action: string, input: unknown, data: unknown): void {
  const what = KEPT[action]
  const key = keyOf(action, input)
  if (!what || (what === 'first' && key.includes('"after":'))) return
  const text = JSON.stringify({ at: new Date().toISOString(), data })
  if (text.length > LARGEST) return
  const keys = [...index().filter((one) => one !== key), key]
  drop(keys.splice(0, keys.length - MOST))
  store(INDEX, keys)
  store(placeOf(key), text)
}

/** What was kept, if it still is what the contract says, and when it was given. */
export function keptOf<T>(
  action: string,
  input: unknown,
  gives: v.GenericSchema<unknown, T>,
): { at: string; data: T } | undefined {
  try {
    const text: unknown = Taro.getStorageSync(placeOf(keyOf(action, input)))
    return v.parse(v.object({ at: v.string(), data: gives }), JSON.parse(String(text)))
  } catch {
    return undefined
  }
}

/** What was taken back, or is no longer theirs, is not to be read from the phone either. */
export function forget(action: string, input: unknown): void {
  const key = keyOf(action, input)
  if (!index().includes(key)) return
  drop([key])
  store(
    INDEX,
    index().filter((one) => one !== key),
  )
}

/** Somebody else may hold this phone now. */
export function forgetOwn(): void {
  const own = index().filter((key) => OWN.test(key))
  if (!own.length) return
  drop(own)
  store(
    INDEX,
    index().filter((key) => !OWN.test(key)),
  )
}

function index(): string[] {
  try {
    return v.parse(v.array(v.string()), Taro.getStorageSync(INDEX))
  } catch {
    return []
  }
}

function drop(keys: string[]): void {
  for (const key of keys) quietly(() => Taro.removeStorageSync(placeOf(key)))
}

const store = (key: string, value: string | string[]) => quietly(() => Taro.setStorageSync(key, value))

/** A full storage must not keep anybody from what they came for. */
function quietly(touch: () => void): void {
  try {
    touch()
  } catch {
    // Then it is not kept.
  }
}
