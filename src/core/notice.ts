/** Which news of a ticket its asker is told in WeChat, and what such a message is made of. */
import type { Urgency } from './hush'
import type { CommandName, Status } from './status'

/** Of a person's own tickets. Those that they would miss most come first: they are asked about first. */
export const OWN_NOTICES = ['answered', 'asked', 'replied', 'lapses-soon', 'closed', 'news'] as const
/** Of what the district tells everybody who wishes it. */
export const PUBLIC_NOTICES = ['alert', 'article', 'issue'] as const
export const NOTICES = [...OWN_NOTICES, ...PUBLIC_NOTICES] as const
export type NoticeKind = (typeof NOTICES)[number]
export type OwnNotice = (typeof OWN_NOTICES)[number]
export type PublicNotice = (typeof PUBLIC_NOTICES)[number]

/** How long each of them may wait: see hush.ts. */
export const URGENCY: Record<NoticeKind, Urgency> = {
  answered: 'direct',
  asked: 'direct',
  'lapses-soon': 'direct',
  replied: 'news',
  closed: 'news',
  news: 'news',
  alert: 'emergency',
  article: 'news',
  issue: 'news',
}

/**
 * tip: a sentence of our own that says nothing of the case. words: what the official wrote, which may hold a name. title:
 * of what is public; a ticket has none, and says the tip there.
 */
export const SOURCES = ['no', 'category', 'status', 'unit', 'words', 'at', 'tip', 'title'] as const
export type Source = (typeof SOURCES)[number]

/**
 * How one kind of news is sent: the template's id (empty where the district has chosen none: then it is not sent), and
 * what each of the template's fields holds. lasting: a template of public services, agreed to once for all messages.
 */
export type NoticeForm = { template: string; lasting: boolean; fields: { name: string; from: Source }[] }

const TOLD: Partial<Record<CommandName, OwnNotice>> = {
  reply: 'replied',
  'ask-back': 'asked',
  answer: 'answered',
  review: 'replied',
  withhold: 'replied',
  delay: 'replied',
  merge: 'replied',
  share: 'answered',
  tell: 'answered',
  'leave-group': 'replied',
  absorb: 'news',
  unmerge: 'news',
  split: 'news',
  foretell: 'news',
  lapse: 'closed',
}

/** What the asker is told of a command that brought the ticket to `status`; undefined where it is no news to them. */
export function noticeOf(did: CommandName, status: Status): OwnNotice | undefined {
  if (did === 'review' && status === 'closed') return 'closed'
  return did === 'tell' && status !== 'answered' ? 'news' : TOLD[did]
}
