import { Text, View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { Reading } from '@/contract/reading'
import { alertTypes, levelsInFull } from '../alertPageWords'
import { readWords } from '../readWords'
import { momentText } from '../time'
import { useSay, words } from '../words'
import { Editions } from './Editions'
import { Prose } from './Prose'

type Props = { reading: Reading }

/** An emergency notice that holds: how bad, where, until when, and what to do. */
export function AlertBody({ reading }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { blocks, advice, unsigned, title } = reading
  return (
    <View className='card reading'>
      <Band reading={reading} />
      {unsigned ? <View className='note'>{say(readWords.alert.unsigned)}</View> : null}
      <Editions {...reading} />
      {lang === 'en' && !title.en ? <View className='note small'>{say(readWords.chineseOnly)}</View> : null}
      <Facts reading={reading} />
      {advice?.zh.length ? (
        <View className='alert-advice'>
          <View className='heading'>{say(readWords.alert.advice)}</View>
          <Prose blocks={advice} />
        </View>
      ) : null}
      <View className='reading-part'>
        <Prose blocks={blocks} />
      </View>
    </View>
  )
}

/** The level in its colour and in words. */
function Band({ reading: { colour = 'blue', type = 'other', title, sample } }: Props) {
  const say = useSay()
  return (
    <View className={`alert-band level-${colour}`}>
      <View className='row wrap'>
        <Text className='strong'>{`${say(alertTypes[type])} · ${say(levelsInFull[colour])}`}</Text>
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
      <View className='title'>{say(title)}</View>
    </View>
  )
}

function Facts({ reading: { area, onset, expiresAt, issuer, unit, publishedAt } }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { alert } = readWords
  const facts = [
    [say(alert.area), area && say(area)],
    [say(alert.onset), onset && momentText(onset, lang)],
    [say(alert.until), expiresAt && momentText(expiresAt, lang)],
    [say(alert.issuer), `${say(issuer ?? unit.name)}　${momentText(publishedAt, lang)}`],
  ] as const
  return (
    <View>
      {facts.map(([name, value]) =>
        value ? (
          <View key={name} className='row fact'>
            <Text className='quiet fact-name'>{name}</Text>
            <Text className='grow'>{value}</Text>
          </View>
        ) : null,
      )}
    </View>
  )
}
