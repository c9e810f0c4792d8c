import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { useSay, words } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'

/** Usual spans; the server knows how far it may go. */
const DAYS = ['3', '5', '10', '15'] as const

/** Once, with a reason that the citizen reads. */
export function Extend({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const [days, setDays] = useState<(typeof DAYS)[number]>()
  return (
    <View className='stack'>
      <View className='strong'>{say(words.desk.days)}</View>
      <Choice label={say(words.desk.days)} options={DAYS.map((n) => [n, n] as const)} value={days} onChoose={setDays} />
      {days ? (
        <Composer
          {...draft}
          label={say(words.desk.write.extend)}
          note={say(words.desk.toCitizen)}
          busy={busy}
          error={error}
          sendLabel={say(words.desk.act.extend)}
          onSend={(reason) => act({ do: 'extend', days: Number(days), reason })}
          onCancel={close}
        />
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}
