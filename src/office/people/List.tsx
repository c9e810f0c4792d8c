import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { useSettings } from '@/client/settings'
import type { Failure, Output } from '@/contract'
import { type PersonView, people } from '@/contract/people'
import { accountWords } from '@/ui/accountWords'
import { Choice } from '@/ui/Choice'
import { officeWords } from '@/ui/officeWords'
import { peopleWords } from '@/ui/peopleWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'
import type { Doing } from '.'

type Page = Output<'people.list'>
type Spot = { unit: string; trail: string[] }
type Props = {
  page: Page
  spot: Spot
  go: (spot: Spot) => void
  doing: (doing: Doing) => void
  again: () => void
}

export function List({ page, spot, go, doing, again }: Props) {
  const say = useSay()
  return (
    <View>
      {page.waiting.length ? <Waiting waiting={page.waiting} again={again} /> : null}
      <View className='card stack'>
        <Tap look='main' onTap={() => doing({ is: 'add' })}>
          {say(peopleWords.add)}
        </Tap>
        <Choice
          label={say(peopleWords.unit)}
          options={[['', say(peopleWords.allUnits)], ...page.units.map(({ id, name }) => [id, say(name)] as const)]}
          value={spot.unit}
          onChoose={(unit) => go({ unit, trail: [] })}
        />
      </View>
      {page.items.map((person) => (
        <Line key={person.id} person={person} open={() => doing({ is: 'one', id: person.id })} />
      ))}
      <TrailTurn trail={spot.trail} next={page.next} go={(trail) => go({ ...spot, trail })} />
    </View>
  )
}

function Line({ person, open }: { person: PersonView; open: () => void }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { name, account, unit, duties, ended, sample, codes, given } = person
  const facts = [
    duties.map((duty) => say(peopleWords.duty[duty])).join(say(words.and)),
    ended && say(peopleWords.ended, { at: momentText(ended, lang) }),
    !ended && !codes && say(peopleWords.codesOff),
    !ended && given && say(peopleWords.given),
  ]
  return (
    <Tap role='link' className={`card stack${ended ? ' quiet' : ''}`} look='bare' onTap={open}>
      <View className='row'>
        <View className='strong grow'>
          {sample ? say(officeWords.beside, { name, what: say(peopleWords.sample) }) : name}
        </View>
        <View className='quiet small'>{account}</View>
      </View>
      <View className='quiet'>{say(unit.name)}</View>
      <View className='quiet small'>{facts.filter(Boolean).join(' · ')}</View>
    </Tap>
  )
}

function Waiting({ waiting, again }: { waiting: Page['waiting']; again: () => void }) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const answer = async (action: 'people.letIn' | 'people.removeDevice', device: string) => {
    setBusy(true)
    setError(undefined)
    const reply = await call(people, action, { device }, 'desk')
    setBusy(false)
    if (!reply.ok) setError(reply.error)
    again()
  }
  return (
    <View className='card stack'>
      <View className='heading'>{say(peopleWords.waiting)}</View>
      <View className='quiet small'>{say(peopleWords.waitingNote)}</View>
      <Wrong error={error} />
      {waiting.map(({ id, mark, label, name, unit }) => (
        <View key={id} className='row wrap'>
          <View className='grow'>
            <View className='strong'>{`${name} · ${say(unit.name)}`}</View>
            <View className='quiet small'>{`${say(accountWords.mark, { mark })} ${label}`}</View>
          </View>
          <Tap off={busy} label={`${say(accountWords.letIn)} ${mark}`} onTap={() => void answer('people.letIn', id)}>
            {say(accountWords.letIn)}
          </Tap>
          <Tap
            look='line'
            off={busy}
            label={`${say(peopleWords.refuse)} ${mark}`}
            onTap={() => void answer('people.removeDevice', id)}
          >
            {say(peopleWords.refuse)}
          </Tap>
        </View>
      ))}
    </View>
  )
}
