import { Text, View } from '@tarojs/components'
import { createContext, useContext, useRef, useState } from 'react'
import type { Output } from '@/contract'
import { firstSlot, type PhraseUse, type PhraseView, slotsIn } from '@/contract/phrases'
import { role } from '@/ui/aria'
import { phraseWords } from '@/ui/phraseWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** What a ticket brings along for the boxes in which something is written. */
export const Offered = createContext<Pick<Output<'desk.open'>, 'phrases' | 'suggested' | 'quick'>>({
  phrases: [],
  quick: [],
})

type Draft = { initial: string; onText: (text: string) => void }
type Result = NonNullable<PhraseView['results']>[number]
/** Side by side: one tap costs the phone little, and a row is soon read. */
const AT_ONCE = 3

/**
 * Templates for a box: `row` goes above its field, `draft` and, as its key, `turn` to its composer. What was already
 * written stays, and the template comes below it.
 */
export function usePhrases(use: PhraseUse, draft: Draft, result?: Result) {
  const { phrases } = useContext(Offered)
  const [picked, setPicked] = useState({ turn: 0, text: draft.initial })
  const [open, setOpen] = useState(() => slotsIn(draft.initial))
  const latest = useRef(draft.initial)
  const onText = (text: string) => {
    latest.current = text
    draft.onText(text)
    const slots = slotsIn(text)
    setOpen((before) => (before.join() === slots.join() ? before : slots))
  }
  const choose = (phrase: PhraseView) => {
    const text = [latest.current.trim(), phrase.text].filter(Boolean).join('\n')
    onText(text)
    setPicked(({ turn }) => ({ turn: turn + 1, text }))
    selectSlot(text, firstSlot(text))
  }
  const meant = phrases.filter(
    (phrase) => phrase.use === use && (!phrase.results || !result || phrase.results.includes(result)),
  )
  const ordered = [...meant.filter(({ results }) => results), ...meant.filter(({ results }) => !results)]
  return {
    turn: `${picked.turn}`,
    draft: { initial: picked.text, onText },
    row: (
      <Row key={result} phrases={ordered} open={open} choose={choose} fillIn={(slot) => fillIn(latest.current, slot)} />
    ),
  }
}

type RowProps = {
  phrases: PhraseView[]
  open: string[]
  choose: (phrase: PhraseView) => void
  fillIn: (slot: string) => void
}

function Row({ phrases, open, choose, fillIn }: RowProps) {
  const say = useSay()
  const [first, setFirst] = useState(0)
  const shown = phrases.slice(first, first + AT_ONCE)
  if (!phrases.length && !open.length) return null
  return (
    <View className='stack'>
      {phrases.length ? (
        <View className='row wrap'>
          <Text className='quiet'>{say(phraseWords.offered)}</Text>
          {shown.map((phrase) => (
            <Tap key={phrase.id} look='line' onTap={() => choose(phrase)}>
              {phrase.title}
            </Tap>
          ))}
          {phrases.length > AT_ONCE ? (
            <Tap look='line' onTap={() => setFirst(first + AT_ONCE < phrases.length ? first + AT_ONCE : 0)}>
              {say(phraseWords.others)}
            </Tap>
          ) : null}
        </View>
      ) : null}
      {open.length ? (
        <View className='note warn' {...role('status')}>
          <View>{`${say(phraseWords.open)}${open.map((slot) => `【${slot}】`).join('')}`}</View>
          {process.env.TARO_ENV === 'h5' ? (
            <View className='row wrap'>
              {open.map((slot) => (
                <Tap key={slot} look='line' onTap={() => fillIn(slot)}>
                  {say(phraseWords.fill, { slot: `【${slot}】` })}
                </Tap>
              ))}
            </View>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}

function fillIn(text: string, slot: string): void {
  const from = text.indexOf(`【${slot}`)
  if (from < 0) return
  const to = text.indexOf('】', from)
  selectSlot(text, { from, to: to < 0 ? text.length : to + 1 })
}

/** Milliseconds until a template that was chosen stands in its field. */
const DRAWN = 200

/** On the web the slot is selected, so that typing replaces it. WeChat's own field cannot be asked to. */
function selectSlot(text: string, slot: { from: number; to: number } | undefined): void {
  if (process.env.TARO_ENV !== 'h5' || !slot) return
  setTimeout(() => {
    const field = [...document.querySelectorAll<HTMLTextAreaElement>('#desk-box textarea')].find(
      ({ value }) => value === text,
    )
    field?.focus()
    field?.setSelectionRange(slot.from, slot.to)
  }, DRAWN)
}
