import { View } from '@tarojs/components'
import { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { param } from '@/client/deskRoutes'
import { stopPulling } from '@/client/device'
import { useAsk } from '@/client/useAsk'
import { audit } from '@/contract/audit'
import { auditWords } from '@/ui/auditWords'
import { DeskScreen } from '@/ui/DeskScreen'
import { Empty, Loading } from '@/ui/States'
import { TrailTurn } from '@/ui/Turn'
import { useSay } from '@/ui/words'
import { Find } from './Find'
import './index.css'
import { Trouble } from '@/ui/Trouble'
import { Line } from './Line'

/** Of everybody, of one official, or about one ticket; and the cursors of the pages passed on the way. */
export type Spot = { official?: string; about?: string; trail: string[] }

/** Who saw and did what, the newest first. */
export default function Audit() {
  const opened = param(useRouter().params, 'about')
  const say = useSay()
  const [spot, setSpot] = useState<Spot>({ ...(opened && { about: opened }), trail: [] })
  const { trail, ...which } = spot
  const after = trail[trail.length - 1]
  const { asked, again } = useAsk(audit, 'audit.list', { ...which, ...(after && { after }) }, 'desk')
  usePullDownRefresh(() => void again().finally(stopPulling))
  const of = asked.state === 'ready' ? asked.data.of : undefined
  return (
    <DeskScreen title={auditWords.title} className='audit-screen'>
      <Find spot={spot} of={of} go={setSpot} />
      {asked.state === 'loading' ? <Loading /> : null}
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {asked.state === 'ready' ? (
        <View>
          {asked.data.items.length ? (
            <View className='card audit-lines'>
              {asked.data.items.map((line) => (
                <Line key={line.id} line={line} {...(!spot.official && { go: setSpot })} />
              ))}
            </View>
          ) : (
            <Empty title={say(auditWords.none)} />
          )}
          <TrailTurn trail={trail} next={asked.data.next} go={(passed) => setSpot({ ...which, trail: passed })} />
        </View>
      ) : null}
    </DeskScreen>
  )
}
