import { View } from '@tarojs/components'
import { type PropsWithChildren, useEffect } from 'react'
import { dial, scrollTo } from '@/client/device'
import { role } from '@/ui/aria'
import { dangerWords } from '@/ui/filingWords'
import { focusOn } from '@/ui/focus'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

const NUMBERS = [
  ['110', dangerWords.police],
  ['119', dangerWords.fire],
  ['120', dangerWords.ambulance],
] as const

/** In the place of the form, for whoever writes of danger to life. */
export function Danger({ found, onGoOn }: { found: string; onGoOn: () => void }) {
  const say = useSay()
  useEffect(() => {
    scrollTo('#danger')
    focusOn('#danger', 'whole')
  }, [])
  return (
    <View id='danger' className='card stack report-stop' {...role('alert')}>
      <View className='title'>{say(dangerWords.title)}</View>
      {NUMBERS.map(([number, purpose]) => (
        <Tap
          key={number}
          look='warn'
          className='report-stop-number'
          label={`${number} ${say(purpose)}`}
          onTap={() => dial(number)}
        >
          <View className='number report-stop-digits'>{number}</View>
          <View>{say(purpose)}</View>
        </Tap>
      ))}
      <View className='quiet'>{say(dangerWords.found, { word: found })}</View>
      <Tap look='line' onTap={onGoOn}>
        {say(dangerWords.go)}
      </Tap>
    </View>
  )
}

/** Always on top: whoever is in danger must not look for it. */
export function DangerLine({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <View className='row wrap report-danger report-top'>
      <View className='quiet small'>{label}</View>
      {NUMBERS.map(([number]) => (
        <Tap key={number} look='warn' onTap={() => dial(number)}>
          {number}
        </Tap>
      ))}
      {children}
    </View>
  )
}
