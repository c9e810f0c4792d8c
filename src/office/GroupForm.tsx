import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Tried } from '@/client/useAct'
import { Field } from '@/ui/Field'
import { FormFoot } from '@/ui/FormFoot'
import { groupWords } from '@/ui/groupWords'
import { Tick } from '@/ui/Tick'
import { Unsent } from '@/ui/Trouble'
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'

/** What everybody reads of a group, where it is public. */
export type GroupTexts = { title: Words; question: Words; public: boolean; checked?: boolean }
type Props = {
  save: Words
  tries: Tried<GroupTexts>
  off?: boolean
  start?: GroupTexts
  back: () => void
}

const NOTHING: GroupTexts = { title: { zh: '', en: '' }, question: { zh: '', en: '' }, public: true }

/** The name and the question in the official's own words: nobody's own stand in them. */
export function GroupForm({ save, tries, off = false, start = NOTHING, back }: Props) {
  const say = useSay()
  const [form, setForm] = useState(start)
  const { busy, error } = tries
  const set = (field: 'title' | 'question', lang: 'zh' | 'en') => (text: string) =>
    setForm((before) => ({ ...before, [field]: { ...before[field], [lang]: text } }))
  const wrongIn = (field: string) => (error?.field === field ? error.message : undefined)
  const isNamed = Boolean(wrongIn('title.zh') || wrongIn('question.zh'))
  return (
    <View className='stack'>
      <Field
        label={say(groupWords.name)}
        value={form.title.zh}
        onInput={set('title', 'zh')}
        most={80}
        wrong={wrongIn('title.zh')}
      />
      <Field label={say(groupWords.nameEn)} value={form.title.en} onInput={set('title', 'en')} most={160} />
      <Field
        label={say(groupWords.question)}
        hint={say(groupWords.questionHint)}
        value={form.question.zh}
        onInput={set('question', 'zh')}
        lines
        most={2000}
        wrong={wrongIn('question.zh')}
      />
      <Field
        label={say(groupWords.questionEn)}
        value={form.question.en}
        onInput={set('question', 'en')}
        lines
        most={2000}
      />
      <Tick name={say(groupWords.isPublic)} on={form.public} onTap={() => setForm({ ...form, public: !form.public })} />
      {error?.reason === 'private-details' || form.checked ? (
        <Tick
          name={say(groupWords.checked)}
          on={form.checked === true}
          onTap={() => setForm({ ...form, checked: !form.checked })}
        />
      ) : null}
      {isNamed ? null : <Unsent error={error} />}
      <FormFoot save={save} busy={busy} off={off} onSave={() => void tries.act(form)} back={back} />
    </View>
  )
}
