import { type ComponentProps, useEffect } from 'react'
import { useIdle } from '@/client/idle'
import { canUnlock, useLock } from '@/client/lock'
import './DeskScreen.css'
import { Lock } from './Lock'
import { Screen } from './Screen'

/** The frame of every screen of officials: it locks when nobody is there. */
export function DeskScreen({ className = '', children, ...props }: ComponentProps<typeof Screen>) {
  const locked = useLock((state) => state.locked)
  useEffect(canUnlock, [])
  useIdle()
  return (
    <Screen {...props} className={`${className}${locked ? ' desk-locked' : ''}`.trim()}>
      {children}
      {locked ? <Lock /> : null}
    </Screen>
  )
}
