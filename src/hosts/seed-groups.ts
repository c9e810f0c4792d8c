/** Puts sample questions together through the real actions, as the desk does, once: for the demo alone. */
import type { Answer } from '@/contract'
import type { Actor } from '@/core/actor'
import { type SampleAsk, type SampleTogether, together } from '@/district/caofeidian/together'
import type { Context } from '@/server/context'
import { runTell } from '@/server/groupTelling'
import { handle } from '@/server/handle'
import { keyOf, officialNamed } from './seeding'
import type { World } from './world'

const MINUTE = 60_000

/** Gives the ids of the groups; seeding again finds the same. */
export async function seedGroups(world: World): Promise<string[]> {
  const start = world.clock()
  const ids: string[] = []
  for (const one of together) ids.push(await play(one, start, world))
  return ids
}

async function play(sample: SampleTogether, start: Date, world: World): Promise<string> {
  const { name, by, madeBack, title, question, asks, answers, later } = sample
  const at = (caller: Actor, minutesBack: number, lang: Context['lang'] = 'zh'): Context => {
    const now = new Date(start.getTime() - minutesBack * MINUTE)
    return { ...world, caller, now, lang, address: 'seed', sample: true }
  }
  const asked = async ({ citizen, minutesBack, text, lang }: SampleAsk, group?: string) => {
    const filing = { key: keyOf(name, citizen), kind: 'consult', category: 'other', text, ...EMPTY }
    const ctx = at({ role: 'citizen', id: citizen }, minutesBack, lang)
    return seen<{ no: string }>(await handle('tickets.file', { ...filing, ...(group && { group }) }, ctx)).no
  }
  const tickets: string[] = []
  for (const one of asks) tickets.push(await asked(one))
  const official = officialNamed(by)
  const made = { key: keyOf(name, 'made'), title, question, public: true, tickets }
  const { id } = seen<{ id: string }>(await handle('groups.make', made, at(official, madeBack)))
  for (const [edition, { minutesBack, text, change }] of answers.entries()) {
    const answer = {
      key: keyOf(name, `answer ${edition}`),
      id,
      edition,
      text,
      result: 'done',
      ...(change && { change }),
    }
    seen(await handle('groups.answer', answer, at(official, minutesBack)))
    await runTell({ kind: 'tell', group: id }, at({ role: 'timer' }, minutesBack - 1))
  }
  for (const one of later) await asked(one, id)
  return id
}

const EMPTY = { place: {}, photos: [], visibility: 'anonymous' }

/** Sample content is never refused. */
function seen<T>(answer: Answer<unknown>): T {
  if (!answer.ok) throw new Error(`seed: ${answer.error.reason} ${answer.error.field ?? ''}`)
  return answer.data as T
}
