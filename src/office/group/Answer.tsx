import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import { confirm } from '@/client/device'
import { useTries } from '@/client/useAct'
import type { Failure, Output } from '@/contract'
import type { Asked } from '@/contract/action'
import { type GroupView, groups } from '@/contract/groups'
import { Result } from '@/contract/shapes'
import { Choice } from '@/ui/Choice'
import { FormFoot } from '@/ui/FormFoot'
import { groupWords } from '@/ui/groupWords'
import { PairField } from '@/ui/PairField'
import { Tick } from '@/ui/Tick'
import { Unsent } from '@/ui/Trouble'
import type { Words } from '@/ui/word'
import { useSay, words } from '@/ui/words'
import { Talks } from './Talks'

type Written = Omit<Asked<(typeof groups)['groups.answer']>, 'id' | 'edition' | 'key'>
type Props = { group: GroupView; done: (group: GroupView) => void; latest: () => Promise<void>; back: () => void }

const NOTHING: Words = { zh: '', en: '' }

/** The one answer: written once, seen as each of them will see it, and then sent to all. */
export function Answer({ group, done, latest, back }: Props) {
  const say = useSay()
  const { id } = group
  const newest = group.editions[0]
  // What was in force when this was begun: a colleague who was faster is not overwritten.
  const [edition] = useState(group.edition)
  const [form, setForm] = useState({
    text: newest?.text ?? NOTHING,
    reason: newest?.reason ?? NOTHING,
    change: NOTHING,
  })
  const [result, setResult] = useState(newest?.result ?? 'done')
  const [seen, setSeen] = useState<Output<'groups.preview'>>()
  const [failed, setFailed] = useState<Failure>()
  const [looking, setLooking] = useState(false)
  const [checked, setChecked] = useState(false)
  const tries = useTries(
    (key, written: Written) => call(groups, 'groups.answer', { key, id, edition, ...written }, 'desk'),
    done,
  )
  const { error } = tries
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each error
  useEffect(() => {
    if (error?.code === 'conflict') void latest()
  }, [error])

  const written: Written = {
    text: form.text,
    result,
    ...(form.reason.zh.trim() && { reason: form.reason }),
    ...(form.change.zh.trim() && { change: form.change }),
  }
  const set = (field: keyof typeof form) => (pair: Words) => {
    setSeen(undefined)
    setChecked(false)
    setForm((before) => ({ ...before, [field]: pair }))
  }
  const look = async () => {
    setLooking(true)
    const reply = await call(groups, 'groups.preview', { id, edition, ...written }, 'desk')
    setLooking(false)
    setFailed(reply.ok ? undefined : reply.error)
    setSeen(reply.ok ? reply.data : undefined)
  }
  const send = async (n: number) => {
    const sure = await confirm({
      title: say(groupWords.sendTitle),
      content: say(groupWords.sendAsk, { n }),
      yes: say(groupWords.sendYes),
      no: say(words.cancel),
    })
    if (sure) await tries.act({ ...written, checked })
  }
  const wrong = failed ?? error
  const wrongIn = (field: keyof typeof form) => (part: keyof Words) =>
    wrong && [`${field}.${part}`, ...(part === 'zh' ? [field] : [])].includes(wrong.field ?? '')
      ? wrong.message
      : undefined
  return (
    <View className='card stack'>
      <View className='heading'>{say(edition ? groupWords.correct : groupWords.answer)}</View>
      {group.edition === edition ? null : <View className='note warn'>{say(groupWords.newer)}</View>}
      <PairField
        label={say(groupWords.text)}
        hint={say(groupWords.textHint)}
        value={form.text}
        onInput={set('text')}
        lines
        most={2000}
        wrong={wrongIn('text')}
      />
      {edition ? (
        <PairField
          label={say(groupWords.changed)}
          hint={say(groupWords.changedHint)}
          value={form.change}
          onInput={set('change')}
          most={500}
          wrong={wrongIn('change')}
        />
      ) : null}
      <View className='strong'>{say(groupWords.result)}</View>
      <Choice
        label={say(groupWords.result)}
        options={Result.options.map((one) => [one, say(words.result[one])] as const)}
        value={result}
        onChoose={(one) => {
          setSeen(undefined)
          setResult(one)
        }}
      />
      {result === 'impossible' ? (
        <PairField
          label={say(groupWords.reason)}
          value={form.reason}
          onInput={set('reason')}
          most={500}
          wrong={wrongIn('reason')}
        />
      ) : null}
      {wrong?.field ? null : <Unsent error={wrong} />}
      {seen ? <Talks seen={seen} /> : null}
      {seen?.trouble.some(({ why }) => why === 'private') ? (
        <Tick name={say(groupWords.checked)} on={checked} onTap={() => setChecked(!checked)} />
      ) : null}
      {seen && maySend(seen, checked) ? (
        <FormFoot save={sendWords(seen.reaches)} busy={tries.busy} onSave={() => void send(seen.reaches)} back={back} />
      ) : (
        <FormFoot
          save={groupWords.preview}
          busy={looking}
          off={!form.text.zh.trim()}
          onSave={() => void look()}
          back={back}
        />
      )}
    </View>
  )
}

/** Whoever asked is named to nobody; what only looks private a person may have looked at. */
const maySend = ({ trouble }: Output<'groups.preview'>, checked: boolean): boolean =>
  trouble.every(({ why }) => why === 'private' && checked)

const sendWords = (n: number) => ({
  zh: groupWords.send.zh.replace('{n}', String(n)),
  en: groupWords.send.en.replace('{n}', String(n)),
})
