import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { deskWords } from '@/ui/deskWords'
import { useSay } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'
import { usePhrases } from './Phrases'

/** Usual spans; the server knows how far it may go. */
const DAYS = ['3', '5', '10', '15'] as const

/** Once, with a reason that the citizen reads. */
export function Extend({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const [days, setDays] = useState<(typeof DAYS)[number]>()
  const phrased = usePhrases('extend', draft)
  return (
    <View className='stack'>
      <View className='strong'>{say(deskWords.days)}</View>
      <Choice label={say(deskWords.days)} options={DAYS.map((n) => [n, n] as const)} value={days} onChoose={setDays} />
      {days ? (
        <Composer
          key={phrased.turn}
          {...phrased.draft}
          label={say(deskWords.write.extend)}
          note={say(deskWords.toCitizen)}
          busy={busy}
          error={error}
          sendLabel={say(deskWords.act.extend)}
          onSend={(reason) => act({ do: 'extend', days: Number(days), reason })}
          onCancel={close}
        >
          {phrased.row}
        </Composer>
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}
