import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Tried } from '@/client/useAct'
import { FormFoot } from '@/ui/FormFoot'
import { groupWords } from '@/ui/groupWords'
import { PairField } from '@/ui/PairField'
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
  const wrongIn = (field: string) => (error?.field === field ? error.message : undefined)
  const isNamed = error?.field?.startsWith('title.') || error?.field?.startsWith('question.')
  return (
    <View className='stack'>
      <PairField
        label={say(groupWords.name)}
        hint={say(groupWords.nameHint)}
        value={form.title}
        onInput={(title) => setForm({ ...form, title })}
        most={80}
        mostEn={160}
        wrong={(part) => wrongIn(`title.${part}`)}
      />
      <PairField
        label={say(groupWords.question)}
        hint={say(groupWords.questionHint)}
        value={form.question}
        onInput={(question) => setForm({ ...form, question })}
        lines
        most={2000}
        wrong={(part) => wrongIn(`question.${part}`)}
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
