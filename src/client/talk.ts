/** A talk with the assistant. It is kept on this phone only, so that whoever comes back finds it. */
import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { AskReply, ask } from '@/contract/ask'
import { call } from './call'
import { keep, keptOf } from './kept'
import { newKey } from './key'

/** As many lines stay: older ones are of no use to anybody. */
export const MOST_LINES = 30
/** Days after which nobody goes on with a talk. */
const DAYS = 7

const Key = v.number()
/** sending: nobody knows yet. unsent: the words are still here, and `wrong` says why. */
const Mine = v.object({
  is: v.literal('me'),
  key: Key,
  text: v.string(),
  state: v.picklist(['sending', 'sent', 'unsent']),
  wrong: v.exactOptional(v.string()),
})
const Program = v.object({
  is: v.literal('program'),
  key: Key,
  reply: AskReply,
  unhelpful: v.exactOptional(v.boolean()),
})
/** A person was asked: by the draft that took it there, and its number once it has one. */
const Person = v.object({ is: v.literal('person'), key: Key, draft: v.string(), no: v.exactOptional(v.string()) })
const Line = v.variant('is', [Mine, Program, Person])
const Lines = v.array(Line)
export type Mine = v.InferOutput<typeof Mine>
export type Program = v.InferOutput<typeof Program>
export type Person = v.InferOutput<typeof Person>
export type Line = v.InferOutput<typeof Line>

const ACTION = 'ask.talk'

function kept(): Line[] {
  const found = keptOf(ACTION, {}, Lines)
  if (!found || Date.now() - Date.parse(found.at) > DAYS * 24 * 3_600_000) return []
  // What was on its way when the app ended: nobody will answer it any more.
  return found.data.map((line) => (line.is === 'me' && line.state === 'sending' ? { ...line, state: 'unsent' } : line))
}

export type Talk = ReturnType<typeof useTalk>

export function useTalk() {
  const [lines, setLines] = useState(kept)
  const next = useRef(Math.max(0, ...lines.map(({ key }) => key)) + 1)
  const first = useRef(lines)
  useEffect(() => {
    if (lines !== first.current) keep(ACTION, {}, fitting(lines))
  }, [lines])

  const add = (line: Line) => setLines((before) => [...before, line].slice(-MOST_LINES))
  const newLine = () => next.current++
  const change = (key: number, about: Partial<Mine> | Partial<Program> | Partial<Person>) =>
    setLines((before) => before.map((line) => (line.key === key ? ({ ...line, ...about } as Line) : line)))

  async function send(key: number, words: string): Promise<void> {
    const reply = await call(ask, 'ask.say', { words })
    if (!reply.ok) {
      const wrong = reply.error.reason === 'unreachable' ? {} : { wrong: reply.error.message }
      return change(key, { state: 'unsent', ...wrong })
    }
    const answer: Line = { is: 'program', key: newLine(), reply: reply.data }
    setLines((before) => {
      const sent = before.map((line): Line => (line.key === key && line.is === 'me' ? sentLine(line) : line))
      return [...sent, answer].slice(-MOST_LINES)
    })
  }

  return {
    lines,
    say(words: string): void {
      const key = newLine()
      add({ is: 'me', key, text: words, state: 'sending' })
      void send(key, words)
    },
    again({ key, text }: Mine): void {
      change(key, { state: 'sending' })
      void send(key, text)
    },
    /** Counted for whoever owns the answer; nobody waits for it, and nothing is lost where it does not arrive. */
    notHelped({ key, reply: { from } }: Program): void {
      change(key, { unhelpful: true })
      if (from) void call(ask, 'ask.unhelpful', { key: newKey(), id: from.id })
    },
    /** `asked`: what was written to the person, where it was not said before. What had not been sent went with it. */
    handed(draft: string, asked?: string): void {
      setLines((before) => before.map((line) => (line.is === 'me' ? sentLine(line) : line)))
      if (asked) add({ is: 'me', key: newLine(), text: asked, state: 'sent' })
      add({ is: 'person', key: newLine(), draft })
    },
    numbered: (key: number, no: string): void => change(key, { no }),
    clear: (): void => setLines([]),
  }
}

/** Characters that the phone keeps of it. */
const LARGEST = 150_000
/** The newest that fit. */
const fitting = (lines: Line[]): Line[] =>
  lines.length > 1 && JSON.stringify(lines).length > LARGEST ? fitting(lines.slice(1)) : lines

const sentLine = ({ wrong: _, ...line }: Mine): Mine => ({ ...line, state: 'sent' })
