import { View } from '@tarojs/components'
import { type ReactElement, useState } from 'react'
import { confirm } from '@/client/device'
import { type Draft, isEmpty, type Media } from '@/client/drafts/draft'
import { discardDraft, seenDraft, sentenceOf, tryDraftsNow, useDraftList } from '@/client/drafts/useDrafts'
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
      <Few of={begun}>{(draft) => <Begun key={draft.id} draft={draft} />}</Few>
      {waiting.length ? <View className='heading'>{say(told.waiting)}</View> : null}
      <Few of={waiting}>{(draft) => <Waiting key={draft.id} draft={draft} />}</Few>
      {filed.length ? <View className='heading'>{say(told.filed)}</View> : null}
      <Few of={filed}>{(draft) => <Filed key={draft.id} draft={draft} />}</Few>
      {unreadable ? <View className='note'>{say(told.newer, { n: unreadable })}</View> : null}
    </>
  )
}

const FEW = 3

/** The newest at once, the others by a tap: the tickets are below. */
function Few({ of, children }: { of: Draft[]; children: (draft: Draft) => ReactElement }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, of.length - FEW)
  return (
    <>
      {of.slice(0, of.length - hidden).map(children)}
      {hidden ? <Tap onTap={() => setAll(true)}>{say(told.others, { n: hidden })}</Tap> : null}
    </>
  )
}

function Begun({ draft }: { draft: Draft }) {
  const say = useSay()
  const drop = async () => {
    const question = { title: say(told.dropAsk), content: say(told.dropNote), yes: say(told.dropYes) }
    if (await confirm({ ...question, no: say(told.dropNo) })) discardDraft(draft.id)
  }
  const { short } = useAbout(draft)
  return (
    <View className='card stack'>
      <About draft={draft} />
      {draft.wrong ? <View className='note bad'>{sentenceOf(draft.wrong)}</View> : null}
      <View className='row'>
        <Tap className='grow' label={`${say(told.go)} ${short}`} onTap={() => routes.draft(draft.id)}>
          {say(told.go)}
        </Tap>
        <Tap look='line' label={`${say(told.drop)} ${short}`} onTap={() => void drop()}>
          {say(told.drop)}
        </Tap>
      </View>
    </View>
  )
}

function Waiting({ draft }: { draft: Draft }) {
  const say = useSay()
  const [trying, setTrying] = useState(false)
  const { short } = useAbout(draft)
  const { length } = draft.media
  const sent = draft.media.filter(({ state }) => state === 'sent').length
  const send = () => {
    setTrying(true)
    tryDraftsNow()
  }
  return (
    <View className='card stack'>
      <About draft={draft} />
      <View className='note' aria-live='polite'>
        {trying ? say(told.trying) : say(told.waits)}
        {length ? ` · ${say(told.sent, { n: sent, all: length })}` : ''}
      </View>
      <View className='row'>
        <Tap className='grow' label={`${say(told.now)} ${short}`} onTap={send}>
          {say(told.now)}
        </Tap>
        <Tap look='line' label={`${say(told.look)} ${short}`} onTap={() => routes.draft(draft.id)}>
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
    <>
      <View className='strong'>{first}</View>
      <View className='quiet small'>{rest}</View>
    </>
  )
}

/** How it is known in a list: its first words, or what else is in it; and when it was written last. */
function useAbout({ form, media, changedAt }: Draft): { first: string; short: string; rest: string } {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const things = countsOf(media, say)
  const words = beginning(form.text)
  const first = words || things.join(' · ') || form.place.address || say(told.empty)
  return {
    first,
    short: first.slice(0, NAME),
    rest: [...(words ? things : []), momentText(changedAt, lang)].join(' · '),
  }
}

function countsOf(media: Media[], say: Say): string[] {
  return (['photo', 'voice', 'video'] as const).flatMap((kind) => {
    const n = media.filter((one) => one.kind === kind).length
    return n ? [say(told[kind], { n })] : []
  })
}

const LONGEST = 28
/** Of its first words, so many tell a screen reader which draft a button is for. */
const NAME = 8
const beginning = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
