import { View } from '@tarojs/components'
import { useState } from 'react'
import { auditWords } from '@/ui/auditWords'
import { Field } from '@/ui/Field'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import type { Spot } from '.'

type Props = { spot: Spot; of: string | undefined; go: (spot: Spot) => void }

/** What is looked at, and the way to something else. */
export function Find({ spot, of, go }: Props) {
  const say = useSay()
  const [no, setNo] = useState(spot.about ?? '')
  const find = () => {
    const about = no.trim()
    if (about) go({ about, trail: [] })
  }
  const all = () => {
    setNo('')
    go({ trail: [] })
  }
  return (
    <View className='card stack'>
      <View className='quiet'>{say(auditWords.intro)}</View>
      <Field
        label={say(auditWords.no)}
        hint={say(auditWords.noHint)}
        value={no}
        most={40}
        onInput={setNo}
        onDone={find}
      />
      <View className='row wrap'>
        <Tap look='main' off={!no.trim()} onTap={find}>
          {say(auditWords.find)}
        </Tap>
        {spot.official || spot.about ? (
          <Tap look='line' onTap={all}>
            {say(auditWords.all)}
          </Tap>
        ) : null}
      </View>
      {of ? <View className='strong'>{say(auditWords.ofPerson, { name: of })}</View> : null}
      {spot.about ? <View className='strong'>{say(auditWords.ofTicket, { no: spot.about })}</View> : null}
    </View>
  )
}
