import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { print, prints, usePaper } from '@/client/printing'
import { useAsk } from '@/client/useAsk'
import { duty } from '@/contract/duty'
import { Choice } from '@/ui/Choice'
import { dutyWords } from '@/ui/dutyWords'
import { Loading } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { Trouble, Unsent } from '@/ui/Trouble'
import { useSay } from '@/ui/words'
import { SHEET, SheetPaper } from './SheetPaper'
import { Coming } from './Shifts'

const HOUR = 3_600_000
/** How far ahead, in hours; '' until the next shift is over. */
const SPANS = ['', '4', '12', '24', '72'] as const
type Ahead = (typeof SPANS)[number]

/** What runs out until the next shift is over, or in so many hours: to be read, and to be printed and signed. */
export function Sheet() {
  const say = useSay()
  const [ahead, setAhead] = useState<Ahead>('')
  const to = useMemo(() => (ahead ? new Date(Date.now() + Number(ahead) * HOUR).toISOString() : undefined), [ahead])
  const { asked, again } = useAsk(duty, 'duty.sheet', { ...(to && { to }), ...(prints && { paper: true }) }, 'desk')
  usePaper(SHEET, 'a4')
  const { sheet } = dutyWords
  return (
    <View>
      <View className='card stack'>
        <Choice
          label={say(sheet.until)}
          options={SPANS.map((n) => [n, n ? say(sheet.hours, { n }) : say(sheet.untilNext)] as const)}
          value={ahead}
          onChoose={setAhead}
        />
        {prints ? (
          <View className='row'>
            <Tap look='main' off={asked.state !== 'ready'} onTap={print}>
              {say(sheet.print)}
            </Tap>
          </View>
        ) : (
          <View className='quiet small'>{say(sheet.printElsewhere)}</View>
        )}
      </View>
      {asked.state === 'loading' ? <Loading /> : null}
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {asked.state === 'ready' ? (
        <View>
          <Unsent error={asked.stale} />
          <Coming given={asked.data} />
          <SheetPaper sheet={asked.data} />
        </View>
      ) : null}
    </View>
  )
}
