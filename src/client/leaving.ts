/** Before a screen is left on which something was written that is not kept yet. */
import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** WeChat asks by itself; on the web the browser asks before it closes, and `ask` before the bar leads back. */
export function useLeaving(unsaved: boolean, message: string, ask: () => void): void {
  useEffect(() => {
    if (!unsaved) return undefined
    if (process.env.TARO_ENV !== 'h5') {
      void Taro.enableAlertBeforeUnload({ message })
      return () => void Taro.disableAlertBeforeUnload()
    }
    const closing = (event: BeforeUnloadEvent) => event.preventDefault()
    const back = (event: MouseEvent) => {
      const { target } = event
      if (!(target instanceof Element) || !target.closest('.taro-navigation-bar-back')) return
      event.preventDefault()
      event.stopPropagation()
      ask()
    }
    window.addEventListener('beforeunload', closing)
    document.addEventListener('click', back, true)
    return () => {
      window.removeEventListener('beforeunload', closing)
      document.removeEventListener('click', back, true)
    }
  }, [unsaved, message, ask])
}
