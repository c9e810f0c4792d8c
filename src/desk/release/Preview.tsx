import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSettings } from '@/client/settings'
import type { ReleaseView } from '@/contract/publishing'
import { Choice } from '@/ui/Choice'
import { publish } from '@/ui/publishWords'
import { useSay } from '@/ui/words'
import { Facts } from './Facts'

/** The draft where there is one, else what is out: in the language of the citizen whom one thinks of. */
export function Preview({ release }: { release: ReleaseView }) {
  const say = useSay()
  const own = useSettings((settings) => settings.lang)
  const [lang, setLang] = useState(own)
  return (
    <View>
      <View className='card stack'>
        <View className='heading'>{say(publish.preview)}</View>
        <Choice
          label={say(publish.language)}
          options={[
            ['zh', say(publish.chinese)],
            ['en', say(publish.english)],
          ]}
          value={lang}
          onChoose={setLang}
        />
      </View>
      <Facts release={release} lang={lang} />
    </View>
  )
}
