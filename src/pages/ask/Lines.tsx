import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Line, Mine, Talk } from '@/client/talk'
import { role } from '@/ui/aria'
import { askWords } from '@/ui/askWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { Person } from './Person'
import { Reply } from './Reply'

/** Lines that are drawn at first, and with each look back: a talk of a week costs nobody anything who only comes to ask. */
const PAGE = 6

type Props = { talk: Talk; onPerson: () => void; onClear: () => void }

/** What was said, the newest last. Screen readers say what is new by themselves. */
export function Lines({ talk, onPerson, onClear }: Props) {
  const say = useSay()
  const { lines } = talk
  /** Where the shown part begins: what is said meanwhile does not push out what is being read. */
  const [from, setFrom] = useState(() => lines[Math.max(0, lines.length - PAGE)]?.key ?? 0)
  const shown = lines.filter(({ key }) => key >= from)
  const hidden = lines.length - shown.length
  /** What was here when the page opened, but for the newest. */
  const [old] = useState(() => lines[lines.length - 1]?.key ?? 0)
  if (!lines.length) return <View id='ask-end' />
  return (
    <View>
      <View className='row between'>
        {hidden ? (
          <Tap look='line' onTap={() => setFrom(lines[Math.max(0, hidden - PAGE)]?.key ?? 0)}>
            {say(askWords.earlier)}
          </Tap>
        ) : (
          <View />
        )}
        <Tap look='bare' className='ask-clear' onTap={onClear}>
          {say(askWords.clear)}
        </Tap>
      </View>
      <View className='ask-lines' aria-live='polite' {...role('log')} aria-label={say(askWords.talk)}>
        {shown.map((line) => (
          <One key={line.key} line={line} old={line.key < old} talk={talk} onPerson={onPerson} />
        ))}
      </View>
      <View id='ask-end' />
    </View>
  )
}

function One({ line, old, talk, onPerson }: { line: Line; old: boolean } & Omit<Props, 'onClear'>) {
  if (line.is === 'me') return <Me line={line} again={talk.again} />
  if (line.is === 'person') return <Person line={line} numbered={talk.numbered} />
  return <Reply line={line} old={old} say={talk.say} notHelped={talk.notHelped} onPerson={onPerson} />
}

function Me({ line, again }: { line: Mine; again: Talk['again'] }) {
  const say = useSay()
  const { key, text, state, wrong } = line
  return (
    <View id={`ask-${key}`} className='ask-mine'>
      <View className='ask-said pre'>{text}</View>
      {state === 'sending' ? <View className='quiet small'>{say(askWords.looking)}</View> : null}
      {state === 'unsent' ? (
        <View className='stack'>
          <View className='note warn'>{wrong ?? say(askWords.unsent)}</View>
          <Tap look='line' onTap={() => again(line)}>
            {say(askWords.again)}
          </Tap>
        </View>
      ) : null}
    </View>
  )
}
