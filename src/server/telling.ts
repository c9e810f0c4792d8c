/** Who hears of what was published: those who wish it; of an emergency also who lets WeChat tell them; and who heard of it before. */
import type { Content } from '@/contract/content'
import type { Edition, Release } from '@/core/release'
import type { Context } from './context'
import type { Tx } from './ports'
import { type ReleaseRecord, titleOf } from './releaseRecords'
import { type Audience, type Stage, spread } from './spread'
import { alertTopic, townTopic } from './wishes'

type Change = {
  before: ReleaseRecord | null
  after: Release
  edition: Edition | undefined
  shown: Content | undefined
}

/** Writes down, in the publishing transaction, that it is to be told. Only news and emergencies are. */
export async function tellWishers(tx: Tx, change: Change, ctx: Context): Promise<void> {
  const { after } = change
  const content = change.shown ?? change.before?.shown
  const stage = stageOf(change)
  if (!stage || !content || !after.live) return
  if (content.kind !== 'article' && content.kind !== 'alert') return
  const { edition, change: corrected } = after.live
  const ended = after.ending ? { zh: after.ending, en: '' } : undefined
  const summary = content.kind === 'article' ? content.summary : content.area
  const text = { corrected, ended, out: undefined }[stage] ?? summary
  const telling = { notice: content.kind, about: after.id, edition, stage, title: titleOf(content), text }
  await spread(tx, telling, audiencesOf(content, after.unit, stage, ctx), ctx)
}

/** What ends because its time is over needs no word: it said so itself. */
function stageOf({ before, after, edition }: Change): Stage | undefined {
  if (edition) return edition.edition > 1 ? 'corrected' : 'out'
  return after.status === 'withdrawn' && before?.status !== 'withdrawn' ? 'ended' : undefined
}

function audiencesOf(content: Content, unit: string, stage: Stage, { district }: Context): Audience[] {
  const told: Audience[] = stage === 'out' ? [] : [{ of: 'told' }]
  if (stage === 'ended') return told
  if (content.kind === 'alert') {
    const { template } = district.notices.alert
    const leave: Audience[] = template ? [{ of: 'leave', template }] : []
    return [{ of: 'wish', topic: alertTopic(content.type) }, ...leave, ...told]
  }
  const channel: Audience[] = content.kind === 'article' ? [{ of: 'wish', topic: content.channel }] : []
  const isTown = district.units.some((one) => one.id === unit && one.town)
  const town: Audience[] = isTown ? [{ of: 'wish', topic: townTopic(unit) }] : []
  return [...channel, ...town, ...told]
}
