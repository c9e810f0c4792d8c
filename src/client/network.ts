/** Whether the phone says that it has a network. It may still not reach the server, and may be wrong either way. */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** What WeChat said last. */
let connected = true
const watching = new Set<(online: boolean) => void>()

export const isOnline = (): boolean => (process.env.TARO_ENV === 'h5' ? navigator.onLine : connected)

/** Tells of each change from now on; gives what ends that. */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  listen()
  watching.add(tell)
  return () => watching.delete(tell)
}

let listening = false
function listen(): void {
  if (listening) return
  listening = true
  const tellAll = () => {
    for (const tell of watching) tell(isOnline())
  }
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', tellAll)
    window.addEventListener('offline', tellAll)
    return
  }
  const heard = (now: boolean) => {
    connected = now
    tellAll()
  }
  void Taro.getNetworkType().then(
    ({ networkType }) => heard(networkType !== 'none'),
    () => undefined,
  )
  Taro.onNetworkStatusChange(({ isConnected }) => heard(isConnected))
}

export function useOnline(): boolean {
  const [online, setOnline] = useState(isOnline)
  useEffect(() => watchNetwork(setOnline), [])
  return online
}
