import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Opened } from '@/client/open'
import { role } from '../aria'
import { readWords } from '../readWords'
import { Tap } from '../Tap'
import { useSay } from '../words'

type Props = {
  name: string
  open: () => Promise<Opened>
  look?: 'main' | 'plain' | 'line'
  className?: string
  /** Said instead of the usual sentence when the address was only copied. */
  copied?: string
}

/** A way out of this program; below it stands what became of it where nothing opened. */
export function Opening({ name, open, look = 'plain', className = '', copied }: Props) {
  const say = useSay()
  const [became, setBecame] = useState<Opened>('opened')
  return (
    <View className={className}>
      <Tap look={look} role='link' onTap={() => void open().then(setBecame)}>
        {name}
      </Tap>
      {became === 'opened' ? null : (
        <View className={became === 'copied' ? 'note' : 'note bad'} {...role('status')}>
          {(became === 'copied' && copied) || say(readWords.opened[became])}
        </View>
      )}
    </View>
  )
}
