/** Following a popular issue: told of each new answer without asking oneself. */
import { heatOf } from '@/core/group'
import { type Context, idOfCaller } from './context'
import { untilCounted } from './counted'
import type { GroupRecord } from './groupRecords'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import type { Tx } from './ports'
import { refuse } from './refuse'

export type IssueFollow = { who: string; group: string; at: string }

const followId = (who: string, group: string): string => idOf('issue-follow', who, group)

export const issueFollows: Pick<Handlers, 'issues.follow' | 'issues.unfollow'> = {
  async 'issues.follow'({ id }, ctx) {
    const who = idOfCaller(ctx)
    await limit('follows', who, ctx)
    return { followers: await untilCounted(ctx, (tx) => follow(tx, { who, group: id, at: ctx.now.toISOString() })) }
  },

  async 'issues.unfollow'({ id }, ctx) {
    const who = idOfCaller(ctx)
    await limit('follows', who, ctx)
    return { followers: await untilCounted(ctx, (tx) => unfollow(tx, who, id)) }
  },
}

/** What is not public is as missing as what is not there. */
const issueIn = async (tx: Tx, id: string) => {
  const group = await tx.get<GroupRecord>('groups', id)
  return group?.public ? group : refuse('release-missing')
}

/** The follower and the count, together or not at all. Following twice changes nothing. */
async function follow(tx: Tx, record: IssueFollow): Promise<number> {
  const group = await issueIn(tx, record.group)
  const id = followId(record.who, record.group)
  if (await tx.get('issueFollows', id)) return group.followers
  await tx.insert('issueFollows', id, record)
  return withFollowers(tx, group, group.followers + 1)
}

async function unfollow(tx: Tx, who: string, id: string): Promise<number> {
  const group = await issueIn(tx, id)
  const found = await tx.get<IssueFollow>('issueFollows', followId(who, id))
  if (!found) return group.followers
  await tx.remove('issueFollows', found.id, found.version)
  return withFollowers(tx, group, Math.max(0, group.followers - 1))
}

async function withFollowers(tx: Tx, group: GroupRecord & { id: string; version: number }, followers: number) {
  const heat = heatOf({ askers: group.askers, followers }, group.movedAt)
  await tx.update('groups', group.id, group.version, { set: { followers, heat } })
  return followers
}

export const isFollowedBy = async (who: string, group: string, { store }: Context): Promise<boolean> =>
  (await store.get('issueFollows', followId(who, group))) !== null
