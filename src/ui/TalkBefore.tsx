import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Talk } from '@/contract/ticketFiling'
import { liveWords } from './liveWords'
import { Tap } from './Tap'
import { useSay, words } from './words'

/** What was said with the assistant before a person was asked. Folded: whoever wants to know how it came to this unfolds it. */
export function TalkBefore({ talk, forDesk }: { talk: Talk; forDesk: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const name = { me: say(forDesk ? liveWords.asker : liveWords.me), program: say(liveWords.program) }
  return (
    <View className='stack'>
      <Tap look='line' open={open} onTap={() => setOpen(!open)}>
        {`${say(liveWords.talk, { n: talk.length })}　${open ? '▴' : '▾'}`}
      </Tap>
      {open
        ? talk.map(({ by, text }, order) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
            <View key={order} className={by === 'me' ? 'pre' : 'pre quiet'}>
              {say(words.named, { name: name[by], text })}
            </View>
          ))
        : null}
    </View>
  )
}
