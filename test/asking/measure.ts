/** How well questions find what answers them, over the sample content. */
import type { AskReply } from '@/contract/ask'
import type { Question } from './questions'

export type Asked = { words: string; answers: string[]; given: string | null; offered: string[] }
export type Measured = { precision: number; recall: number; offered: number; wrong: Asked[] }

/** `nameOf`: the sample behind an id of a reply. */
export async function ask(
  questions: Question[],
  reply: (words: string) => Promise<AskReply>,
  nameOf: (id: string) => string,
): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const [words, answers] of questions) {
    const { from, lines } = await reply(words)
    const offered = lines.flatMap(({ opens }) =>
      opens && 'id' in opens ? nameOf(opens.id) : opens?.is === 'say' ? nameOf(opens.words) : [],
    )
    asked.push({ words, answers, given: from ? nameOf(from.id) : null, offered })
  }
  return asked
}

/** precision: of the answers given, the right ones. recall: of the questions that have an answer, those that got it. */
export function measured(asked: Asked[]): Measured {
  const isRight = ({ given, answers }: Asked) => given !== null && answers.includes(given)
  const given = asked.filter((one) => one.given !== null)
  const answerable = asked.filter(({ answers }) => answers.length > 0)
  const right = asked.filter(isRight)
  const offered = answerable.filter((one) => isRight(one) || one.answers.some((name) => one.offered.includes(name)))
  return {
    precision: right.length / Math.max(1, given.length),
    recall: right.length / Math.max(1, answerable.length),
    offered: offered.length / Math.max(1, answerable.length),
    wrong: asked.filter((one) => (one.given === null ? one.answers.length > 0 : !isRight(one))),
  }
}
