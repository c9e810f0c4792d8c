import { useState } from 'react'
import { useAsk } from '@/client/useAsk'
import { useKnown } from '@/client/useKnown'
import type { SpotView } from '@/contract/spots'
import { spots } from '@/contract/spots'
import { DeskScreen } from '@/ui/DeskScreen'
import { Loading } from '@/ui/States'
import { spotWords } from '@/ui/spotWords'
import { Stale, Trouble } from '@/ui/Trouble'
import './index.css'
import { List } from './List'
import { Many } from './Many'
import { One } from './One'
import { Sheet } from './Sheet'

/** What is done on this screen: looking, writing one or many, or printing what was chosen. */
type Doing = { is: 'list' } | { is: 'one'; spot?: SpotView } | { is: 'many' } | { is: 'sheet' }

/** Things with a code on them: entered here, retired, and their codes printed. */
export default function Spots() {
  const [trail, setTrail] = useState<string[]>([])
  const [doing, setDoing] = useState<Doing>({ is: 'list' })
  const [chosen, setChosen] = useState<SpotView[]>([])
  const [saved, setSaved] = useState(0)
  const after = trail[trail.length - 1]
  const { asked, again } = useAsk(spots, 'spots.list', after ? { after } : {}, 'desk')
  const known = useKnown(asked)
  const back = () => setDoing({ is: 'list' })
  const done = (items: SpotView[]) => {
    setSaved(items.length)
    // What was just entered is what is printed next.
    setChosen(items)
    setTrail([])
    back()
    void again()
  }
  if (!known) {
    return (
      <DeskScreen title={spotWords.title}>
        {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : <Loading />}
      </DeskScreen>
    )
  }
  return (
    <DeskScreen title={spotWords.title} className='spots-screen'>
      <Stale asked={asked} />
      {doing.is === 'one' ? <One {...(doing.spot && { spot: doing.spot })} done={done} back={back} /> : null}
      {doing.is === 'many' ? <Many done={done} back={back} /> : null}
      {doing.is === 'sheet' ? <Sheet spots={chosen} back={back} /> : null}
      {doing.is === 'list' ? (
        <List
          page={known}
          trail={trail}
          go={setTrail}
          chosen={chosen}
          choose={setChosen}
          saved={saved}
          again={again}
          write={(spot) => setDoing({ is: 'one', ...(spot && { spot }) })}
          writeMany={() => setDoing({ is: 'many' })}
          print={() => setDoing({ is: 'sheet' })}
        />
      ) : null}
    </DeskScreen>
  )
}
