import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Failure, Output } from '@/contract'
import { routing, type Suggested } from '@/contract/routing'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { routingWords } from '@/ui/routingWords'
import { SuggestedUnits } from '@/ui/SuggestedUnits'
import { Tap } from '@/ui/Tap'
import { Unsent } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'

/** Where a complaint about this, at that address, would go. */
export function Try({ categories }: Pick<Output<'routing.list'>, 'categories'>) {
  const say = useSay()
  const [category, setCategory] = useState<string>()
  const [address, setAddress] = useState('')
  const [found, setFound] = useState<Suggested>()
  const [error, setError] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const look = async (wanted: string) => {
    setBusy(true)
    const reply = await call(routing, 'routing.try', { category: wanted, address }, 'desk')
    setBusy(false)
    setError(reply.ok ? undefined : reply.error)
    setFound(reply.ok ? reply.data : undefined)
  }
  return (
    <View className='card stack'>
      <View className='heading'>{say(routingWords.try)}</View>
      <View className='quiet'>{say(routingWords.tryHint)}</View>
      <Choice
        label={say(routingWords.tryCategory)}
        options={categories.map(({ id, name }) => [id, say(name)] as const)}
        value={category}
        onChoose={setCategory}
      />
      <Field label={say(routingWords.tryAddress)} value={address} onInput={setAddress} />
      <Tap look='main' off={busy || !category} onTap={() => category && void look(category)}>
        {say(busy ? words.sending : routingWords.tryGo)}
      </Tap>
      <Unsent error={error} />
      {found ? (
        <View {...role('status')}>
          <SuggestedUnits suggested={found} none={say(routingWords.tryNone)} />
        </View>
      ) : null}
    </View>
  )
}
