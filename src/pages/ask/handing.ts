/** What a person at the desk is sent of a talk. */
import type { Form } from '@/client/drafts/draft'
import type { Line } from '@/client/talk'
import type { AskReply } from '@/contract/ask'
import type { Say } from '@/ui/words'

/** Characters of a question that somebody can answer. */
export const ENOUGH = 5
/** Of a line of the talk. */
const MOST = 300
/** Of its newest. */
const MOST_LINES = 20

const isQuestion = (text: string): boolean => text.length >= ENOUGH && !/^[\d.\s]+$/.test(text)

/** What has been said since somebody was asked last. */
function sinceThen(lines: Line[]): Line[] {
  const last = lines.map(({ is }) => is).lastIndexOf('person')
  return lines.slice(last + 1)
}

/** The newest question in somebody's own words; undefined where only numbers were typed. */
export function questionOf(lines: Line[]): string | undefined {
  const mine = sinceThen(lines).flatMap((line) => (line.is === 'me' ? line.text : []))
  return mine.reverse().find(isQuestion)
}

/** The talk in the words in which it was read. */
export function talkOf(lines: Line[], say: Say): NonNullable<Form['talk']> {
  return sinceThen(lines)
    .flatMap((line): NonNullable<Form['talk']> => {
      if (line.is === 'me') return [{ by: 'me', text: line.text.slice(0, MOST) }]
      if (line.is === 'program') return [{ by: 'program', text: wordsOf(line.reply, say).slice(0, MOST) }]
      return []
    })
    .slice(-MOST_LINES)
}

const wordsOf = ({ said, lines }: AskReply, say: Say): string =>
  [say(said), ...lines.map(({ number, title }) => [number, say(title)].filter(Boolean).join(' '))].join('\n')
