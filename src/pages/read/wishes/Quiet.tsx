import { View } from '@tarojs/components'
import type { Wishes } from '@/contract/wishes'
import { Chosen } from '@/ui/Chosen'
import { wishWords } from '@/ui/wishWords'
import { useSay } from '@/ui/words'
import { Switch } from './Switch'

/** What is offered to whoever turns it on again. */
const NIGHT = { from: '22:00', to: '07:00' }

/** The hours in which nothing but an emergency makes the phone ring. */
export function Quiet({ wished, set }: { wished: Wishes; set: (next: Wishes) => void }) {
  const say = useSay()
  const { quiet, ...rest } = wished
  const change = (part: 'from' | 'to') => (value: string) => {
    if (quiet && value) set({ ...rest, quiet: { ...quiet, [part]: value } })
  }
  return (
    <View className='card stack'>
      <Switch
        name={say(wishWords.quiet)}
        on={Boolean(quiet)}
        turn={() => set(quiet ? rest : { ...rest, quiet: NIGHT })}
      />
      <View className='quiet small'>{say(wishWords.quietHint)}</View>
      {quiet ? (
        <View className='row wrap'>
          <View>{say(wishWords.from)}</View>
          <Chosen mode='time' label={say(wishWords.from)} empty='' value={quiet.from} onChange={change('from')} />
          <View>{say(wishWords.until)}</View>
          <Chosen mode='time' label={say(wishWords.until)} empty='' value={quiet.to} onChange={change('to')} />
        </View>
      ) : null}
    </View>
  )
}
