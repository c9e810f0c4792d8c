import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { deskWords } from '@/ui/deskWords'
import { useSay } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'

const OUTCOMES = ['reopen', 'uphold'] as const

/** Somebody other than the handler decides on a dispute, and tells the citizen why. */
export function Review({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>()
  return (
    <View className='stack'>
      <Choice
        label={say(deskWords.act.review)}
        options={OUTCOMES.map((one) => [one, say(deskWords[one])] as const)}
        value={outcome}
        onChoose={setOutcome}
      />
      {outcome ? (
        <Composer
          {...draft}
          label={say(deskWords.write.review)}
          note={say(deskWords.toCitizen)}
          busy={busy}
          error={error}
          sendLabel={say(deskWords.act.review)}
          onSend={(text) => act({ do: 'review', outcome, text })}
          onCancel={close}
        />
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}
