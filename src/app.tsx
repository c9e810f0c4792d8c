import { useDidShow } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { readDevice } from '@/client/settings'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  // WeChat tells of no change of its letter size while running: look again at each return.
  useDidShow(readDevice)
  return children
}
