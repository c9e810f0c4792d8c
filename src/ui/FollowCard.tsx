import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/client/call'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Failure } from '@/contract'
import { type FollowView, follows } from '@/contract/follows'
import { followWords } from './followWords'
import { Failed, Loading, Wrong } from './States'
import { StatusTag } from './StatusTag'
import { Tap } from './Tap'
import { momentText } from './time'
import { useSay, words } from './words'

/** What this person follows, under their own tickets: asked for when they come to it, or by a tap where nothing scrolls. */
export function Followed() {
  const say = useSay()
  const [isDue, setDue] = useState(false)
  useReachBottom(() => setDue(true))
  return isDue ? <Asked /> : <Tap onTap={() => setDue(true)}>{say(followWords.title)}</Tap>
}

function Asked() {
  const say = useSay()
  const { asked, again } = useAsk(follows, 'follows.mine', {})
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Failed error={asked.error} again={() => void again()} />
  return (
    <View>
      <View className='heading'>{say(followWords.title)}</View>
      {asked.data.items.length ? null : <View className='quiet'>{say(followWords.none)}</View>}
      {asked.data.items.map((view) => (
        <FollowCard key={view.no} view={view} left={again} />
      ))}
    </View>
  )
}

/** Somebody else's ticket: where it stands, and what was answered. `left`: it is not followed any more. */
function FollowCard({ view, left }: { view: FollowView; left: () => Promise<void> }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const { category, spot, status, sample, followers, movedAt, no, over } = view
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const leave = async () => {
    setBusy(true)
    const reply = await call(follows, 'follows.remove', { no })
    setError(reply.ok ? undefined : reply.error)
    if (reply.ok) await left()
    setBusy(false)
  }
  return (
    <View className='card stack'>
      <View className='row wrap'>
        <Text className='strong'>{[category.name, ...(spot ? [spot] : [])].map((name) => say(name)).join(' · ')}</Text>
        <StatusTag status={status} others />
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
      <Outcome view={view} />
      <View className='quiet small number'>
        {`${momentText(movedAt, lang)}　${no}　${say(followWords.followers, { n: followers })}`}
      </View>
      <Wrong error={error} />
      <View className='row wrap'>
        {over ? <Tap onTap={routes.report}>{say(followWords.own)}</Tap> : null}
        <Tap look='line' off={busy} label={`${say(followWords.leave)} ${no}`} onTap={() => void leave()}>
          {say(followWords.leave)}
        </Tap>
      </View>
    </View>
  )
}

function Outcome({ view: { status, unit, result, answer, over } }: { view: FollowView }) {
  const say = useSay()
  const named = say(unit.name)
  return (
    <View>
      {status === 'withdrawn' ? <View>{say(followWords.withdrawn)}</View> : null}
      {answer ? <View>{`${say(followWords.answer, { unit: named })}${answer}`}</View> : null}
      {result && !answer ? (
        <View>{say(followWords.result, { unit: named, result: say(words.result[result]) })}</View>
      ) : null}
      {over ? <View className='quiet small'>{say(followWords.over)}</View> : null}
    </View>
  )
}
