import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { RoadLine } from '@/contract/reading'
import { trafficWords } from '@/ui/skyWords'
import { momentText } from '@/ui/time'
import { type Say, useSay, words } from '@/ui/words'

type Props = { event: RoadLine; now: number }

const TONES = { closure: 'bad', accident: 'bad', jam: 'warn', fog: 'warn', works: 'still' } as const

/** What is wrong on a road: where, which way, how long, and who says so. */
export function RoadEvent({ event, now }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { publishedAt, correctedAt, reported, unit, source } = event
  const said = reported ? say(trafficWords.reported, { unit: say(unit.name) }) : say(source)
  const direction = say(event.direction)
  const details = say(event.text)
  return (
    <View className={`card stack road ${TONES[event.event]}`}>
      <View className='row wrap'>
        <View className={`tag ${TONES[event.event]}`}>{say(trafficWords.event[event.event])}</View>
        {event.sample ? <View className='tag still'>{say(words.sample)}</View> : null}
      </View>
      <View className='title'>{say(event.title)}</View>
      <View>
        {direction ? <Fact name={say(trafficWords.direction)} value={direction} /> : null}
        <Fact name={say(trafficWords.time)} value={timeText(event, say, (at) => momentText(at, lang, now), now)} />
        <Fact name={say(trafficWords.source)} value={said} />
      </View>
      {details ? <View className='pre'>{details}</View> : null}
      <View className='quiet small'>
        {say(trafficWords.published, { t: momentText(publishedAt, lang, now) })}
        {correctedAt ? `　${say(trafficWords.corrected, { t: momentText(correctedAt, lang, now) })}` : ''}
      </View>
    </View>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className='row fact'>
      <View className='fact-name quiet'>{name}</View>
      <View className='grow'>{value}</View>
    </View>
  )
}

function timeText({ onset, expiresAt }: RoadLine, say: Say, timed: (at: string) => string, now: number): string {
  if (!expiresAt) return say(trafficWords.open, { t: timed(onset) })
  const text = say(trafficWords.between, { t: timed(onset), until: timed(expiresAt) })
  return Date.parse(expiresAt) < now ? text + say(trafficWords.over) : text
}
