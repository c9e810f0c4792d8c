import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { useSay, words } from '@/ui/words'
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
        label={say(words.desk.act.review)}
        options={OUTCOMES.map((one) => [one, say(words.desk[one])] as const)}
        value={outcome}
        onChoose={setOutcome}
      />
      {outcome ? (
        <Composer
          {...draft}
          label={say(words.desk.write.review)}
          note={say(words.desk.toCitizen)}
          busy={busy}
          error={error}
          sendLabel={say(words.desk.act.review)}
          onSend={(text) => act({ do: 'review', outcome, text })}
          onCancel={close}
        />
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}
