import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useRef } from 'react'
import { routes } from '@/client/deskRoutes'
import { stopPulling } from '@/client/device'
import type { Asking } from '@/client/useAsk'
import type { Failure } from '@/contract'
import { DeskScreen } from '@/ui/DeskScreen'
import { deskWords } from '@/ui/deskWords'
import { Failed, Loading, Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'
import './Frame.css'

type Props<T> = { title: Words; asking: Asking<T>; children: (known: T) => ReactNode }

/** A screen of the office: on its way, failed, or there; what was there stays while something newer is asked for. */
export function Frame<T>({ title, asking: { asked, again }, children }: Props<T>) {
  const known = useRef<T>()
  usePullDownRefresh(() => void again().finally(stopPulling))
  if (asked.state === 'ready') known.current = asked.data
  const stale = asked.state === 'ready' ? asked.stale : undefined
  return (
    <DeskScreen title={title} className='office-screen'>
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {stale ? <Unsent error={stale} /> : null}
      {known.current === undefined && asked.state === 'loading' ? <Loading /> : null}
      {known.current !== undefined && asked.state !== 'failed' ? children(known.current) : null}
    </DeskScreen>
  )
}

function Trouble({ error, again }: { error: Failure; again: () => void }) {
  if (error.reason !== 'signed-out') return <Failed error={error} again={again} />
  return (
    <View className='card stack'>
      <Unsent error={error} />
    </View>
  )
}

/** What was not taken, with the way to sign in where that is what it needs; what was written stays on the screen below. */
export function Unsent({ error }: { error: Failure | undefined }) {
  const say = useSay()
  if (!error) return null
  return (
    <View className='stack'>
      <Wrong error={error} />
      {error.reason === 'signed-out' ? (
        <Tap look='main' onTap={routes.signInAgain}>
          {say(deskWords.enter)}
        </Tap>
      ) : null}
    </View>
  )
}
