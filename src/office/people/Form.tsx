import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Failure, Output } from '@/contract'
import { type PersonView, people } from '@/contract/people'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormFoot } from '@/ui/FormFoot'
import { peopleWords } from '@/ui/peopleWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { ticked } from '@/ui/Tick'
import { useSay } from '@/ui/words'

type Duty = PersonView['duties'][number]
const DUTIES = Object.keys(peopleWords.duty) as Duty[]

type Props = { units: Output<'people.list'>['units']; back: () => void } & (
  | { person: PersonView; changed: (opened: Output<'people.open'>) => void; given?: never }
  | { person?: never; changed?: never; given: (person: PersonView, password: string) => void }
)

/** Who somebody is and what they may do: new, or changed. */
export function Form({ person, units, given, changed, back }: Props) {
  const say = useSay()
  const [form, setForm] = useState({
    account: person?.account ?? '',
    name: person?.name ?? '',
    unit: person?.unit.id ?? '',
    duties: person?.duties ?? [],
  })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }))

  const save = async () => {
    setBusy(true)
    setError(undefined)
    const failed = person ? await change(person) : await add()
    setBusy(false)
    setError(failed)
  }
  const add = async () => {
    const reply = await call(people, 'people.add', form, 'desk')
    if (reply.ok) given?.(reply.data.person, reply.data.password)
    return reply.ok ? undefined : reply.error
  }
  const change = async ({ id, version }: PersonView) => {
    const { account: _, ...who } = form
    const reply = await call(people, 'people.change', { id, version, ...who }, 'desk')
    if (reply.ok) changed?.(reply.data)
    return reply.ok ? undefined : reply.error
  }
  return (
    <View className='card stack'>
      <View className='heading'>{say(person ? peopleWords.change : peopleWords.add)}</View>
      {person ? (
        <View className='quiet small'>{say(peopleWords.changeNote)}</View>
      ) : (
        <Field
          label={say(peopleWords.account)}
          hint={say(peopleWords.accountHint)}
          value={form.account}
          onInput={(account) => set({ account })}
          most={31}
        />
      )}
      <Field label={say(peopleWords.name)} value={form.name} onInput={(name) => set({ name })} most={20} />
      <View className='strong'>{say(peopleWords.unit)}</View>
      <Choice
        label={say(peopleWords.unit)}
        options={units.map(({ id, name }) => [id, say(name)] as const)}
        value={form.unit}
        onChoose={(unit) => set({ unit })}
      />
      <View className='strong'>{say(peopleWords.duties)}</View>
      <View className='row wrap'>
        {DUTIES.map((duty) => (
          <Tap
            key={duty}
            role='switch'
            look='line'
            on={form.duties.includes(duty)}
            onTap={() => set({ duties: ticked(form.duties, duty) })}
          >
            {say(peopleWords.duty[duty])}
          </Tap>
        ))}
      </View>
      <Wrong error={error} />
      <FormFoot save={peopleWords.save} busy={busy} onSave={() => void save()} back={back} />
    </View>
  )
}
