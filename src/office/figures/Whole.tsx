import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { figureWords } from '@/ui/figureWords'
import { officeWords } from '@/ui/officeWords'
import { useSay } from '@/ui/words'
import { Bar } from './Bar'
import { MEASURES, type Measure, notesText, shareText, timesText } from './measures'

type Shown = Output<'figures.open'>

/** The five figures of all that was asked for, each with what it means and what it does not speak of. */
export function Whole({ shown }: { shown: Shown }) {
  const say = useSay()
  if (!shown.whole.filed) return <View className='card'>{say(figureWords.none)}</View>
  return (
    <View className='figures'>
      {MEASURES.map((measure) => (
        <Figure key={measure} measure={measure} shown={shown} />
      ))}
    </View>
  )
}

function Figure({ measure, shown: { whole, target } }: { measure: Measure; shown: Shown }) {
  const say = useSay()
  const times = measure === 'firstReply' ? timesText(whole, say) : []
  return (
    <View className='card stack'>
      <View className='heading'>{say(figureWords.measures[measure])}</View>
      <View className='title number'>{shareText(measure, whole, say)}</View>
      <Bar measure={measure} figures={whole} />
      {times.length ? <View className='number'>{times.join(say(officeWords.further))}</View> : null}
      <View className='small number'>{notesText(measure, whole, say).join(say(officeWords.further))}</View>
      <View className='small quiet'>{say(figureWords.means[measure], { n: target })}</View>
    </View>
  )
}
