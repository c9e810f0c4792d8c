/**
 * A release (发布): what the district says to everybody. It is prepared as a draft, signed by as many others as its level
 * asks for, published, corrected by a next edition, and ends. Pure: time, ids and the caller are arguments.
 */
import type { Duty } from './actor'
import type { Day, Moment } from './deadline'
import type { Bilingual } from './district'
import type { Person } from './ticket'

/**
 * article: news. page: about the district. road: a road event. faq: a question and its answer. appeal: a call for information.
 * alert: an emergency notice.
 */
export const RELEASE_KINDS = [
  'article',
  'page',
  'faq',
  'road',
  'hotline',
  'service',
  'appeal',
  'alert',
  'menu',
] as const
export type ReleaseKind = (typeof RELEASE_KINDS)[number]

/** service: convenience information. news: news and topics that are not sensitive. emergency: emergencies, sensitive events, people. */
export const LEVELS = ['service', 'news', 'emergency'] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_OF: Record<ReleaseKind, Level> = {
  article: 'news',
  page: 'service',
  faq: 'service',
  road: 'service',
  hotline: 'service',
  service: 'service',
  appeal: 'emergency',
  alert: 'emergency',
  menu: 'service',
}

/** The signatures a level needs beside its author's: each by somebody else, with one of these duties. */
export const SEATS: Record<Level, readonly (readonly Duty[])[]> = {
  service: [],
  news: [['review', 'sign']],
  emergency: [['sign'], ['sign', 'review']],
}

/** draft: never published. stale: its review date has passed, and it is hidden until somebody has looked at it. */
export const RELEASE_STATUSES = ['draft', 'published', 'stale', 'expired', 'withdrawn'] as const
export type ReleaseStatus = (typeof RELEASE_STATUSES)[number]
/** Of what is being prepared. signed: all signatures are there. scheduled: it goes out at its time. */
export const STAGES = ['writing', 'submitted', 'signed', 'scheduled'] as const
export type Stage = (typeof STAGES)[number]

/** A signature is on one revision, whose content never changes: whoever signs has seen exactly that. */
export type Signature = { by: Person; duty: Duty; at: Moment; revision: number }
/** What its content says about time. */
export type Validity = { onset?: Moment; expiresAt?: Moment }

export type Draft = Validity & {
  revision: number
  author: Person
  /** Everybody who wrote or submitted it (nobody here wrote what came from a feed), by id: none of them may sign it. */
  wrote: string[]
  stage: Stage
  signatures: Signature[]
  /** When it goes out. */
  publishAt?: Moment
  /** What is corrected, where an edition is out already. */
  change?: Bilingual
  /** Why it was sent back. */
  returned?: { by: Person; reason: string }
}

/** What everybody reads. `override`: it went out before its signatures were there; they are due by then. */
export type Edition = Validity & {
  edition: number
  revision: number
  author: Person
  wrote: string[]
  signatures: Signature[]
  publishedAt: Moment
  change?: Bilingual
  override?: { by: Person; reason: string; dueAt: Moment }
}

export type Release = {
  id: string
  kind: ReleaseKind
  /** The unit it belongs to. */
  unit: string
  sample?: true
  status: ReleaseStatus
  /** The newest edition there was, whatever became of it. */
  live?: Edition
  draft?: Draft
  /** The last day on which it counts as looked after. */
  reviewBy?: Day
  /** When it was first published, corrections do not change it. */
  publishedAt?: Moment
  /** Why it was withdrawn, or how the appeal ended: for everybody. */
  ending?: string
  /** How many contents were written. */
  revisions: number
  /** Counts the entries of its history. */
  entries: number
}

export const RELEASE_COMMANDS = [
  'write',
  'submit',
  'sign',
  'return',
  'publish',
  'override',
  'drop',
  'withdraw',
  'close',
  'renew',
  'lapse',
] as const
export type ReleaseCommandName = (typeof RELEASE_COMMANDS)[number]

export type ReleaseCommand =
  /** A new content as the next revision. `revision`: the one it was written upon, 0 for the first. */
  | { do: 'write'; revision: number; validity: Validity; change?: Bilingual; reviewBy?: Day }
  /** `checked`: somebody has looked at the private details that were found in it. */
  | { do: 'submit'; checked?: boolean }
  | { do: 'sign'; revision: number }
  | { do: 'return'; reason: string }
  | { do: 'publish'; at?: Moment }
  | { do: 'override'; reason: string; checked?: boolean }
  | { do: 'drop' }
  | { do: 'withdraw'; reason: string }
  | { do: 'close'; reason: string }
  | { do: 'renew'; reviewBy: Day }
  /** By the timer: what is due by now. */
  | { do: 'lapse' }

export type ReleaseRefusal =
  | 'not-yours'
  | 'not-now'
  | 'own-work'
  | 'signed-already'
  | 'not-this-revision'
  | 'expiry-missing'
  | 'signatures-missing'
  | 'private-details'
  | 'change-missing'
  | 'already-over'
  | 'publish-past'
  | 'review-past'
  | 'too-early'

/** What the rules are told about the world. `countersignMinutes`: how soon an override must have all its signatures. */
export type PublishingSetting = {
  now: Moment
  today: Day
  office: string
  countersignMinutes: number
  /** Something private was found in the content of the draft. */
  privateDetails?: boolean
}
