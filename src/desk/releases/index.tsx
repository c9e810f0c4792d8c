import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { stopPulling } from '@/client/device'
import { useAsk } from '@/client/useAsk'
import { useKnown } from '@/client/useKnown'
import type { Ask } from '@/contract'
import { publishing } from '@/contract/publishing'
import { DeskScreen } from '@/ui/DeskScreen'
import { publishWords } from '@/ui/publishWords'
import { Empty, Loading } from '@/ui/States'
import { Stale, Trouble } from '@/ui/Trouble'
import { TrailTurn } from '@/ui/Turn'
import { useSay } from '@/ui/words'
import { Head } from './Head'
import './index.css'
import { Line } from './Line'

type Question = Ask<'releases.list'>
/** Which list, of which kind, and the cursors of the pages passed on the way. */
export type Spot = { list: Question['list']; kind?: NonNullable<Question['kind']>; trail: string[] }

/** What the district publishes, by how far it has come. */
export default function Releases() {
  const say = useSay()
  const [spot, go] = useState<Spot>({ list: 'mine', trail: [] })
  const { list, kind, trail } = spot
  const after = trail[trail.length - 1]
  const { asked, again } = useAsk(
    publishing,
    'releases.list',
    { list, ...(kind && { kind }), ...(after && { after }) },
    'desk',
  )
  const known = useKnown(asked)
  usePullDownRefresh(() => void again().finally(stopPulling))
  return (
    <DeskScreen title={publishWords.title} className='releases'>
      {known ? <Head page={known} spot={spot} go={go} refresh={again} /> : null}
      {asked.state === 'loading' ? <Loading /> : null}
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {asked.state === 'ready' ? (
        <View>
          <Stale asked={asked} />
          {asked.data.items.length ? null : <Empty title={say(publishWords.empty)} />}
          {asked.data.items.map((line) => (
            <Line key={line.id} line={line} />
          ))}
          <TrailTurn next={asked.data.next} trail={trail} go={(to) => go({ ...spot, trail: to })} />
        </View>
      ) : null}
    </DeskScreen>
  )
}
