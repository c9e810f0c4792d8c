import { View } from '@tarojs/components'
import { useState } from 'react'
import { confirm } from '@/client/device'
import { type Draft, isEmpty, type Media } from '@/client/drafts/draft'
import { discardDraft, hurryDrafts, seenDraft, sentenceOf, useDraftList } from '@/client/drafts/useDrafts'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import { draftListWords as told } from '@/ui/draftListWords'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { type Say, useSay } from '@/ui/words'

/** What is still on this phone, above what the district has: begun, on its way, just arrived. Nothing where there is none. */
export function Drafts() {
  const say = useSay()
  const { writing, waiting, filed, unreadable } = useDraftList()
  const begun = writing.filter((draft) => !isEmpty(draft))
  return (
    <>
      {begun.length ? <View className='heading'>{say(told.writing)}</View> : null}
      {begun.map((draft) => (
        <Begun key={draft.id} draft={draft} />
      ))}
      {waiting.length ? <View className='heading'>{say(told.waiting)}</View> : null}
      {waiting.map((draft) => (
        <Waiting key={draft.id} draft={draft} />
      ))}
      {filed.length ? <View className='heading'>{say(told.filed)}</View> : null}
      {filed.map((draft) => (
        <Filed key={draft.id} draft={draft} />
      ))}
      {unreadable ? <View className='note'>{say(told.newer, { n: unreadable })}</View> : null}
    </>
  )
}

function Begun({ draft }: { draft: Draft }) {
  const say = useSay()
  const drop = async () => {
    const question = { title: say(told.dropAsk), content: say(told.dropNote), yes: say(told.dropYes) }
    if (await confirm({ ...question, no: say(told.dropNo) })) discardDraft(draft.id)
  }
  const { first } = useAbout(draft)
  return (
    <View className='card stack'>
      <About draft={draft} />
      {draft.wrong ? <View className='note bad'>{sentenceOf(draft.wrong)}</View> : null}
      <View className='row'>
        <Tap className='grow' label={`${say(told.go)} ${first}`} onTap={() => routes.draft(draft.id)}>
          {say(told.go)}
        </Tap>
        <Tap look='line' label={`${say(told.drop)} ${first}`} onTap={() => void drop()}>
          {say(told.drop)}
        </Tap>
      </View>
    </View>
  )
}

function Waiting({ draft }: { draft: Draft }) {
  const say = useSay()
  const [trying, setTrying] = useState(false)
  const { first } = useAbout(draft)
  const { length } = draft.media
  const sent = draft.media.filter(({ state }) => state === 'sent').length
  const send = () => {
    setTrying(true)
    hurryDrafts()
  }
  return (
    <View className='card stack'>
      <About draft={draft} />
      <View className='note' aria-live='polite'>
        {trying ? say(told.trying) : say(told.waits)}
        {length ? ` · ${say(told.sent, { n: sent, all: length })}` : ''}
      </View>
      <View className='row'>
        <Tap className='grow' label={`${say(told.now)} ${first}`} onTap={send}>
          {say(told.now)}
        </Tap>
        <Tap look='line' label={`${say(told.look)} ${first}`} onTap={() => routes.draft(draft.id)}>
          {say(told.look)}
        </Tap>
      </View>
    </View>
  )
}

function Filed({ draft: { id, no = '', ...draft } }: { draft: Draft }) {
  const say = useSay()
  const open = () => {
    seenDraft(id)
    routes.ticket(no)
  }
  return (
    <Tap look='bare' role='link' className='card ticket-card' onTap={open}>
      <View className='strong'>{say(told.arrived, { no })}</View>
      <View className='quiet'>{beginning(draft.form.text)}</View>
    </Tap>
  )
}

function About({ draft }: { draft: Draft }) {
  const { first, rest } = useAbout(draft)
  return (
    <View>
      <View className='strong'>{first}</View>
      <View className='quiet small'>{rest}</View>
    </View>
  )
}

/** How it is known in a list: its first words, or what else is in it; and when it was written last. */
function useAbout({ form, media, changedAt }: Draft): { first: string; rest: string } {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const things = countsOf(media, say)
  const words = beginning(form.text)
  const first = words || things.join(' · ') || form.place.address || say(told.empty)
  return { first, rest: [...(words ? things : []), momentText(changedAt, lang)].join(' · ') }
}

function countsOf(media: Media[], say: Say): string[] {
  return (['photo', 'voice', 'video'] as const).flatMap((kind) => {
    const n = media.filter((one) => one.kind === kind).length
    return n ? [say(told[kind], { n })] : []
  })
}

const LONGEST = 40
const beginning = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
