import { View } from '@tarojs/components'
import { routes } from '@/client/routes'
import { choose, useSettings } from '@/client/settings'
import { Choice } from '@/ui/Choice'
import { inboxWords } from '@/ui/inboxWords'
import { Screen } from '@/ui/Screen'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

const LANGUAGES = [
  ['zh', '中文'],
  ['en', 'English'],
] as const

export default function Me() {
  const say = useSay()
  const { care, lang } = useSettings()
  return (
    <Screen title={words.me.title} tab>
      <View className='card row between'>
        <View className='grow'>
          <View className='strong'>{say(words.me.care)}</View>
          <View className='quiet small'>{say(words.me.careHint)}</View>
        </View>
        <Tap role='switch' look='line' on={care} label={say(words.me.care)} onTap={() => choose({ care: !care })}>
          {say(care ? words.me.on : words.me.off)}
        </Tap>
      </View>
      <View className='card stack'>
        <View className='strong'>{say(words.me.lang)}</View>
        <Choice
          label={say(words.me.lang)}
          options={LANGUAGES}
          value={lang}
          onChoose={(next) => choose({ lang: next })}
        />
      </View>
      <View className='card stack'>
        <Tap onTap={routes.tickets}>{say(words.tickets.title)}</Tap>
        <Tap onTap={routes.wishes}>{say(inboxWords.wishes)}</Tap>
        <Tap onTap={routes.lookup}>{say(words.home.lookup)}</Tap>
        <Tap onTap={routes.privacy}>{say(words.me.privacy)}</Tap>
      </View>
      <View className='card'>
        <Tap look='line' onTap={routes.signIn}>
          {say(words.me.officials)}
        </Tap>
      </View>
    </Screen>
  )
}
