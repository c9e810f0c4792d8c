import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Failure, Output } from '@/contract'
import type { RuleView } from '@/contract/routing'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormFoot } from '@/ui/FormFoot'
import { routingWords } from '@/ui/routingWords'
import { Unsent } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'
import { Several } from '../Several'
import type { Change } from '.'
import { type Form, formOf, readPlace, WHERES } from './form'
import { goes, means } from './said'

type Rule = Extract<Change, { do: 'add' }>['rule']
type Props = {
  rule?: RuleView
  page: Pick<Output<'routing.list'>, 'units' | 'categories'>
  busy: boolean
  error: Failure | undefined
  save: (rule: Rule) => void
  back: () => void
}

/** One rule, new or changed. */
export function One({ rule, page, busy, error, save, back }: Props) {
  const say = useSay()
  const [form, setForm] = useState(() => formOf(rule))
  const [wrong, setWrong] = useState(false)
  // Somebody else was first: theirs is shown, and saving again is a decision.
  const now = rule && say(words.named, { name: rule.title, text: `${means(rule, say)} → ${goes(rule, say)}` })
  const [started] = useState(now)
  const set = (change: Partial<Form>) => setForm((now) => ({ ...now, ...change }))
  const send = () => {
    const place = readPlace(form)
    setWrong(place === null)
    if (place === null) return
    const { title, categories, unit, coUnits } = form
    save({ title, categories, unit, coUnits: coUnits.filter((id) => id !== unit), ...(place && { place }) })
  }
  const units = page.units.map(({ id, name }) => [id, say(name)] as const)
  return (
    <View className='card stack'>
      <View className='heading'>
        {rule ? say(routingWords.changeNamed, { name: rule.title }) : say(routingWords.add)}
      </View>
      {now && now !== started ? <View className='note warn'>{say(routingWords.now, { rule: now })}</View> : null}
      <Field label={say(routingWords.name)} value={form.title} onInput={(title) => set({ title })} most={30} />
      <Several
        label={say(routingWords.categories)}
        options={page.categories.map(({ id, name }) => [id, say(name)] as const)}
        chosen={form.categories}
        choose={(categories) => set({ categories })}
      />
      <View className='strong'>{say(routingWords.where)}</View>
      <Choice
        label={say(routingWords.where)}
        options={WHERES.map((one) => [one, say(routingWords.wheres[one])] as const)}
        value={form.where}
        onChoose={(where) => set({ where })}
      />
      <Place form={form} set={set} />
      <View className='strong'>{say(routingWords.unit)}</View>
      <Choice label={say(routingWords.unit)} options={units} value={form.unit} onChoose={(unit) => set({ unit })} />
      <Several
        label={say(routingWords.coUnits)}
        options={units.filter(([id]) => id !== form.unit)}
        chosen={form.coUnits}
        choose={(coUnits) => set({ coUnits })}
      />
      {wrong ? (
        <View className='note bad' {...role('alert')}>
          {say(routingWords.pointWrong)}
        </View>
      ) : null}
      <Unsent error={error} />
      <FormFoot save={routingWords.save} busy={busy} onSave={send} back={back} />
    </View>
  )
}

function Place({ form, set }: { form: Form; set: (change: Partial<Form>) => void }) {
  const say = useSay()
  if (form.where === 'words')
    return <Field label={say(routingWords.words)} value={form.words} onInput={(given) => set({ words: given })} />
  if (form.where === 'town')
    return <Field label={say(routingWords.town)} value={form.town} onInput={(town) => set({ town })} most={20} />
  if (form.where !== 'circle') return null
  return (
    <View className='stack'>
      <Field
        label={say(routingWords.point)}
        hint={say(routingWords.pointHint)}
        value={form.point}
        onInput={(point) => set({ point })}
        most={60}
      />
      <Field label={say(routingWords.metres)} value={form.metres} onInput={(metres) => set({ metres })} kind='number' />
    </View>
  )
}
