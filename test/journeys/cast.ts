/**
 * Everybody who might try something. A ticket lies with the transport bureau, Li has it, the urban bureau helps: to each of
 * them it is their own (asker, handler), their unit's (colleague, head, helper), or others'.
 */
import { enrol, sealPassword } from '@/server/session'
import type { Person } from './people'
import { PASSWORD, QUICK, type Town } from './town'

export const WHO = [
  'anyone',
  'asker',
  'neighbour',
  'dispatcher',
  'handler',
  'colleague',
  'head',
  'helper',
  'stranger',
  'otherHead',
  'reviewer',
  'author',
  'admin',
] as const
export type Who = (typeof WHO)[number]

/**
 * What a letter in a table stands for: the status of the reply. y: done. n: not for them. -: there is no such thing, as far as
 * they know. s: they are to sign in. x: what they sent is refused. u: what it needs is not set up here. c: as things are, it
 * cannot be done.
 */
export const MEANS: Record<string, number> = { y: 200, n: 403, '-': 404, s: 401, x: 400, u: 503, c: 409 }

/** The accounts of the officials. Li reviews as well, what he has not handled. */
export const ACCOUNTS: Partial<Record<Who, string>> = {
  dispatcher: 'mei',
  handler: 'li',
  colleague: 'sun',
  head: 'tan',
  helper: 'zhao',
  stranger: 'liu',
  otherHead: 'xie',
  reviewer: 'luo',
  author: 'lin',
  admin: 'yu',
}

const OTHERS = [
  { account: 'liu', name: '刘洋', unit: 'housing', duties: ['answer' as const] },
  { account: 'tan', name: '谭敏', unit: 'transport', duties: ['sign' as const] },
  { account: 'xie', name: '谢军', unit: 'housing', duties: ['sign' as const] },
  { account: 'luo', name: '罗兰', unit: 'office', duties: ['review' as const] },
  { account: 'yu', name: '于飞', unit: 'office', duties: ['admin' as const] },
  { account: 'mei', name: '梅芳', unit: 'office', duties: ['dispatch' as const] },
]

/** All of them, signed in, with the id by which the asker is known. */
export async function castOf(town: Town): Promise<{ people: Record<Who, Person>; askerId: string }> {
  // A session lasts half a day.
  town.on('Tue 2026-03-03 10:00')
  const password = await sealPassword(PASSWORD, QUICK)
  for (const one of OTHERS) await enrol(`o_${one.account}`, { ...one, password }, town.world.store)
  const asker = await town.citizen()
  const { no } = await asker.files()
  const askerId = (await town.world.store.get<{ askerId: string }>('tickets', no))?.askerId ?? ''
  const people: Partial<Record<Who, Person>> = { anyone: town.anyone(), asker, neighbour: await town.citizen() }
  for (const who of WHO) people[who] ??= await town.official(ACCOUNTS[who] ?? '')
  return { people: people as Record<Who, Person>, askerId }
}
