import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { turnBell, useBell } from '@/client/bell'
import { useEscape } from '@/client/keys'
import type { Output } from '@/contract'
import { deskWords } from '@/ui/deskWords'
import { focusOn } from '@/ui/focus'
import { queueWords } from '@/ui/queueWords'
import { Tap } from '@/ui/Tap'
import { useSay, type Words } from '@/ui/words'
import { leave } from './leave'
import { menuOf } from './menu'
import './parts.css'

type Props = {
  duties: Output<'desk.queue'>['me']['duties']
  close: () => void
  showKeys?: (() => void) | undefined
  /** The screen it stands on: nobody goes there from there. */
  here?: Words
}

/** All that is not done all day: what this official's duties allow, the bell, the keys, and the way out. */
export function More({ duties, close, showKeys, here }: Props) {
  const say = useSay()
  const rings = useBell(({ on }) => on)
  useEscape(close)
  useEffect(() => focusOn('#desk-more'), [])
  return (
    <View className='desk-more' id='desk-more'>
      {menuOf(duties)
        .filter(({ name }) => name !== here)
        .map(({ name, go }) => (
          <Tap key={name.en} onTap={go}>
            {say(name)}
          </Tap>
        ))}
      <Tap look='line' onTap={() => turnBell(!rings)}>
        {say(rings ? queueWords.ringOn : queueWords.ringOff)}
      </Tap>
      {showKeys ? (
        <Tap look='line' onTap={showKeys}>
          {say(queueWords.keys.title)}
        </Tap>
      ) : null}
      <Tap look='line' onTap={() => void leave()}>
        {say(deskWords.leave)}
      </Tap>
    </View>
  )
}
