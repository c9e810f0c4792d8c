import { usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { stopPulling } from '@/client/device'
import type { Asking } from '@/client/useAsk'
import { useKnown } from '@/client/useKnown'
import { DeskScreen } from '@/ui/DeskScreen'
import { Loading } from '@/ui/States'
import { Trouble, Unsent } from '@/ui/Trouble'
import type { Words } from '@/ui/word'
import './Frame.css'

type Props<T> = { title: Words; asking: Asking<T>; children: (known: T) => ReactNode }

/** A screen of the office: on its way, failed, or there; what was there stays while something newer is asked for. */
export function Frame<T>({ title, asking: { asked, again }, children }: Props<T>) {
  const known = useKnown(asked)
  usePullDownRefresh(() => void again().finally(stopPulling))
  const stale = asked.state === 'ready' ? asked.stale : undefined
  return (
    <DeskScreen title={title} className='office-screen'>
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {stale ? <Unsent error={stale} /> : null}
      {known === undefined && asked.state === 'loading' ? <Loading /> : null}
      {known !== undefined && asked.state !== 'failed' ? children(known) : null}
    </DeskScreen>
  )
}
