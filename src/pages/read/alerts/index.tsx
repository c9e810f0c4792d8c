import { Text, View } from '@tarojs/components'
import { holding } from '@/client/holding'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { reading } from '@/contract/reading'
import { Answered } from '@/ui/Answered'
import { alertPageWords, alertTypes } from '@/ui/alertPageWords'
import { levels } from '@/ui/alertWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'
import './index.css'

type Line = Output<'alerts.open'>['past'][number]

export default function Alerts() {
  const asking = useAsk(reading, 'alerts.open', {})
  const asOf = asking.asked.state === 'ready' ? asking.asked.asOf : undefined
  return (
    <Screen title={alertPageWords.title} alerts={[]}>
      <Answered asking={asking}>{(opened) => <Lists {...opened} asOf={asOf} />}</Answered>
    </Screen>
  )
}

/** What has ended since it was asked without a network is among what has ended. */
function Lists({ now, past, asOf }: Output<'alerts.open'> & { asOf: string | undefined }) {
  const say = useSay()
  const time = Date.now()
  const holds = holding(now, asOf ? Date.parse(asOf) : time, time)
  const ended = [...now.filter((line) => !holds.includes(line)), ...past]
  return (
    <View>
      {holds.length ? (
        <View className='heading alerts-heading'>{say(alertPageWords.now)}</View>
      ) : (
        <Empty title={say(alertPageWords.none)}>
          <View className='quiet'>{say(alertPageWords.noneHint)}</View>
        </Empty>
      )}
      {holds.map((line) => (
        <Alert key={line.id} line={line} />
      ))}
      {ended.length ? <View className='heading alerts-heading'>{say(alertPageWords.past)}</View> : null}
      {ended.map((line) => (
        <Alert key={line.id} line={line} ended />
      ))}
    </View>
  )
}

function Alert({ line, ended }: { line: Line; ended?: boolean }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const { id, colour, type, title, area, issuer, onset, expiresAt, edition, ending, sample } = line
  const span = { from: momentText(onset, lang), to: momentText(expiresAt, lang) }
  return (
    <Tap look='bare' role='link' className='card stack alerts-line' onTap={() => routes.read(id)}>
      <View className='row wrap'>
        <Text className={ended ? 'alert-level' : `alert-level level-${colour}`}>{say(levels[colour])}</Text>
        <Text className='strong'>{say(alertTypes[type])}</Text>
        {ended ? <Text className='tag still'>{say(alertPageWords.past)}</Text> : null}
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
      <View className='title'>{say(title)}</View>
      <View>{say(alertPageWords.area, { area: say(area) })}</View>
      <View>{say(alertPageWords.until, span)}</View>
      {edition > 1 ? <View className='strong'>{say(alertPageWords.corrected, { n: edition })}</View> : null}
      {ending ? <View>{ending}</View> : null}
      <View className='quiet small'>{say(issuer)}</View>
    </Tap>
  )
}
