import { View } from '@tarojs/components'
import type { Figures } from '@/contract/figures'
import { type Measure, piecesOf } from './measures'

/** Drawn with plain boxes. Whoever cannot see it reads the same in the words beside it; the pieces differ by their pattern too. */
export function Bar({ measure, figures }: { measure: Measure; figures: Figures }) {
  // WeChat's screen readers pass over what has no words.
  const hidden = process.env.TARO_ENV === 'h5' ? { 'aria-hidden': true } : {}
  return (
    <View className='bar' {...hidden}>
      {piecesOf(measure, figures).map(({ kind, count }) => (
        <View key={kind} className={`bar-piece ${kind}`} style={{ flexGrow: count }} />
      ))}
    </View>
  )
}
