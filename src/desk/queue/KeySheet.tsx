import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { keysInSight, useEscape } from '@/client/keys'
import { role } from '@/ui/aria'
import { focusOn } from '@/ui/focus'
import { queueWords } from '@/ui/queueWords'
import { Tap } from '@/ui/Tap'
import { useSay, type Words } from '@/ui/words'

const { keys: names } = queueWords
const ALWAYS: readonly (readonly [string | Words, Words])[] = [
  [names.arrows, names.next],
  [names.arrowsUp, names.before],
  ['Enter', names.open],
  [']', names.nextPage],
  ['[', names.pageBefore],
  ['1 – 9', names.queues],
  ['Ctrl + Enter', names.send],
  ['Esc', names.escape],
  ['?', names.sheet],
]

/** What every key does here and now: those of the list, and those of the buttons in sight. */
export function KeySheet({ close }: { close: () => void }) {
  const say = useSay()
  const [buttons] = useState(keysInSight)
  useEscape(close)
  useEffect(() => focusOn('#desk-keys'), [])
  const rows = [
    ...ALWAYS.map(([key, name]) => ({ key: typeof key === 'string' ? key : say(key), name: say(name) })),
    ...buttons,
  ]
  return (
    <View className='card stack desk-keys' id='desk-keys' {...role('dialog')} aria-label={say(names.title)}>
      <View className='heading'>{say(names.title)}</View>
      <View className='desk-keys-rows'>
        {rows.map(({ key, name }) => (
          <View key={key} className='row desk-key-row'>
            <View className='key'>{key}</View>
            <View>{name}</View>
          </View>
        ))}
      </View>
      <Tap onTap={close}>{say(names.close)}</Tap>
    </View>
  )
}
