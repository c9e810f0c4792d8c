import { View } from '@tarojs/components'
import type { PersonView } from '@/contract/people'
import { accountWords } from '@/ui/accountWords'
import { peopleWords } from '@/ui/peopleWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

type Props = { person: PersonView; password: string; done: () => void }

/** What somebody signs in with for the first time. It is nowhere else, and gone with this card. */
export function FirstPassword({ person: { name, account }, password, done }: Props) {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='heading'>{say(peopleWords.password)}</View>
      <View>{say(accountWords.account, { account })}</View>
      <View className='strong'>{password}</View>
      <View className='note warn'>{say(peopleWords.passwordNote, { name })}</View>
      <Tap look='main' onTap={done}>
        {say(peopleWords.kept)}
      </Tap>
    </View>
  )
}
