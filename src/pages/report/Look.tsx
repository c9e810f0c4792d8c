import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { type Draft, type Form, isEmpty } from '@/client/drafts/draft'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import type { Failure } from '@/contract'
import type { FilingCategory, SimilarLine } from '@/contract/filing'
import { follows } from '@/contract/follows'
import type { IssueLine } from '@/contract/lines'
import { role } from '@/ui/aria'
import type { Fill } from '@/ui/filing/form'
import { lookWords } from '@/ui/lookWords'
import { officialWords } from '@/ui/officialWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { daysSince, dayText } from '@/ui/time'
import { type Say, useSay, words } from '@/ui/words'
import { Likely } from './Likely'
import { type Looking, type See, useLook } from './useLook'

type Props = {
  draft: Draft
  categories: FilingCategory[]
  fill: Fill
  see: See
  discard: () => void
}

/** To who gives a tip, reports misconduct or names somebody it is of no use what others have filed. */
const isForDeskAlone = ({ about, kind, against }: Form): boolean =>
  about?.tip === true || kind === 'report' || against !== undefined

/** Nothing in it but the category, which is chosen again in one tap. */
const isBare = (draft: Draft): boolean => isEmpty({ ...draft, form: { ...draft.form, category: '' } })

/**
 * Before sending: what it is probably about, what somebody nearby has filed, to be followed instead, and what has been answered. The best one of each;
 * the next one comes when it is waved away.
 */
export function Look({ draft, categories, fill, see, discard }: Props) {
  const { form } = draft
  const { similar, answers, answer, categories: ids, hide } = useLook(lookingAt(form), see)
  const joined = answers.find(({ id }) => id === form.group) ?? answer
  const [followed, setFollowed] = useState(false)
  const leave = () => {
    discard()
    routes.tickets()
  }
  if (isForDeskAlone(form)) return null
  if (followed) return <Followed leave={leave} goOn={() => setFollowed(false)} />
  return (
    <View className='report-look'>
      <Likely ids={ids} category={form.category} kind={form.kind} categories={categories} fill={fill} />
      {joined ? (
        <Answer
          line={joined}
          joined={form.group === joined.id}
          join={() => fill({ group: joined.id })}
          alone={() => {
            fill({ group: undefined })
            hide(joined.id)
          }}
        />
      ) : null}
      {similar ? (
        <Similar
          line={similar}
          hide={hide}
          done={() => {
            hide(similar.no)
            if (isBare(draft)) leave()
            else setFollowed(true)
          }}
        />
      ) : null}
    </View>
  )
}

const lookingAt = ({ category, text, place: { point }, spot }: Form): Looking => ({
  ...{ category, text },
  ...(point && { point }),
  ...(spot && { spot: spot.id }),
})

/** Metres: further away is somewhere else. */
const NEARBY = 250

type SimilarProps = { line: SimilarLine; hide: (no: string) => void; done: () => void }

function Similar({ line, hide, done }: SimilarProps) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const [busy, setBusy] = useState(false)
  /** Of this one: the same card shows the next. */
  const [failed, setFailed] = useState<{ no: string; error: Failure }>()
  const { no, metres, spot, followed, sample } = line
  const follow = async () => {
    setBusy(true)
    const reply = await call(follows, 'follows.add', { no })
    setBusy(false)
    setFailed(reply.ok ? undefined : { no, error: reply.error })
    if (reply.ok) done()
  }
  return (
    <View className='note stack' {...role('status')}>
      <View className='strong'>{say(spot || (metres ?? NEARBY + 1) <= NEARBY ? lookWords.near : lookWords.alike)}</View>
      <View>{lineOf(line, say, dayText(line.filedAt, lang))}</View>
      {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      <View className='quiet small'>{say(followed ? lookWords.followed : lookWords.followHint)}</View>
      <View className='row wrap'>
        {followed ? null : (
          <Tap look='line' off={busy} onTap={() => void follow()}>
            {say(busy ? lookWords.following : lookWords.follow)}
          </Tap>
        )}
        <Tap onTap={() => hide(no)}>{say(lookWords.other)}</Tap>
      </View>
      <Wrong error={failed?.no === no ? failed.error : undefined} />
    </View>
  )
}

/** 路灯照明 · 约 80 米 · 3 天前 · 办理中 · 2 人关注. Its state in the desk's words: those for its asker say "you". */
function lineOf({ category, spot, metres, filedAt, status, followers }: SimilarLine, say: Say, day: string): string {
  const days = daysSince(filedAt)
  return [
    say(category.name),
    spot && say(spot),
    metres !== undefined && say(lookWords.metres, { n: metres }),
    days > 1 ? say(lookWords.daysAgo, { n: days }) : day,
    say(officialWords.status[status]),
    followers > 0 && say(lookWords.followers, { n: followers }),
  ]
    .filter(Boolean)
    .join(' · ')
}

type AnswerProps = { line: IssueLine; joined: boolean; join: () => void; alone: () => void }

/** A popular issue that this may be about: its answer is read, waited for together, or this is another matter. */
function Answer({ line: { id, title, askers, answered }, joined, join, alone }: AnswerProps) {
  const say = useSay()
  return (
    <View className='note stack' {...role('status')}>
      <View className='strong'>{say(answered ? lookWords.answered : lookWords.asking)}</View>
      <View>{`${say(title)}　${say(lookWords.asked, { n: askers })}`}</View>
      <View className='row wrap'>
        {answered ? (
          <Tap look='line' role='link' onTap={() => routes.issue(id)}>
            {say(lookWords.read)}
          </Tap>
        ) : null}
        <Tap look='line' role='radio' on={joined} onTap={join}>
          {say(lookWords.join)}
        </Tap>
        <Tap onTap={alone}>{say(lookWords.alone)}</Tap>
      </View>
      {joined ? <View>{say(lookWords.joined)}</View> : null}
    </View>
  )
}

/** It is followed: what becomes of what was being written is the person's to say. */
function Followed({ leave, goOn }: { leave: () => void; goOn: () => void }) {
  const say = useSay()
  return (
    <View className='note good stack' {...role('status')}>
      <View className='strong'>{say(lookWords.done)}</View>
      <View>{say(lookWords.doneAsk)}</View>
      <View className='row wrap'>
        <Tap look='main' onTap={routes.tickets}>
          {say(lookWords.keep)}
        </Tap>
        <Tap onTap={leave}>{say(lookWords.discard)}</Tap>
        <Tap look='line' onTap={goOn}>
          {say(lookWords.goOn)}
        </Tap>
      </View>
    </View>
  )
}
