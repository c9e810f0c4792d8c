import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { stopPulling } from '@/client/device'
import type { Asking } from '@/client/useAsk'
import { AsOf, Failed, Loading, Wrong } from './States'

type Props<T> = { asking: Asking<T>; failed?: ReactNode; children: (data: T) => ReactNode }

/**
 * The spine of a screen: loading, failed, or the thing. Over what could not be asked anew stands why. Pulling the screen
 * down asks again, where its configuration allows that. `failed`: what helps even then.
 */
export function Answered<T>({ asking, failed, children }: Props<T>) {
  const { asked, again } = asking
  usePullDownRefresh(() => void again().finally(stopPulling))
  switch (asked.state) {
    case 'loading':
      return <Loading />
    case 'failed':
      return (
        <View>
          <Failed error={asked.error} again={() => void again()} />
          {failed}
        </View>
      )
    case 'ready':
      return (
        <View>
          {asked.asOf ? <AsOf at={asked.asOf} again={() => void again()} /> : <Wrong error={asked.stale} />}
          {children(asked.data)}
        </View>
      )
  }
}
