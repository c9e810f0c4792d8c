import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSettings } from '@/client/settings'
import type { ReleaseView } from '@/contract/publishing'
import { Choice } from '@/ui/Choice'
import { publishWords } from '@/ui/publishWords'
import { ReadingBody } from '@/ui/read/ReadingBody'
import { useSay } from '@/ui/words'
import { Facts } from './Facts'
import { spokenIn } from './spoken'

/** The draft where there is one, else what is out: in the language of the citizen whom one thinks of. */
export function Preview({ release }: { release: ReleaseView }) {
  const say = useSay()
  const own = useSettings((settings) => settings.lang)
  const [lang, setLang] = useState(own)
  const { preview } = release
  return (
    <View>
      <View className='card stack'>
        <View className='heading'>{say(publishWords.preview)}</View>
        <Choice
          label={say(publishWords.language)}
          options={[
            ['zh', say(publishWords.chinese)],
            ['en', say(publishWords.english)],
          ]}
          value={lang}
          onChoose={setLang}
        />
      </View>
      {lang === 'en' && preview && !preview.title.en ? (
        <View className='note release-note'>{say(publishWords.onlyChinese)}</View>
      ) : null}
      {preview ? <ReadingBody reading={spokenIn(preview, lang)} /> : <Facts release={release} lang={lang} />}
    </View>
  )
}
