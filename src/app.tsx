import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { hurryDrafts, startDrafts } from '@/client/drafts/useDrafts'
import { readDevice } from '@/client/settings'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(startDrafts)
  useDidShow(() => {
    // WeChat tells of no change of its letter size while running: look again at each return.
    readDevice()
    hurryDrafts()
  })
  return children
}
