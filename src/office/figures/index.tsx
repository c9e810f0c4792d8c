import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { stopPulling } from '@/client/device'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { type BY, figures, type SPANS } from '@/contract/figures'
import { DeskScreen } from '@/ui/DeskScreen'
import { figureWords } from '@/ui/figureWords'
import { officeWords } from '@/ui/officeWords'
import { Loading, Wrong } from '@/ui/States'
import { Trouble } from '@/ui/Trouble'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'
import { Export } from './Export'
import { Filters } from './Filters'
import './index.css'
import { Rows } from './Rows'
import { Whole } from './Whole'

/** '' where all units or categories are asked for. */
export type Asking = { weeks: (typeof SPANS)[number]; by: (typeof BY)[number]; unit: string; category: string }
type Shown = Output<'figures.open'>

/** What became of what people asked for, in numbers. */
export default function FiguresScreen() {
  const [asking, ask] = useState<Asking>({ weeks: 4, by: 'unit', unit: '', category: '' })
  const { unit, category, ...rest } = asking
  const question = { ...rest, ...(unit && { unit }), ...(category && { category }) }
  const { asked, again } = useAsk(figures, 'figures.open', question, 'desk')
  usePullDownRefresh(() => void again().finally(stopPulling))
  // While others are asked for, what was there stays: a screen that empties at each tap cannot be compared.
  const last = useRef<Shown>()
  if (asked.state === 'ready') last.current = asked.data
  const shown = last.current
  if (asked.state === 'failed') {
    return (
      <DeskScreen title={officeWords.figures}>
        <Trouble error={asked.error} again={() => void again()} />
      </DeskScreen>
    )
  }
  return (
    <DeskScreen title={officeWords.figures} className='figures-screen'>
      {shown ? (
        <View>
          <Filters known={shown} asking={asking} ask={ask} />
          <Wrong error={asked.state === 'ready' ? asked.stale : undefined} />
          <Frame shown={shown} />
          <Whole shown={shown} />
          <Rows rows={shown.rows} asking={asking} ask={ask} />
          {shown.mayExport ? <Export key={JSON.stringify(question)} shown={shown} asking={asking} /> : null}
        </View>
      ) : (
        <Loading />
      )}
    </DeskScreen>
  )
}

/** Which weeks these are, when they were counted, and what is not in them. */
function Frame({ shown: { from, to, asOf, missing, whole, small, sample } }: { shown: Shown }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const [newest, oldest] = asOf ? [momentText(asOf.newest, lang), momentText(asOf.oldest, lang)] : ['', '']
  return (
    <View className='card stack'>
      <View className='row between wrap'>
        <View className='heading'>{say(figureWords.filed, { n: whole.filed })}</View>
        {sample ? <View className='tag warn'>{say(figureWords.sample)}</View> : null}
      </View>
      <View className='small'>{say(figureWords.span, { from, to })}</View>
      {asOf ? <View className='small'>{say(figureWords.asOf, { newest, oldest })}</View> : null}
      {missing ? <View className='small'>{say(figureWords.missing, { n: missing })}</View> : null}
      <View className='small quiet'>{say(figureWords.small, { n: small })}</View>
      <View className='small quiet'>{say(figureWords.named, { n: small })}</View>
    </View>
  )
}
