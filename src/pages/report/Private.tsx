import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { scrollTo } from '@/client/device'
import { role } from '@/ui/aria'
import { privateWords } from '@/ui/filingWords'
import { focusOn } from '@/ui/focus'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { type Detail, masked } from './usePrivate'

/** Between the tap and the sending: which numbers stand in the words, and what to do with them. */
export function Private({ details, onDrop, onKeep }: { details: Detail[]; onDrop: () => void; onKeep: () => void }) {
  const say = useSay()
  useEffect(() => {
    scrollTo('#private')
    focusOn('#private')
  }, [])
  return (
    <View id='private' className='note warn stack' {...role('alert')}>
      <View className='strong'>{say(privateWords.title)}</View>
      {details.map(({ what, text }) => (
        <View key={text} className='number'>{`${say(privateWords[what])}　${masked(text)}`}</View>
      ))}
      <Tap look='main' onTap={onDrop}>
        {say(privateWords.drop)}
      </Tap>
      <Tap look='line' onTap={onKeep}>
        {say(privateWords.keep)}
      </Tap>
    </View>
  )
}
