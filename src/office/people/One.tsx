import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { confirm } from '@/client/device'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Answer, Failure, Output } from '@/contract'
import { type PersonView, people } from '@/contract/people'
import { accountWords } from '@/ui/accountWords'
import { Devices } from '@/ui/Devices'
import { peopleWords } from '@/ui/peopleWords'
import { Failed, Loading, Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import type { Words } from '@/ui/word'
import { useSay, words } from '@/ui/words'
import { Form } from './Form'

type Props = {
  id: string
  units: Output<'people.list'>['units']
  given: (person: PersonView, password: string) => void
  back: () => void
}

/** One official: what they are, and what ends their way in. */
export function One({ id, units, given, back }: Props) {
  const say = useSay()
  const { asked, again, put } = useAsk(people, 'people.open', { id }, 'desk')
  const [changes, setChanges] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Failed error={asked.error} again={() => void again()} />
  const { person, devices } = asked.data
  const { version, name } = person

  const tell = async <T,>(send: () => Promise<Answer<T>>, done: (data: T) => void) => {
    setBusy(true)
    setError(undefined)
    const reply = await send()
    setBusy(false)
    if (reply.ok) done(reply.data)
    else setError(reply.error)
  }
  const sure = (title: Words, content: Words) =>
    confirm({ title: say(title), content: say(content, { name }), yes: say(peopleWords.yes), no: say(words.cancel) })
  const renew = async () => {
    if (!(await sure(peopleWords.renew, peopleWords.renewAsk))) return
    await tell(
      () => call(people, 'people.renew', { id, version }, 'desk'),
      (done) => given(done.person, done.password),
    )
  }
  const end = async () => {
    if (!(await sure(peopleWords.end, peopleWords.endAsk))) return
    await tell(() => call(people, 'people.end', { id, version }, 'desk'), put)
  }
  const onDevice = (action: 'people.letIn' | 'people.removeDevice') => (device: string) =>
    void tell(() => call(people, action, { device }, 'desk'), again)
  if (changes) {
    const changed = (opened: Output<'people.open'>) => {
      put(opened)
      setChanges(false)
    }
    return <Form person={person} units={units} changed={changed} back={() => setChanges(false)} />
  }
  return (
    <View>
      <View className='card stack'>
        <Facts person={person} />
        <Wrong error={error} />
        <View className='row wrap'>
          {person.ended ? null : (
            <View className='row wrap'>
              <Tap onTap={() => setChanges(true)}>{say(peopleWords.change)}</Tap>
              <Tap off={busy} onTap={() => void renew()}>
                {say(peopleWords.renew)}
              </Tap>
              <Tap look='warn' off={busy} onTap={() => void end()}>
                {say(peopleWords.end)}
              </Tap>
            </View>
          )}
          <Tap look='line' onTap={back}>
            {say(words.back)}
          </Tap>
        </View>
      </View>
      {devices.length ? (
        <Devices
          title={say(peopleWords.devices)}
          devices={devices}
          busy={busy}
          error={undefined}
          remove={onDevice('people.removeDevice')}
          letIn={onDevice('people.letIn')}
          end={(session) => void tell(() => call(people, 'people.endSession', { id, session }, 'desk'), again)}
        />
      ) : (
        <View className='card quiet'>{say(peopleWords.noDevices)}</View>
      )}
    </View>
  )
}

function Facts({ person }: { person: PersonView }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { name, account, unit, duties, codes, given, ended } = person
  return (
    <View className='stack'>
      <View className='heading'>{name}</View>
      <View>{say(unit.name)}</View>
      <View>{duties.map((duty) => say(peopleWords.duty[duty])).join(say(words.and))}</View>
      <View className='quiet'>{say(accountWords.account, { account })}</View>
      <View className='quiet'>{say(codes ? peopleWords.codesOn : peopleWords.codesOff)}</View>
      {given ? <View className='quiet'>{say(peopleWords.given)}</View> : null}
      {ended ? <View className='note warn'>{say(peopleWords.ended, { at: momentText(ended, lang) })}</View> : null}
    </View>
  )
}
