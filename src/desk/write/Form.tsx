import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { routes } from '@/client/deskRoutes'
import { confirm, scrollTo } from '@/client/device'
import { useLeaving } from '@/client/leaving'
import { useSettings } from '@/client/settings'
import type { Written } from '@/client/useRelease'
import type { Content } from '@/contract/content'
import { type Reason, sentence } from '@/contract/refusals'
import { PairField } from '@/ui/PairField'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { SignInAgain } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'
import { FORMS } from '../forms'
import { Day } from '../parts/Moments'
import { OneField } from './OneField'
import { Saved } from './Saved'
import { useForm } from './useForm'
import type { Start } from './useStart'

/** The form of a kind, drawn from its table; what is wrong stands at its field, and nothing typed is lost. */
export function Form({ kind, start }: { kind: Content['kind']; start: Start }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { release } = start
  const [saved, setSaved] = useState<Written>()
  const writer = useForm(kind, start, (written) => {
    if (written.removed.length) return setSaved(written)
    return release ? routes.backOrReleases() : routes.written(written.id)
  })
  const { faults, error, busy, photos, drop } = writer
  const ask = useCallback(async () => {
    const sure = await confirm({
      title: say(writeWords.title),
      content: say(writeWords.leave),
      yes: say(writeWords.leaveYes),
      no: say(writeWords.leaveNo),
    })
    if (!sure) return
    drop()
    routes.backOrReleases()
  }, [say, drop])
  useLeaving(writer.unsaved && !saved, say(writeWords.leave), () => void ask())
  const sentenceOf = (reason: Reason | undefined) => reason && sentence(reason, lang)
  const wrongs = Object.keys(faults).length
  // What is to be put right may stand far above the button.
  useEffect(() => {
    if (wrongs) scrollTo('.field-wrong')
  }, [wrongs])
  if (saved) return <Saved written={saved} isNew={!release} />
  return (
    <View>
      {writer.restored ? (
        <View className='note row wrap between write-note'>
          <View>{say(writeWords.restored)}</View>
          <Tap look='line' onTap={writer.afresh}>
            {say(writeWords.afresh)}
          </Tap>
        </View>
      ) : null}
      {start.fromTicket ? <View className='note write-note'>{say(writeWords.fromTicket)}</View> : null}
      <View className='card write-fields'>
        {FORMS[kind].fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={writer.values[field.name]}
            put={(value) => writer.put(field.name, value)}
            faults={faults}
            channels={start.channels}
            photos={photos}
            kept={release?.photos ?? []}
          />
        ))}
        {release?.live ? (
          <PairField
            label={say(writeWords.change)}
            hint={say(writeWords.changeHint)}
            value={writer.change}
            onInput={writer.setChange}
            most={300}
            lines
            wrong={(part) => sentenceOf(faults[`change.${part}`] ?? (part === 'zh' ? faults.change : undefined))}
          />
        ) : null}
        {FORMS[kind].reviewDays ? (
          <View className='field-block'>
            <View className='strong write-label'>{say(writeWords.reviewBy)}</View>
            <View className='quiet small'>{say(writeWords.reviewHint)}</View>
            <Day label={say(writeWords.reviewBy)} value={writer.reviewBy} onDay={writer.setReviewBy} />
          </View>
        ) : null}
      </View>
      <View className='foot stack'>
        {wrongs ? <View className='note bad'>{say(writeWords.wrong, { n: wrongs })}</View> : null}
        <Wrong error={error} />
        <SignInAgain error={error} />
        <View className='row'>
          <Tap look='line' onTap={() => void (writer.unsaved ? ask() : routes.backOrReleases())}>
            {say(words.back)}
          </Tap>
          <Tap look='main' className='grow' off={busy || photos.ids === null} onTap={writer.save}>
            {say(busy ? words.sending : writeWords.save)}
          </Tap>
        </View>
      </View>
    </View>
  )
}
