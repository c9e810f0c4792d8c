/** A browser that keeps nothing, because it was told so or is full: the app works until it is closed, and says so. */

const TRIAL = 'minhu.trial'

/** Known from the start on, before anything is read. WeChat always keeps something. */
export const keepsNothing = process.env.TARO_ENV === 'h5' && !canKeep()

function canKeep(): boolean {
  try {
    localStorage.setItem(TRIAL, TRIAL)
    localStorage.removeItem(TRIAL)
    return true
  } catch {
    Object.defineProperty(window, 'localStorage', { configurable: true, value: inMemory() })
    return false
  }
}

/** What Taro asks of a browser's storage. Its keys are its own, as the browser's are. */
function inMemory(): object {
  const kept: Record<string, string> = Object.create({
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, text: string) {
      kept[key] = text
    },
    removeItem(key: string) {
      delete kept[key]
    },
    clear() {
      for (const key of Object.keys(kept)) delete kept[key]
    },
  })
  return kept
}
