/** Looks at every phone and at what lies on the server, and counts what was promised and is not so. */

import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { Draft } from '@/client/drafts/draft'
import { type Stored, storedIn } from './host'
import type { Meant, Person, Plan } from './person'

export type Found = {
  /** With a number on the phone. */
  shown: number
  /** On a phone, with all that belongs to it. */
  drafts: number
  /** Of these, on their way. */
  waiting: number
  lost: string[]
  doubled: string[]
}

export async function audit(
  people: Person[],
  folder: string,
  nameOf: (meant: Meant) => Promise<string>,
): Promise<Found> {
  // The phones first: whatever they show by now must be on the server when it is looked at afterwards.
  const looked = people.flatMap((person) => person.plans.map((plan) => ({ plan, ...lookOn(person, plan) })))
  const stored = await storedIn(folder)
  const found: Found = { shown: 0, drafts: 0, waiting: 0, lost: [], doubled: [] }
  const numbers = stored.map(({ no }) => no)
  if (new Set(numbers).size !== numbers.length) found.doubled.push('a number')
  for (const { plan, state, wrong } of looked) {
    const there = stored.filter(({ text }) => text.startsWith(plan.tag))
    if (there.length > 1) found.doubled.push(`${plan.tag}is there ${there.length} times`)
    if (state === 'filed') found.shown++
    else if (state !== 'none') found.drafts++
    if (state === 'waiting') found.waiting++
    const missing = state === 'filed' ? await missingIn(there, plan, nameOf) : wrong
    if (missing) found.lost.push(`${plan.tag}${missing}`)
  }
  return found
}

type Look = { state: Draft['state'] | 'none'; wrong?: string }

/** What lies on the phone, past the program that wrote it. */
function lookOn({ device }: Person, plan: Plan): Look {
  const text = device.texts.get(`minhu.draft.${plan.id}`)
  if (!text) return plan.kept ? { state: 'none', wrong: 'is gone from the phone' } : { state: 'none' }
  const draft = v.parse(Draft, JSON.parse(text))
  if (draft.state === 'filed') {
    plan.no = draft.no ?? ''
    return { state: 'filed' }
  }
  const { state } = draft
  const isHeard = [plan.kept, plan.tried].includes(draft.form.text)
  if (!isHeard) return { state, wrong: `has "${draft.form.text}", not "${plan.kept}"` }
  const filesOf = (which: (state: Draft['media'][number]['state']) => boolean) =>
    draft.media.filter(({ state }) => which(state)).map(({ key }) => device.files.get(key))
  const gone = filesOf((state) => state === 'kept' || state === 'sent').filter((bytes) => !bytes).length
  // A phone that was too full to note that the copy is there has it all the same, and looks again.
  const there = filesOf((state) => state !== 'refused')
  if (gone) return { state, wrong: `has ${gone} files that are not on the phone` }
  const missing =
    state === 'waiting' ? plan.media.filter((meant) => !there.some((bytes) => bytes?.equals(meant.bytes))) : []
  const states = draft.media.map(({ state, wrong }) => (wrong ? `${state}: ${wrong.reason}` : state)).join(', ')
  return missing.length
    ? { state, wrong: `waits without ${missing.length} of its photos or recordings (${states})` }
    : { state }
}

async function missingIn(
  [filing]: Stored[],
  plan: Plan,
  nameOf: (meant: Meant) => Promise<string>,
): Promise<string | undefined> {
  if (!filing) return `was shown as ${plan.no} and is not there`
  if (filing.no !== plan.no) return `was shown as ${plan.no} and is ${filing.no}`
  if (![plan.kept, plan.tried].includes(filing.text)) return `says "${filing.text}", not "${plan.kept}"`
  const meant = (await Promise.all(plan.media.map(nameOf))).sort()
  const has = [...filing.media].sort()
  if (meant.join() !== has.join()) return `has ${has.length} photos and recordings of ${meant.length}`
  const whole = filing.files.map((bytes) => bytes && createHash('sha256').update(bytes).digest('hex'))
  if (whole.join() !== filing.media.join()) return 'has a file that is not what it was'
  return undefined
}
