import { View } from '@tarojs/components'
import type { Private } from '@/client/privacy'
import type { WhyNot } from '@/client/whyNot'
import { role } from './aria'
import { notGivenWords } from './notGivenWords'
import { privacyWords } from './privacyWords'
import { useSay } from './words'

/** At the control that was tapped: why nothing came of it. Whoever changed their mind is told nothing. */
export function NotGiven({ what, why }: { what: Private; why: WhyNot | undefined }) {
  const say = useSay()
  if (!why || why === 'cancelled') return null
  const [thing] = privacyWords.what[what]
  return (
    <View className='note warn' {...role('alert')}>
      {say(notGivenWords[why], { thing: say(thing) })}
    </View>
  )
}
