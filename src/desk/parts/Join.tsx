import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { Field } from '@/ui/Field'
import { handlingWords } from '@/ui/handlingWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'

/** This one is answered with another. */
export function Merge({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const [into, setInto] = useState('')
  const wrong = error?.field === 'into' ? error.message : undefined
  return (
    <Composer
      {...draft}
      label={say(handlingWords.write.merge)}
      note={say(handlingWords.mergeNote)}
      busy={busy}
      error={wrong ? undefined : error}
      sendLabel={say(handlingWords.act.merge)}
      onSend={(text) => act({ do: 'merge', into: into.trim(), text })}
      onCancel={close}
    >
      <Field label={say(handlingWords.other)} value={into} onInput={setInto} most={40} wrong={wrong} />
    </Composer>
  )
}

/** It is another matter after all. */
export function Unmerge({ act, busy, error, close }: BoxProps) {
  const say = useSay()
  return (
    <View className='stack'>
      <View className='note'>{say(handlingWords.unmergeNote)}</View>
      <Wrong error={error} />
      <View className='row'>
        <Cancel close={close} />
        <Tap look='main' className='grow' off={busy} onTap={() => void act({ do: 'unmerge' })}>
          {say(busy ? words.sending : handlingWords.act.unmerge)}
        </Tap>
      </View>
    </View>
  )
}

/** The second of two things becomes a ticket of its own. */
export function Split({ act, busy, error, categories, draft, close }: BoxProps) {
  const say = useSay()
  const [category, setCategory] = useState<string>()
  return (
    <View className='stack'>
      <View className='strong'>{say(handlingWords.category)}</View>
      <Choice
        label={say(handlingWords.category)}
        options={categories.map(({ id, name }) => [id, say(name)] as const)}
        value={category}
        onChoose={setCategory}
      />
      {category ? (
        <Composer
          {...draft}
          label={say(handlingWords.write.split)}
          note={say(handlingWords.splitNote)}
          busy={busy}
          error={error}
          sendLabel={say(handlingWords.act.split)}
          onSend={(text) => act({ do: 'split', category, text })}
          onCancel={close}
        />
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}
