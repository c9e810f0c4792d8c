import { View } from '@tarojs/components'
import { useState } from 'react'
import { confirm } from '@/client/device'
import { discardDraft, useDraftList } from '@/client/drafts/useDrafts'
import { openContract } from '@/client/privacy'
import { routes } from '@/client/routes'
import { role } from '@/ui/aria'
import { privacyPageWords as told } from '@/ui/privacyPageWords'
import { privacyWords } from '@/ui/privacyWords'
import { Screen } from '@/ui/Screen'
import { Tap } from '@/ui/Tap'
import type { Words } from '@/ui/word'
import { useSay, words } from '@/ui/words'

/** What is kept of a person, where and why; and what they can clear away. */
export default function Privacy() {
  const say = useSay()
  return (
    <Screen title={words.me.privacy}>
      <View className='card stack'>
        <Kept title={told.phone} things={told.phoneKeeps} />
        <Clear />
      </View>
      <View className='card stack'>
        <Kept title={told.district} things={told.districtKeeps} />
        <Tap onTap={routes.askPerson}>{say(told.ask)}</Tap>
        {process.env.TARO_ENV === 'weapp' ? <Contract /> : null}
      </View>
    </Screen>
  )
}

function Kept({ title, things }: { title: Words; things: readonly Words[] }) {
  const say = useSay()
  return (
    <>
      <View className='heading'>{say(title)}</View>
      {things.map((thing) => (
        <View key={thing.zh}>{`· ${say(thing)}`}</View>
      ))}
    </>
  )
}

/** All but those that may have arrived: of them nobody knows yet whether there is anything to clear. */
function Clear() {
  const say = useSay()
  const { writing, waiting, filed } = useDraftList()
  const [left, setLeft] = useState<number>()
  const all = [...writing, ...waiting, ...filed]
  const clear = async () => {
    const question = { title: say(told.clearAsk), content: say(told.clearNote), yes: say(told.clearYes) }
    if (!(await confirm({ ...question, no: say(told.clearNo) }))) return
    setLeft(all.filter(({ id }) => !discardDraft(id)).length)
  }
  if (all.length && left === undefined)
    return (
      <Tap look='warn' onTap={() => void clear()}>
        {say(told.clear)}
      </Tap>
    )
  return (
    <View className='note' {...role('status')}>
      {left === undefined ? say(told.none) : say(left ? told.left : told.cleared, { n: left })}
    </View>
  )
}

/** The official text that WeChat shows for this program. */
function Contract() {
  const say = useSay()
  const [unread, setUnread] = useState(false)
  return (
    <>
      <Tap role='link' onTap={() => void openContract().then((opened) => setUnread(!opened))}>
        {say(privacyWords.contract)}
      </Tap>
      {unread ? <View className='note warn'>{say(privacyWords.contractFailed)}</View> : null}
    </>
  )
}
