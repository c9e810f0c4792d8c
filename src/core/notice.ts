/** Which news of a ticket its asker is told in WeChat, and what such a message is made of. */
import type { CommandName, Status } from './status'

/** Those that a person would miss most come first: they are asked about first. */
export const NOTICES = ['answered', 'asked', 'replied', 'lapses-soon', 'closed', 'news'] as const
export type NoticeKind = (typeof NOTICES)[number]

/** tip: a sentence of our own that says nothing of the case. words: what the official wrote, which may hold a name. */
export const SOURCES = ['no', 'category', 'status', 'unit', 'words', 'at', 'tip'] as const
export type Source = (typeof SOURCES)[number]

/**
 * How one kind of news is sent: the template's id (empty where the district has chosen none: then it is not sent), and
 * what each of the template's fields holds. lasting: a template of public services, agreed to once for all messages.
 */
export type NoticeForm = { template: string; lasting: boolean; fields: { name: string; from: Source }[] }

const TOLD: Partial<Record<CommandName, NoticeKind>> = {
  reply: 'replied',
  'ask-back': 'asked',
  answer: 'answered',
  review: 'replied',
  withhold: 'replied',
  delay: 'replied',
  merge: 'replied',
  share: 'answered',
  absorb: 'news',
  unmerge: 'news',
  split: 'news',
  foretell: 'news',
  lapse: 'closed',
}

/** What the asker is told of a command that brought the ticket to `status`; undefined where it is no news to them. */
export const noticeOf = (did: CommandName, status: Status): NoticeKind | undefined =>
  did === 'review' && status === 'closed' ? 'closed' : TOLD[did]
