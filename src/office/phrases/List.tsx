import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { confirm } from '@/client/device'
import type { Failure, Output } from '@/contract'
import { type PhraseLine, phrases } from '@/contract/phrases'
import { Choice } from '@/ui/Choice'
import { phraseWords } from '@/ui/phraseWords'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { Unsent } from '@/ui/Trouble'
import { TrailTurn } from '@/ui/Turn'
import type { Words } from '@/ui/word'
import { useSay, words } from '@/ui/words'
import type { Scope } from '.'

type Page = Output<'phrases.list'>
type Props = {
  page: Page
  scope: Scope
  look: (scope: Scope) => void
  trail: string[]
  go: (trail: string[]) => void
  write: (phrase?: PhraseLine) => void
  done: (said: Words) => void
  again: () => Promise<void>
}
const SCOPES: Scope[] = ['district', 'unit']

/** All there are, by their titles. */
export function List({ page, scope, look, trail, go, write, done, again }: Props) {
  const say = useSay()
  const [error, setError] = useState<Failure>()
  const remove = async ({ id, version, title }: PhraseLine) => {
    const sure = await confirm({
      title: say(phraseWords.removeNamed, { name: title }),
      content: say(phraseWords.removeAsk),
      yes: say(phraseWords.remove),
      no: say(words.cancel),
    })
    if (!sure) return
    const reply = await call(phrases, 'phrases.remove', { id, version }, 'desk')
    setError(reply.ok ? undefined : reply.error)
    if (reply.ok) return done(phraseWords.removed)
    // Somebody else was first: what is there now is shown, and the sentence stays.
    void again()
  }
  return (
    <View>
      <View className='card stack'>
        <View className='quiet'>{say(phraseWords.intro)}</View>
        <Choice
          label={say(phraseWords.scope)}
          options={SCOPES.map((one) => [one, say(phraseWords[one])] as const)}
          value={scope}
          onChoose={look}
        />
        {page.edits ? (
          <Tap look='main' onTap={() => write()}>
            {say(phraseWords.add)}
          </Tap>
        ) : (
          <View className='quiet small'>{say(phraseWords.readOnly[scope], { unit: say(page.unit.name) })}</View>
        )}
        <Unsent error={error} />
      </View>
      {page.items.length ? null : <Empty title={say(phraseWords.none)} />}
      {page.items.map((phrase) => (
        <Line
          key={phrase.id}
          phrase={phrase}
          categories={page.categories}
          {...(page.edits && { write: () => write(phrase), remove: () => void remove(phrase) })}
        />
      ))}
      <TrailTurn trail={trail} next={page.next} go={go} />
    </View>
  )
}

type LineProps = {
  phrase: PhraseLine
  categories: Page['categories']
  write?: () => void
  remove?: () => void
}

function Line({ phrase, categories, write, remove }: LineProps) {
  const say = useSay()
  const named = categories.filter(({ id }) => phrase.categories?.includes(id)).map(({ name }) => say(name))
  const meant = named.length ? named.join(say(words.and)) : say(phraseWords.allCategories)
  const results = phrase.results?.map((result) => say(words.result[result])).join(say(words.and))
  return (
    <View className='card stack'>
      <View className='row wrap'>
        <Text className='strong'>{phrase.title}</Text>
        <Text className='tag'>{say(phraseWords.uses[phrase.use])}</Text>
        <Text className='quiet small'>{[meant, results].filter(Boolean).join(' · ')}</Text>
        {phrase.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
      <View>{phrase.text}</View>
      {write && remove ? (
        <View className='row wrap'>
          <Tap look='line' label={say(phraseWords.changeNamed, { name: phrase.title })} onTap={write}>
            {say(phraseWords.change)}
          </Tap>
          <Tap look='line' label={say(phraseWords.removeNamed, { name: phrase.title })} onTap={remove}>
            {say(phraseWords.remove)}
          </Tap>
        </View>
      ) : null}
    </View>
  )
}
