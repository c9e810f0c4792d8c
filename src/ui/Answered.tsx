import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { stopPulling } from '@/client/device'
import type { Asking } from '@/client/useAsk'
import { Failed, Loading, Wrong } from './States'

/**
 * The spine of a screen: loading, failed, or the thing. Over what could not be asked anew stands why. Pulling the screen
 * down asks again, where its configuration allows that.
 */
export function Answered<T>({ asking, children }: { asking: Asking<T>; children: (data: T) => ReactNode }) {
  const { asked, again } = asking
  usePullDownRefresh(() => void again().finally(stopPulling))
  switch (asked.state) {
    case 'loading':
      return <Loading />
    case 'failed':
      return <Failed error={asked.error} again={() => void again()} />
    case 'ready':
      return (
        <View>
          <Wrong error={asked.stale} />
          {children(asked.data)}
        </View>
      )
  }
}
