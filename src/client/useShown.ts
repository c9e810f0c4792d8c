import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

/** Whether this screen is the one that is looked at. What leads on must wait until it is. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}
