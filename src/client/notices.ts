/** Leave to send messages in WeChat: asked for on the phone, told to the server. The web has none of it. */

import Taro from '@tarojs/taro'
import { useRef } from 'react'
import type { Ask } from '@/contract'
import { notices } from '@/contract/notices'
import { call } from './call'
import { newKey } from './key'

type Answers = Ask<'notices.allow'>['answers']

/** Nobody is kept longer than this by a question of WeChat's that does not come back. */
const PATIENCE = 30_000

/**
 * Gives what asks about these templates, once for the screen however often it is called. To be called in the tap
 * itself, before anything is awaited: WeChat shows its question only then. Done when the person has answered, and never
 * a failure; going to another screen before that would take the question away.
 */
export function useNotices(templates: string[]): () => Promise<void> {
  const asked = useRef<Promise<void> | null>(null)
  return () => {
    asked.current ??= ask(templates)
    return asked.current
  }
}

async function ask(templates: string[]): Promise<void> {
  if (process.env.TARO_ENV === 'h5' || !templates.length) return
  const answers = await Promise.race([answersTo(templates), nothingAfter(PATIENCE)])
  if (answers.length) void tell(answers)
}

/** Nothing about those that WeChat left out, and nothing at all where it did not ask: messages are switched off, or it is old. */
async function answersTo(templates: string[]): Promise<Answers> {
  try {
    // Taro's types want the field of another company's mini programs too.
    const answer = await Taro.requestSubscribeMessage({ tmplIds: templates, entityIds: [] })
    const said = new Map<string, unknown>(Object.entries(answer))
    return templates.flatMap((template) => answerOf(template, said.get(template)))
  } catch {
    return []
  }
}

function answerOf(template: string, said: unknown): Answers {
  // acceptWithAudio and the like are yes too.
  if (/^accept/.test(String(said))) return [{ template, said: 'accept' }]
  return said === 'reject' || said === 'ban' ? [{ template, said }] : []
}

const nothingAfter = (milliseconds: number): Promise<Answers> =>
  new Promise((resolve) => setTimeout(() => resolve([]), milliseconds))

/** Quietly. Once more with the same key when the network was gone, or the reply was lost: it counts once. */
async function tell(answers: Answers): Promise<void> {
  const told = { key: newKey(), answers }
  const reply = await call(notices, 'notices.allow', told)
  if (!reply.ok && reply.error.reason === 'unreachable') await call(notices, 'notices.allow', told)
}
