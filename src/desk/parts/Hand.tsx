import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { handlingWords } from '@/ui/handlingWords'
import { useSay } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'

/** To a colleague of the same unit, with a word for them. */
export function HandOver({ act, busy, error, colleagues, draft, close }: BoxProps) {
  const say = useSay()
  const [to, setTo] = useState<string>()
  return (
    <View className='stack'>
      <View className='strong'>{say(handlingWords.pickColleague)}</View>
      {colleagues.length ? (
        <Choice
          label={say(handlingWords.pickColleague)}
          options={colleagues.map(({ id, name }) => [id, name] as const)}
          value={to}
          onChoose={setTo}
        />
      ) : (
        <View className='quiet'>{say(handlingWords.noColleague)}</View>
      )}
      {to ? (
        <Composer
          {...draft}
          label={say(handlingWords.write['hand-over'])}
          note={say(handlingWords.handOverNote)}
          busy={busy}
          error={error}
          sendLabel={say(handlingWords.act['hand-over'])}
          onSend={(note) => act({ do: 'hand-over', to, note })}
          onCancel={close}
        />
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}

/** Back to the unit: somebody else of it takes it. */
export function HandBack({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  return (
    <Composer
      {...draft}
      label={say(handlingWords.write['hand-back'])}
      note={say(handlingWords.handBackNote)}
      busy={busy}
      error={error}
      sendLabel={say(handlingWords.act['hand-back'])}
      onSend={(note) => act({ do: 'hand-back', note })}
      onCancel={close}
    />
  )
}
