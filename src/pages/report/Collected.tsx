import { View } from '@tarojs/components'
import { memo, useState } from 'react'
import { collectedWords } from '@/ui/filingWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** What becomes of what is written here, in plain words, where it is written. */
export const Collected = memo(({ hotline }: { hotline: string }) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <View className='stack report-collected'>
      <Tap look='bare' className='row report-line' onTap={() => setOpen(!open)}>
        {`${say(collectedWords.title)}　${open ? '▴' : '▾'}`}
      </Tap>
      {open ? (
        <View className='card stack'>
          {collectedWords.parts.map((part) => (
            <View key={part.en}>{say(part, { hotline })}</View>
          ))}
        </View>
      ) : null}
    </View>
  )
})
