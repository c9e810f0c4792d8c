import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import { setUnseen, toTop } from '@/client/device'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { inbox, type LetterView } from '@/contract/inbox'
import { Answered } from '@/ui/Answered'
import { inboxWords } from '@/ui/inboxWords'
import { Screen } from '@/ui/Screen'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

/** What a person was told, whether or not WeChat sent it: the newest first, a page at a time. */
export default function Inbox() {
  const [trail, setTrail] = useState<string[]>([])
  const after = trail[trail.length - 1]
  const asking = useAsk(inbox, 'inbox.open', after ? { after } : {})
  const go = (next: string[]) => {
    setTrail(next)
    toTop()
  }
  return (
    <Screen title={inboxWords.title} tab>
      <Answered asking={asking}>
        {(page) => <Letters page={page} trail={trail} go={go} again={() => void asking.again()} />}
      </Answered>
    </Screen>
  )
}

type Props = { page: Output<'inbox.open'>; trail: string[]; go: (trail: string[]) => void; again: () => void }

function Letters({ page: { items, unseen, next }, trail, go, again }: Props) {
  const say = useSay()
  useEffect(() => setUnseen(unseen), [unseen])
  const newest = items[0]?.at
  const seeAll = async (upTo: string) => {
    await call(inbox, 'inbox.seen', { upTo })
    again()
  }
  return (
    <View>
      {items.length ? null : (
        <Empty title={say(inboxWords.none)}>
          <View className='quiet'>{say(inboxWords.noneHint)}</View>
          <Tap onTap={routes.lookup}>{say(words.home.lookup)}</Tap>
        </Empty>
      )}
      {items.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
      <TrailTurn trail={trail} next={next} go={go} />
      {unseen && newest && !trail.length ? (
        <Tap look='line' onTap={() => void seeAll(newest)}>
          {say(inboxWords.allSeen)}
        </Tap>
      ) : null}
      <Tap onTap={routes.wishes}>{say(inboxWords.wishes)}</Tap>
    </View>
  )
}

function Letter({ letter: { id, kind, about, at, title, text, unseen } }: { letter: LetterView }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const open = () => {
    if (unseen) void call(inbox, 'inbox.seen', { id })
    LEADS[kind](about)
  }
  return (
    <Tap look='bare' role='link' className='card stack ticket-card' onTap={open}>
      <View className='row wrap'>
        {unseen ? <Text className='tag warn'>{say(inboxWords.fresh)}</Text> : null}
        <Text className='strong'>{say(title)}</Text>
      </View>
      {text.zh ? <View className='quiet'>{say(text)}</View> : null}
      <View className='quiet small number'>{momentText(at, lang)}</View>
    </Tap>
  )
}

const LEADS: Record<LetterView['kind'], (about: string) => void> = {
  ticket: routes.ticket,
  issue: routes.issue,
  news: routes.read,
  alert: routes.read,
}
