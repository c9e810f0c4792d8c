import { View } from '@tarojs/components'
import type { ReleaseView } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { Tick } from '@/ui/Tick'
import { useSay, words } from '@/ui/words'

type Props = { details: ReleaseView['privateDetails']; checked?: boolean; onCheck?: (checked: boolean) => void }

/** What looks private in the text, for a person to look at; who sends it on says that they have. */
export function PrivateDetails({ details, checked = false, onCheck }: Props) {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='heading'>{say(publishWords.private.title)}</View>
      {details.map(({ what, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same number may stand there twice
        <View key={index} className='note warn'>
          {say(words.named, { name: say(publishWords.private[what]), text })}
        </View>
      ))}
      {onCheck ? (
        <View className='stack'>
          <View className='quiet small'>{say(publishWords.private.hint)}</View>
          <Tick name={say(publishWords.private.checked)} on={checked} onTap={() => onCheck(!checked)} />
        </View>
      ) : null}
    </View>
  )
}
