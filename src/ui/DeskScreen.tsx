import { View } from '@tarojs/components'
import { type ComponentProps, useEffect } from 'react'
import { useIdle } from '@/client/idle'
import { canUnlock, useLock } from '@/client/lock'
import './DeskScreen.css'
import { Lock } from './Lock'
import { Screen } from './Screen'

/** The frame of every screen of officials: it locks when nobody is there. */
export function DeskScreen({ children, ...props }: ComponentProps<typeof Screen>) {
  const locked = useLock((state) => state.locked)
  useEffect(canUnlock, [])
  useIdle()
  return (
    <Screen {...props}>
      <View className={`desk-under${locked ? ' locked' : ''}`}>{children}</View>
      {locked ? <Lock /> : null}
    </Screen>
  )
}
