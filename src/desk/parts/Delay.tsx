import { View } from '@tarojs/components'
import { useState } from 'react'
import { Composer } from '@/ui/Composer'
import { handlingWords } from '@/ui/handlingWords'
import { useSay } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'
import { Day } from './Moments'

/** It will be late: the citizen is told until when and why, before it is. */
export function Delay({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const [until, setUntil] = useState('')
  return (
    <View className='stack'>
      <View className='strong'>{say(handlingWords.until)}</View>
      <Day label={say(handlingWords.until)} value={until} onDay={setUntil} />
      {until ? (
        <Composer
          {...draft}
          label={say(handlingWords.write.delay)}
          note={say(handlingWords.delayNote)}
          busy={busy}
          error={error}
          sendLabel={say(handlingWords.act.delay)}
          onSend={(reason) => act({ do: 'delay', until, reason })}
          onCancel={close}
        />
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}
