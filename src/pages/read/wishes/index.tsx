import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { newKey } from '@/client/key'
import { useNotices } from '@/client/notices'
import { useAsk } from '@/client/useAsk'
import type { Failure } from '@/contract'
import type { Given } from '@/contract/action'
import { type Wishes as Wished, wishes } from '@/contract/wishes'
import { Answered } from '@/ui/Answered'
import { alertTypes } from '@/ui/alertPageWords'
import { Screen } from '@/ui/Screen'
import { Wrong } from '@/ui/States'
import { wishWords } from '@/ui/wishWords'
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'
import { Leave } from './Leave'
import { Quiet } from './Quiet'
import { Switch } from './Switch'

export type Opened = Given<(typeof wishes)['wishes.open']>

/** What a person wants to be told, and when: each switch counts at once. */
export default function Wishes() {
  const asking = useAsk(wishes, 'wishes.open', {})
  const again = () => void asking.again()
  return (
    <Screen title={wishWords.title}>
      <Answered asking={asking}>
        {(opened) => <Form opened={opened} put={(wished) => asking.put({ ...opened, wishes: wished })} again={again} />}
      </Answered>
    </Screen>
  )
}

type Props = { opened: Opened; put: (wished: Wished) => void; again: () => void }

function Form({ opened, put, again }: Props) {
  const { wishes: wished, topics, alerts, towns } = opened
  const [error, setError] = useState<Failure>()
  const askAboutMessages = useNotices(opened.notices)
  const set = async (next: Wished, more: boolean) => {
    put(next)
    // WeChat asks only in the tap itself; whoever wishes something wants to hear of it.
    const asked = more ? askAboutMessages() : Promise.resolve()
    const reply = await call(wishes, 'wishes.set', { key: newKey(), wishes: next })
    setError(reply.ok ? undefined : reply.error)
    await asked
    if (more || !reply.ok) again()
  }
  const turn = (list: 'topics' | 'towns', id: string) => {
    const had = wished[list].includes(id)
    const left = had ? wished[list].filter((one) => one !== id) : [...wished[list], id]
    void set({ ...wished, [list]: left }, !had)
  }
  const kinds = alerts.map((id) => ({ id, name: nameOfAlert(id) }))
  return (
    <View>
      <Wrong error={error} />
      <Group
        title={wishWords.topics}
        hint={wishWords.topicsHint}
        of={topics}
        on={wished.topics}
        turn={(id) => turn('topics', id)}
      />
      {towns.length ? (
        <Group title={wishWords.towns} of={towns} on={wished.towns} turn={(id) => turn('towns', id)} />
      ) : null}
      <Group
        title={wishWords.alerts}
        hint={wishWords.alertsHint}
        of={kinds}
        on={wished.topics}
        turn={(id) => turn('topics', id)}
      />
      <Quiet wished={wished} set={(next) => void set(next, false)} />
      <Leave opened={opened} again={again} />
    </View>
  )
}

const nameOfAlert = (topic: string): Words => {
  const found = Object.entries(alertTypes).find(([type]) => topic === `alert:${type}`)
  return found?.[1] ?? { zh: topic, en: topic }
}

type GroupProps = {
  title: Words
  hint?: Words
  of: { id: string; name: Words }[]
  on: string[]
  turn: (id: string) => void
}

function Group({ title, hint, of, on, turn }: GroupProps) {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='heading'>{say(title)}</View>
      {hint ? <View className='quiet small'>{say(hint)}</View> : null}
      {of.map(({ id, name }) => (
        <Switch key={id} name={say(name)} on={on.includes(id)} turn={() => turn(id)} />
      ))}
    </View>
  )
}
