/** Publishes the sample content through the real actions, once, each with the signatures that its level asks for. */
import type { Answer } from '@/contract'
import type { Content } from '@/contract/content'
import { dayAfter, dayOf } from '@/core/deadline'
import type { Bilingual } from '@/core/district'
import { heatOf } from '@/core/group'
import { LEVEL_OF, type Level } from '@/core/release'
import { samples } from '@/district/caofeidian/content'
import { issues, type SampleIssue } from '@/district/caofeidian/content/groups'
import { type Dates, datesFrom, type Sample } from '@/district/caofeidian/content/sample'
import type { Context } from '@/server/context'
import { editionId, type GroupAnswer, type GroupEditionRecord, type GroupRecord } from '@/server/groupRecords'
import { handle } from '@/server/handle'
import { findableIssue, touchMark } from '@/server/search'
import { keyOf, officialNamed, uploadPictures } from './seeding'
import type { World } from './world'

/** Who signs: two different people for an emergency, neither of them its author. */
const SIGNERS: Record<Level, string[]> = { service: [], news: ['o_chen'], emergency: ['o_gao', 'o_he'] }
const HOUR = 3_600_000
const MINUTE = 60_000

export type SeededRelease = { name: string; id: string }

/** Gives what was published, by its name; seeding again finds the same. `say` is told of each kind. */
export async function seedReleases(world: World, say: (line: string) => void): Promise<SeededRelease[]> {
  const start = world.clock()
  const on = datesFrom(start)
  const seeded: SeededRelease[] = []
  const counts = new Map<string, number>()
  for (const sample of samples) {
    const content = sample.content(on)
    seeded.push({ name: sample.name, id: await publish(sample, start, world) })
    counts.set(content.kind, (counts.get(content.kind) ?? 0) + 1)
  }
  for (const issue of issues) await insertIssue(issue, start, world)
  say([...counts, ['issue', issues.length] as const].map(([kind, count]) => `${count} ${kind}`).join(', '))
  return seeded
}

/** A release from its first words to where it stays, with its second edition where there is one. */
async function publish(sample: Sample, start: Date, world: World): Promise<string> {
  const { hoursBack, content, corrected, stays } = sample
  const first = { sample, content, key: 'first', at: new Date(start.getTime() - hoursBack * HOUR) }
  const id = await edition(first, start, world)
  if (stays || !corrected) return id
  const at = new Date(start.getTime() - corrected.hoursBack * HOUR)
  return edition({ sample, ...corrected, key: 'second', at, upon: { id, revision: 1 } }, start, world)
}

type Writing = {
  sample: Sample
  content: (on: Dates) => Content
  key: string
  /** When it goes out; it was written half an hour before. */
  at: Date
  change?: Bilingual
  upon?: { id: string; revision: number }
}

async function edition(writing: Writing, start: Date, world: World): Promise<string> {
  const { sample, key, at, change, upon } = writing
  const content = writing.content(datesFrom(start))
  const signers = SIGNERS[LEVEL_OF[content.kind]]
  const ask = async (by: string, minutesBefore: number, name: 'releases.write' | 'releases.act', input: object) =>
    handle(name, input, contextOf(by, new Date(at.getTime() - minutesBefore * MINUTE), sample, world))

  const { id, revision } = seen(
    await ask(sample.by, 30, 'releases.write', {
      key: keyOf(sample.name, key),
      revision: upon?.revision ?? 0,
      content: await illustrated(content, sample, at, world),
      ...(upon && { id: upon.id }),
      ...(change && { change }),
      ...(sample.reviewDays && { reviewBy: dayAfter(dayOf(at.toISOString()), sample.reviewDays) }),
    }),
  )
  const act = async (by: string, minutesBefore: number, command: { do: string; revision?: number }) =>
    seen(
      await ask(by, minutesBefore, 'releases.act', {
        id,
        key: keyOf(sample.name, `${key} ${command.do} ${by}`),
        command,
      }),
    )
  if (sample.stays === 'writing') return id
  await act(sample.by, 25, { do: 'submit' })
  if (sample.stays === 'submitted') return id
  for (const [place, signer] of signers.entries()) await act(signer, 20 - place * 5, { do: 'sign', revision })
  await act(sample.by, 0, { do: 'publish' })
  return id
}

function contextOf(by: string, now: Date, { sample }: Sample, world: World): Context {
  return { ...world, caller: officialNamed(by), now, lang: 'zh', address: 'seed', ...(sample && { sample: true }) }
}

/** With the pictures of its author; what has no place for pictures stays as it is. */
async function illustrated(content: Content, sample: Sample, at: Date, world: World): Promise<Content> {
  if (!('photos' in content) || !sample.pictures?.length) return content
  const photos = await uploadPictures(sample.pictures, contextOf(sample.by, at, sample, world))
  return { ...content, photos }
}

/** Popular issues of which only the answer is shown: who asked them is a number. Those with tickets are in seed-groups.ts. */
async function insertIssue(issue: SampleIssue, start: Date, world: World): Promise<void> {
  const { id, answer, ...rest } = issue
  if (await world.store.get('groups', id)) return
  const { hoursBack, ...answered } = answer
  const at = new Date(start.getTime() - hoursBack * HOUR).toISOString()
  const inForce: GroupAnswer = { ...answered, at, result: 'done', by: { id: 'o_wang', name: '王敏' } }
  const record: GroupRecord = {
    ...rest,
    ...{ unit: answer.unit, public: true, owed: false },
    answer: inForce,
    heat: heatOf(rest, at),
    movedAt: at,
    sample: true,
  }
  await world.store.tx(async (tx) => {
    await tx.insert('groups', id, record)
    const edition: GroupEditionRecord = { ...inForce, group: id, key: id }
    await tx.insert('groupEditions', editionId(id, inForce.edition), edition)
    await tx.insert('findables', `issue:${id}`, findableIssue(record))
    await touchMark(tx, start)
  })
}

/** The release that came back, or the refusal as an error: sample content is never refused. */
function seen(answer: Answer<unknown>): { id: string; revision: number } {
  if (!answer.ok) throw new Error(`seed: ${answer.error.reason} ${answer.error.field ?? ''}`)
  return answer.data as { id: string; revision: number }
}
