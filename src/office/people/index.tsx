import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/useAsk'
import type { PersonView } from '@/contract/people'
import { people } from '@/contract/people'
import { DeskScreen } from '@/ui/DeskScreen'
import { officeWords } from '@/ui/officeWords'
import { Failed, Loading } from '@/ui/States'
import { FirstPassword } from './FirstPassword'
import { Form } from './Form'
import { List } from './List'
import { One } from './One'

/** What is done on this screen: looking, adding somebody, one person, or handing over a first password. */
export type Doing =
  | { is: 'list' }
  | { is: 'add' }
  | { is: 'one'; id: string }
  | { is: 'password'; person: PersonView; password: string }

/** Everybody who signs in at the desk, and the devices that wait to be let in. */
export default function People() {
  const [spot, setSpot] = useState<{ unit: string; trail: string[] }>({ unit: '', trail: [] })
  const [doing, setDoing] = useState<Doing>({ is: 'list' })
  const after = spot.trail[spot.trail.length - 1]
  const input = { ...(spot.unit && { unit: spot.unit }), ...(after && { after }) }
  const { asked, again } = useAsk(people, 'people.list', input, 'desk')
  const back = () => {
    setDoing({ is: 'list' })
    void again()
  }
  if (asked.state !== 'ready') {
    return (
      <DeskScreen title={officeWords.people}>
        {asked.state === 'failed' ? <Failed error={asked.error} again={() => void again()} /> : <Loading />}
      </DeskScreen>
    )
  }
  const { units } = asked.data
  const given = (person: PersonView, password: string) => setDoing({ is: 'password', person, password })
  return (
    <DeskScreen title={officeWords.people}>
      <View>
        {doing.is === 'list' ? (
          <List page={asked.data} spot={spot} go={setSpot} doing={setDoing} again={() => void again()} />
        ) : null}
        {doing.is === 'add' ? <Form units={units} given={given} back={back} /> : null}
        {doing.is === 'one' ? <One id={doing.id} units={units} given={given} back={back} /> : null}
        {doing.is === 'password' ? (
          <FirstPassword
            person={doing.person}
            password={doing.password}
            done={() => setDoing({ is: 'one', id: doing.person.id })}
          />
        ) : null}
      </View>
    </DeskScreen>
  )
}
