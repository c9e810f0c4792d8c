import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Whether the phone says that it has a network. It may still not reach the server. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(process.env.TARO_ENV !== 'h5' || navigator.onLine)
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return inBrowser(setOnline)
    const look = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    void Taro.getNetworkType().then(
      ({ networkType }) => setOnline(networkType !== 'none'),
      () => undefined,
    )
    Taro.onNetworkStatusChange(look)
    return () => Taro.offNetworkStatusChange(look)
  }, [])
  return online
}

function inBrowser(tell: (online: boolean) => void): () => void {
  const look = () => tell(navigator.onLine)
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  return () => {
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  }
}
