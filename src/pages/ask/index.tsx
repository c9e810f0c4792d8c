import { useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { confirm, scrollTo } from '@/client/device'
import { sendAtOnce } from '@/client/drafts/useDrafts'
import { param } from '@/client/routes'
import { type Line, useTalk } from '@/client/talk'
import { useAsk } from '@/client/useAsk'
import { ask } from '@/contract/ask'
import { askWords } from '@/ui/askWords'
import { Screen } from '@/ui/Screen'
import { useSay, words } from '@/ui/words'
import { Foot } from './Foot'
import { Greeting } from './Greeting'
import { ENOUGH, questionOf, talkOf } from './handing'
import './index.css'
import { Lines } from './Lines'

/** Where a question fits no category. */
const OTHER = 'other'

/** `?words=` what is asked at once. */
export default function Ask() {
  const say = useSay()
  const { params } = useRouter()
  const { asked } = useAsk(ask, 'ask.open', {})
  const talk = useTalk()
  const { lines } = talk
  const [toPerson, setToPerson] = useState(false)
  const [full, setFull] = useState(false)
  const opened = asked.state === 'ready' ? asked.data : undefined

  const first = useRef(param(params, 'words').trim())
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the page was opened with
  useEffect(() => {
    const known = lines.some((line) => line.is === 'me' && line.text === first.current)
    if (first.current && !known) talk.say(first.current)
  }, [])
  // Back from the ticket of what was just handed over.
  useDidShow(() => {
    if (lines[lines.length - 1]?.is === 'person') scrollTo('#ask-end')
  })
  useSeeNew(lines, opened !== undefined)

  const hand = (text: string) => {
    const draft = sendAtOnce({ kind: 'consult', category: OTHER, text, talk: talkOf(lines, say) })
    setFull(!draft)
    if (draft) talk.handed(draft, toPerson ? text : undefined)
    setToPerson(!draft)
    return draft !== undefined
  }
  /** With the question that was just asked, where there is one; else they are asked for it. */
  const askPerson = () => {
    const question = questionOf(lines)
    if (question) hand(question)
    else setToPerson(true)
  }
  const send = (text: string): boolean => {
    if (toPerson) return text.length >= ENOUGH && hand(text)
    talk.say(text)
    return true
  }
  const clear = async () => {
    const question = { title: say(askWords.clear), content: say(askWords.clearAsk), yes: say(askWords.clearYes) }
    if (await confirm({ ...question, no: say(words.cancel) })) talk.clear()
  }
  return (
    <Screen title={askWords.title} className='ask'>
      <Greeting asked={asked} onNumber={talk.say} onPerson={askPerson} />
      <Lines talk={talk} onPerson={askPerson} onClear={() => void clear()} />
      <Foot
        opened={opened}
        toPerson={toPerson}
        full={full}
        onSend={send}
        onPerson={askPerson}
        onCancel={() => setToPerson(false)}
      />
    </Screen>
  )
}

/**
 * What somebody says goes to the top of the screen, so that its answer stands below it in sight. Once more when that has come,
 * and when the menu above has: both move what is below.
 */
function useSeeNew(lines: Line[], ready: boolean): void {
  const own = lines.filter(({ is }) => is !== 'program').pop()?.key
  const began = useRef(own)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever of them has come
  useEffect(() => {
    if (own !== undefined) scrollTo(own === began.current ? '#ask-end' : `#ask-${own}`)
  }, [own, lines.length, ready])
}
