import { View } from '@tarojs/components'
import { memo } from 'react'
import { confirm } from '@/client/device'
import { draftWords } from '@/ui/filingWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** Says that this was begun before; a new one leaves it where it is. */
export const Resumed = memo(({ discard, another }: { discard: () => boolean; another: () => void }) => {
  const say = useSay()
  const drop = async () => {
    const yes = await confirm({
      title: say(draftWords.discardAsk),
      content: say(draftWords.discardNote),
      yes: say(draftWords.discard),
      no: say(draftWords.keep),
    })
    if (yes && discard()) another()
  }
  return (
    <View className='note row wrap report-resumed'>
      <View className='grow'>{say(draftWords.resumed)}</View>
      <Tap look='line' onTap={another}>
        {say(draftWords.another)}
      </Tap>
      <Tap look='line' onTap={() => void drop()}>
        {say(draftWords.discard)}
      </Tap>
    </View>
  )
})
