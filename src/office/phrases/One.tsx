import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/client/call'
import { newKey } from '@/client/key'
import type { Failure, Output } from '@/contract'
import {
  MOST_PHRASE_WORDS,
  PHRASE_USES,
  type PhraseLine,
  type PhraseUse,
  type PhraseView,
  phrases,
} from '@/contract/phrases'
import { Result } from '@/contract/shapes'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormFoot } from '@/ui/FormFoot'
import { phraseWords } from '@/ui/phraseWords'
import { Unsent } from '@/ui/Trouble'
import type { Words } from '@/ui/word'
import { useSay, words } from '@/ui/words'
import { Several } from '../Several'
import type { Scope } from '.'

type Props = {
  scope: Scope
  categories: Output<'phrases.list'>['categories']
  phrase?: PhraseLine
  latest: () => Promise<void>
  done: (said: Words) => void
  back: () => void
}
type ResultName = NonNullable<PhraseView['results']>[number]

/** One template, new or changed. */
export function One({ scope, categories, phrase, latest, done, back }: Props) {
  const say = useSay()
  const [title, setTitle] = useState(phrase?.title ?? '')
  const [use, setUse] = useState<PhraseUse>(phrase?.use ?? 'reply')
  const [text, setText] = useState(phrase?.text ?? '')
  const [meant, setMeant] = useState<string[]>(phrase?.categories ?? [])
  const [results, setResults] = useState<string[]>(phrase?.results ?? [])
  const [error, setError] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const tried = useRef<{ what: string; key: string }>()
  // Somebody else was first: theirs is shown, and saving again is a decision.
  const [started] = useState(phrase?.version)
  const isNewer = phrase !== undefined && phrase.version !== started
  const wrongIn = (field: string) => (error?.field === `phrase.${field}` ? error.message : undefined)

  const save = async () => {
    const isMeant = (result: ResultName) => results.includes(result)
    const given = { title, use, text, categories: meant, results: Result.options.filter(isMeant) }
    const known = phrase && { id: phrase.id, version: phrase.version }
    const what = JSON.stringify(given)
    // The same once more after a lost reply carries the same key, so that it counts once.
    if (tried.current?.what !== what) tried.current = { what, key: newKey() }
    const { key } = tried.current
    setBusy(true)
    const reply = await call(phrases, 'phrases.save', { key, scope, phrase: given, ...(known && { known }) }, 'desk')
    setBusy(false)
    setError(reply.ok ? undefined : reply.error)
    if (reply.ok) return done(phraseWords.saved)
    if (reply.error.code === 'conflict') void latest()
  }
  return (
    <View className='card stack'>
      <View className='heading'>
        {phrase ? say(phraseWords.changeNamed, { name: phrase.title }) : say(phraseWords.add)}
      </View>
      {isNewer ? (
        <View className='note warn'>{say(phraseWords.now, { text: `${phrase.title} — ${phrase.text}` })}</View>
      ) : null}
      <Field label={say(phraseWords.name)} value={title} onInput={setTitle} most={20} wrong={wrongIn('title')} />
      <View className='strong'>{say(phraseWords.use)}</View>
      <Choice
        label={say(phraseWords.use)}
        options={PHRASE_USES.map((one) => [one, say(phraseWords.uses[one])] as const)}
        value={use}
        onChoose={setUse}
      />
      <Field
        label={say(phraseWords.text)}
        value={text}
        onInput={setText}
        lines
        most={MOST_PHRASE_WORDS}
        wrong={wrongIn('text')}
      />
      <Several
        label={say(phraseWords.categories)}
        options={categories.map(({ id, name }) => [id, say(name)] as const)}
        chosen={meant}
        choose={setMeant}
      />
      {use === 'answer' ? (
        <Several
          label={say(phraseWords.results)}
          options={Result.options.map((one) => [one, say(words.result[one])] as const)}
          chosen={results}
          choose={setResults}
        />
      ) : null}
      <Unsent error={error?.field && (wrongIn('title') || wrongIn('text')) ? undefined : error} />
      <FormFoot save={phraseWords.save} busy={busy} onSave={() => void save()} back={back} />
    </View>
  )
}
