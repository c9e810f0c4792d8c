import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '@/contract'
import { BY } from '@/contract/figures'
import { Choice } from '@/ui/Choice'
import { figureWords } from '@/ui/figureWords'
import { officeWords } from '@/ui/officeWords'
import { Turn } from '@/ui/Turn'
import { useSay } from '@/ui/words'
import type { Asking } from '.'
import { Bar } from './Bar'
import { MEASURES, type Measure, notesText, shareText, timesText } from './measures'

type Row = Output<'figures.open'>['rows'][number]
type Props = { rows: Row[]; asking: Asking; ask: (asking: Asking) => void }
const PAGE = 10

/** One figure broken down, a bar each: in the order of weeks or of the district, never by who does best. */
export function Rows({ rows, asking, ask }: Props) {
  const say = useSay()
  const [measure, setMeasure] = useState<Measure>('firstReply')
  const [page, setPage] = useState(0)
  const from = page * PAGE < rows.length ? page * PAGE : 0
  return (
    <View className='card stack'>
      <Choice
        label={say(figureWords.sort)}
        options={BY.map((by) => [by, say(figureWords.by[by])] as const)}
        value={asking.by}
        onChoose={(by) => ask({ ...asking, by })}
      />
      <Choice
        label={say(figureWords.figure)}
        options={MEASURES.map((one) => [one, say(figureWords.measures[one])] as const)}
        value={measure}
        onChoose={setMeasure}
      />
      {rows.slice(from, from + PAGE).map((row) => (
        <One key={row.id} row={row} measure={measure} />
      ))}
      <Turn
        before={from > 0 && (() => setPage(page - 1))}
        after={from + PAGE < rows.length && (() => setPage(page + 1))}
      />
    </View>
  )
}

function One({ row: { id, name, figures }, measure }: { row: Row; measure: Measure }) {
  const say = useSay()
  const said = [
    shareText(measure, figures, say),
    ...(measure === 'firstReply' ? timesText(figures, say) : []),
    ...notesText(measure, figures, say),
  ]
  return (
    <View className='figure-row'>
      <View className='row between wrap'>
        <View className='strong'>{name ? say(name) : say(figureWords.week, { day: id })}</View>
        <View className='small quiet number'>{say(figureWords.filed, { n: figures.filed })}</View>
      </View>
      <Bar measure={measure} figures={figures} />
      <View className='small number'>
        {figures.filed ? said.join(say(officeWords.further)) : say(figureWords.none)}
      </View>
    </View>
  )
}
