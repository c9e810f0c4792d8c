import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/client/call'
import type { Ask, Output } from '@/contract'
import { filing } from '@/contract/filing'

/** What is being written, as far as it matters to what there is already. */
export type Looking = Ask<'filing.look'>
type Looked = Output<'filing.look'>
type Found = Pick<Looked, 'similar' | 'answers' | 'categories'>
/** Told what others might misuse in these words: places are those of characters in `text`. */
export type See = (found: Looked['private'], text: string) => void

/** Milliseconds without a keystroke after which somebody has paused. */
const PAUSE = 800
/** Fewer characters than these say nothing, unless a category is chosen. */
const SOMETHING = 5
const NOTHING: Found = { similar: [], answers: [], categories: [] }

/**
 * What there is already that is like what somebody writes: asked when the category or the place changes, and when typing
 * pauses. Without a network nothing comes of it, and nobody waits for it. `hide` takes one away for as long as the form is
 * open, and `isFollowed` marks one.
 */
export function useLook(looking: Looking, see: See) {
  const [found, setFound] = useState(NOTHING)
  const [hidden, setHidden] = useState<string[]>([])
  const latest = useRef({ looking, see })
  latest.current = { looking: { ...looking, text: looking.text.trim() }, see }

  const told = useRef((asked: Looking, { similar, answers, private: details, ...looked }: Looked) => {
    latest.current.see(details, asked.text)
    // The same again must not be drawn again.
    setFound((before) => {
      // What was offered stays beside what was chosen from it.
      const categories = asked.category ? before.categories : looked.categories
      const next = { similar, answers, categories }
      return isSame(before, next) ? before : next
    })
  })
  const asker = useRef<ReturnType<typeof oneAtATime>>()
  if (!asker.current) asker.current = oneAtATime((asked, answer) => told.current(asked, answer))
  const look = useCallback(() => {
    const { category, text, spot } = latest.current.looking
    // A code filled in place and category: the form opens as it is, and looks about once something is written.
    if (spot && !text) return
    if (category || text.length >= SOMETHING) asker.current?.ask(latest.current.looking)
  }, [])

  const { category, point, spot, text } = looking
  const place = JSON.stringify([point, spot])
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is asked for again
  useEffect(look, [category, place])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new keystroke begins a new pause
  useEffect(() => {
    const waiting = setTimeout(look, PAUSE)
    return () => clearTimeout(waiting)
  }, [text])
  useEffect(() => () => asker.current?.stop(), [])

  return {
    categories: found.categories,
    similar: found.similar.find(({ no }) => !hidden.includes(no)),
    answers: found.answers,
    answer: found.answers.find(({ id }) => !hidden.includes(id)),
    hide: (id: string) => setHidden((before) => [...before, id]),
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** One request at a time: of what is asked meanwhile only the latest is asked then, and an answer that is old by then is dropped. */
function oneAtATime(told: (asked: Looking, answer: Looked) => void) {
  let busy = false
  let next: Looking | undefined
  /** Answered already: there is nothing new to hear. */
  let known: Looking | undefined
  let stopped = false

  async function run(): Promise<void> {
    busy = true
    while (next && !stopped) {
      const asked = next
      next = undefined
      const reply = await call(filing, 'filing.look', asked)
      if (!reply.ok || next || stopped) continue
      known = asked
      told(asked, reply.data)
    }
    busy = false
  }
  return {
    ask(looking: Looking): void {
      if (isSame(looking, known)) return
      next = looking
      if (!busy) void run()
    },
    stop(): void {
      stopped = true
    },
  }
}
