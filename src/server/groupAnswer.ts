/** The one answer to all who ask the same: written down once, with everything by which it reaches each of them. */
import type { Input } from '@/contract'
import type { Official } from '@/core/actor'
import { heatOf } from '@/core/group'
import type { Context } from './context'
import { untilCounted } from './counted'
import { sendOn } from './errands'
import { manyOf } from './groupMembers'
import { editionId, editionOf, type GroupAnswer, type GroupEditionRecord, type GroupRecord } from './groupRecords'
import { refuseOpenSlots, refuseTrouble, type Trouble, troubleIn } from './groupWords'
import { idOf } from './ids'
import { ticketOf } from './records'
import { refuse } from './refuse'
import { listIssue } from './search'
import { tellFollowers } from './spread'

type Written = Input<'groups.preview'>

/** The edition as it would be told. */
export function answerOf({ edition, text, result, reason, change }: Written, me: Official, ctx: Context): GroupAnswer {
  return {
    ...{ text, result, edition: edition + 1, at: ctx.now.toISOString(), unit: me.unit },
    by: { id: me.id, name: me.name },
    ...(reason && { reason }),
    ...(change && edition && { change }),
  }
}

/** Whether the very same was sent before: then it is in force, or was. */
export async function wasSent({ id, edition, key }: Input<'groups.answer'>, { store }: Context): Promise<boolean> {
  const there = await store.get<GroupEditionRecord>('groupEditions', editionId(id, edition + 1))
  return there?.key === key
}

/** Everything that it says, to whomever. */
const saidIn = ({ text, reason, change }: Written): string[] =>
  [text, reason, change].flatMap((pair) => (pair ? [pair.zh, pair.en] : []))

/** What its words must not say to all of the group. */
export async function troubleOf(written: Written, ctx: Context): Promise<Trouble[]> {
  return troubleIn(saidIn(written), (await manyOf(written.id, ctx)).map(ticketOf), ctx)
}

/** Sends it: it is in force from now on, and the timer brings it to each of them. */
export async function send(asked: Input<'groups.answer'>, me: Official, ctx: Context): Promise<void> {
  if (asked.result === 'impossible' && !asked.reason) refuse('needs-reason', {}, 'reason')
  if (asked.edition && !asked.change) refuse('change-missing', {}, 'change')
  refuseOpenSlots(saidIn(asked))
  refuseTrouble(await troubleOf(asked, ctx), { field: 'text', checked: asked.checked })
  const answer = answerOf(asked, me, ctx)
  const { id, key } = asked
  await untilCounted(ctx, async (tx) => {
    const group = (await tx.get<GroupRecord>('groups', id)) ?? refuse('no-such-group')
    if (editionOf(group) !== asked.edition) refuse('edition-moved', { name: group.answer?.by.name ?? '' })
    const movedAt = answer.at
    const set = { answer, movedAt, owed: true, heat: heatOf(group, movedAt) }
    await tx.update('groups', id, group.version, { set })
    const written: GroupEditionRecord = { ...answer, group: id, key }
    await tx.insert('groupEditions', editionId(id, answer.edition), written)
    await listIssue(tx, id, { ...group, ...set }, ctx.now)
    await sendOn(tx, idOf('tell', id, String(answer.edition)), { kind: 'tell', group: id }, ctx)
    const { edition, change } = answer
    if (group.public) await tellFollowers(tx, { id, edition, title: group.title, ...(change && { change }) }, ctx)
  })
}
