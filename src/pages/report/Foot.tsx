import { View } from '@tarojs/components'
import { memo } from 'react'
import type { Failure } from '@/contract'
import { role } from '@/ui/aria'
import { DeskHours } from '@/ui/DeskHours'
import { reportWords } from '@/ui/reportWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import type { Opened } from './useOpened'

type Props = {
  opened: Opened
  /** The phone is full. Here it is in sight wherever the person is. */
  full: string | undefined
  error: Failure | undefined
  onSend: () => void
}

/** The end of the form, always in reach. */
export const Foot = memo(({ opened, full, error, onSend }: Props) => {
  const say = useSay()
  return (
    <View className='foot stack' id='wrong'>
      {full ? (
        <View className='note bad' {...role('alert')}>
          {full}
        </View>
      ) : null}
      <Wrong error={error} />
      <Tap look='main' onTap={onSend}>
        {say(reportWords.submit)}
      </Tap>
      <View className='quiet small report-hours'>
        <DeskHours {...opened} />
      </View>
    </View>
  )
})
