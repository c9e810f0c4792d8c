import { SLOTS } from '@/core/similar'
import type { Index, Manifest } from './ports'

/** A field, or a field and ` desc`. */
type Key = string
const keysOf = (keys: Key[]): Index['keys'] =>
  keys.map((key) => (key.endsWith(' desc') ? [key.slice(0, -5), 'desc'] : [key, 'asc']))
const index = (name: string, ...keys: Key[]): Index => ({ name, keys: keysOf(keys) })
const unique = (name: string, ...keys: Key[]): Index => ({ name, keys: keysOf(keys), unique: true })

/** What tickets about the same thing are found by: see traces.ts. */
const slots = Array.from({ length: SLOTS }, (_, slot) => `s${slot}`)

/** Every collection: which fields can be asked and ordered by. Drivers make tables and indexes from this. */
export const manifest = {
  tickets: {
    fields: {
      askerId: 'text',
      unit: 'text',
      status: 'text',
      open: 'boolean',
      nextDue: 'text',
      filedAt: 'text',
      movedAt: 'text',
      lapsesAt: 'text',
      remindAt: 'text',
      heldSince: 'text',
      /** The square of the map that it lies in, while it is open. See nearby.ts. */
      cell: 'text',
      category: 'text',
      /** It is about officials, who do not see it: see concern.ts. */
      named: 'boolean',
      /** What the queues of the desk ask for: see records.ts. */
      handlerId: 'text',
      unclaimed: 'boolean',
      objected: 'boolean',
      awaits: 'boolean',
      urgeAt: 'text',
      kept: 'boolean',
      /** Others ask the same, and which answer to all of them it was told last. */
      group: 'text',
      heard: 'number',
    },
    indexes: [
      index('group', 'group', 'filedAt desc'),
      index('group_heard', 'group', 'heard'),
      index('urge', 'urgeAt'),
      index('filed', 'filedAt'),
      index('handler', 'handlerId', 'open', 'nextDue'),
      index('unclaimed', 'unclaimed', 'nextDue'),
      index('unit_unclaimed', 'unclaimed', 'unit', 'nextDue'),
      index('objected', 'objected', 'nextDue'),
      index('awaits', 'awaits', 'nextDue'),
      index('unit_awaits', 'awaits', 'unit', 'nextDue'),
      index('unit_state', 'status', 'unit', 'movedAt desc'),
      index('kept', 'kept', 'movedAt'),
      index('lapse', 'lapsesAt'),
      index('remind', 'remindAt'),
      index('held', 'heldSince'),
      index('named', 'named', 'open', 'movedAt desc'),
      index('near', 'cell', 'filedAt desc'),
      index('category', 'open', 'category', 'filedAt desc'),
      index('mine', 'askerId', 'filedAt desc'),
      index('queue', 'open', 'nextDue'),
      index('unit_queue', 'open', 'unit', 'nextDue'),
      index('moved', 'open', 'movedAt desc'),
      index('unit_moved', 'open', 'unit', 'movedAt desc'),
      index('state', 'status', 'movedAt desc'),
    ],
  },
  /** A ticket's history, append-only. */
  entries: {
    fields: { no: 'text', seq: 'number' },
    indexes: [unique('history', 'no', 'seq')],
  },
  traces: {
    fields: Object.fromEntries(slots.map((slot) => [slot, 'text'] as const)),
    indexes: slots.map((slot) => index(slot, slot)),
  },
  /** Which ticket a filing key became: the same filing sent again finds it. */
  filings: { fields: { no: 'text' }, indexes: [index('no', 'no')] },
  /** Running numbers, one document a day. */
  counters: { fields: {}, indexes: [] },
  photos: {
    fields: { owner: 'text', at: 'text', name: 'text', loose: 'text' },
    indexes: [index('name', 'name'), index('loose', 'loose'), index('owner', 'owner', 'at desc')],
  },
  /** Voice notes and films. */
  clips: {
    fields: { owner: 'text', at: 'text', name: 'text', loose: 'text' },
    indexes: [index('name', 'name'), index('loose', 'loose')],
  },
  /** What has been uploaded, or is being, by the key its phone gave it. */
  uploads: {
    fields: { until: 'text', name: 'text' },
    indexes: [index('until', 'until'), index('name', 'name')],
  },
  sessions: {
    fields: { expiresAt: 'text', actor: 'text' },
    indexes: [index('expiry', 'expiresAt'), index('actor', 'actor', 'expiresAt desc')],
  },
  officials: {
    fields: { account: 'text', unit: 'text' },
    indexes: [unique('account', 'account'), index('unit', 'unit', 'account')],
  },
  /** How often somebody did something in a stretch of time. */
  tries: { fields: { until: 'text' }, indexes: [index('until', 'until')] },
  /** Whose turn a job of the timer was last. */
  jobs: { fields: {}, indexes: [] },
  /** What is still to be done outside: see errands.ts. */
  errands: {
    fields: { state: 'text', dueAt: 'text' },
    indexes: [index('due', 'state', 'dueAt')],
  },
  /** Leave to send messages, by person and template: see grants.ts. */
  grants: { fields: { template: 'text', who: 'text' }, indexes: [index('template', 'template', 'who')] },
  /** What people were told: see letters.ts. */
  letters: {
    fields: { who: 'text', at: 'text', unseen: 'boolean', about: 'text', until: 'text' },
    indexes: [
      index('until', 'until'),
      index('mine', 'who', 'at desc'),
      index('unseen', 'who', 'unseen', 'at desc'),
      index('about', 'about', 'who'),
    ],
  },
  /** What a person wants to be told, and when; and, a document each, who wants to be told of what: see wishes.ts. */
  wishes: { fields: {}, indexes: [] },
  wishers: { fields: { topic: 'text', who: 'text' }, indexes: [index('topic', 'topic', 'who')] },
  /** When a person was last sent news, and what waits: see pace.ts. */
  paces: { fields: { until: 'text' }, indexes: [index('until', 'until')] },
  /** Who may not write for a while: see blocks.ts. */
  blocks: { fields: { until: 'text' }, indexes: [index('until', 'until')] },
  /** Who follows whose ticket. */
  follows: {
    fields: { who: 'text', no: 'text', at: 'text' },
    indexes: [index('mine', 'who', 'at desc'), index('ticket', 'no', 'at')],
  },
  /** Things with a code on them. */
  spots: { fields: { at: 'text' }, indexes: [index('newest', 'at desc')] },
  /** Tickets about the same thing; popular issues, where they are public: see groupRecords.ts. */
  groups: {
    fields: { public: 'boolean', heat: 'number', owed: 'boolean', movedAt: 'text' },
    indexes: [
      index('heat', 'public', 'heat desc'),
      index('moved', 'movedAt desc'),
      index('owed', 'owed', 'movedAt desc'),
    ],
  },
  /** Every answer that all of a group were told; written once, never changed. */
  groupEditions: {
    fields: { group: 'text', edition: 'number' },
    indexes: [unique('chain', 'group', 'edition desc')],
  },
  /** Who is told of each new answer without having asked. */
  issueFollows: {
    fields: { who: 'text', group: 'text', at: 'text' },
    indexes: [index('group', 'group', 'at'), index('mine', 'who', 'at desc')],
  },
  /** What the district says: see releaseRecords.ts. */
  releases: {
    fields: {
      kind: 'text',
      status: 'text',
      facet: 'text',
      unit: 'text',
      publishedAt: 'text',
      preparing: 'boolean',
      waits: 'boolean',
      overdueAt: 'text',
      reviewBy: 'text',
      dueAt: 'text',
      movedAt: 'text',
    },
    indexes: [
      index('due', 'dueAt'),
      index('overdue', 'overdueAt'),
      index('shown', 'kind', 'status', 'publishedAt desc'),
      index('facet', 'kind', 'status', 'facet', 'publishedAt desc'),
      index('preparing', 'preparing', 'movedAt desc'),
      index('unit_preparing', 'preparing', 'unit', 'movedAt desc'),
      index('waits', 'waits', 'movedAt'),
      index('moved', 'status', 'movedAt desc'),
      index('review', 'status', 'reviewBy'),
    ],
  },
  /** What a release said at one revision; written once, never changed. */
  contents: { fields: {}, indexes: [] },
  /** Every edition there was, for its chain of corrections. */
  editions: {
    fields: { release: 'text', edition: 'number' },
    indexes: [unique('chain', 'release', 'edition desc')],
  },
  /** Who did what to a release, append-only. */
  steps: {
    fields: { release: 'text', seq: 'number' },
    indexes: [unique('history', 'release', 'seq desc')],
  },
  /** How often an answer did not help: see unhelpful.ts. */
  unhelpful: { fields: {}, indexes: [] },
  /** What everything that is out is found by: see search.ts. */
  findables: { fields: {}, indexes: [] },
  /** Single documents that jobs and searches go by: when what is out last changed, how common words are (wording.ts), how far traces.ts came. */
  marks: { fields: {}, indexes: [] },
  /** The last good reading of each thing outside: see readings.ts. */
  readings: { fields: {}, indexes: [] },
  /** Which tickets a unit helps with: a document for each unit and ticket. */
  shares: {
    fields: { unit: 'text', no: 'text', open: 'boolean', nextDue: 'text' },
    indexes: [index('unit_queue', 'unit', 'open', 'nextDue')],
  },
  /** What the clock reminded an official of: see urging.ts. */
  reminders: {
    fields: { official: 'text', at: 'text', unseen: 'boolean', until: 'text' },
    indexes: [
      index('until', 'until'),
      index('unseen', 'official', 'unseen', 'at desc'),
      index('newest', 'official', 'at desc'),
    ],
  },
  /** Reply templates: see phrases.ts. */
  phrases: {
    fields: { unit: 'text', title: 'text' },
    indexes: [index('unit', 'unit', 'title')],
  },
  /** Whether the desk followed what a routing rule suggested, a document for each time: see routing.ts. */
  hints: {
    fields: { rule: 'text', followed: 'boolean', at: 'text', until: 'text' },
    indexes: [index('until', 'until'), index('rule', 'rule', 'followed', 'at')],
  },
  /** What the desk sets about itself, a document each: the hours (duty.ts), the routing rules (routing.ts). */
  settings: { fields: {}, indexes: [] },
  /** Who sits at the desk when: see shifts.ts. */
  shifts: {
    fields: { day: 'text', from: 'text' },
    indexes: [index('day', 'day', 'from')],
  },
  /** The desk's computers and phones: see devices.ts. */
  devices: {
    fields: { official: 'text', at: 'text', waits: 'boolean' },
    indexes: [index('waits', 'waits', 'at desc'), index('official', 'official', 'at desc')],
  },
  /** Computers that ask a signed-in phone to let somebody in: see offers.ts. */
  offers: { fields: { until: 'text' }, indexes: [index('until', 'until')] },
  /** Figures, a document for each week: see figures.ts. */
  weeks: { fields: { week: 'text' }, indexes: [index('week', 'week desc')] },
  /** Who saw and did what, in chains: see audit.ts. */
  audit: {
    fields: { chain: 'text', seq: 'number', turn: 'text', who: 'text', about: 'text' },
    indexes: [
      index('newest', 'turn desc'),
      index('who', 'who', 'turn desc'),
      index('about', 'about', 'turn desc'),
      index('both', 'who', 'about', 'turn desc'),
      unique('chain', 'chain', 'seq'),
    ],
  },
  /** What was learnt from tickets: see learning.ts. */
  models: { fields: {}, indexes: [] },
  /** The last link of each chain of the audit. */
  chains: { fields: {}, indexes: [] },
  /** What WeChat pushed lately, and what it was answered: see doors/once.ts. */
  pushes: { fields: { until: 'text' }, indexes: [index('until', 'until')] },
  /** Who talks in a chat, what they may still be sent, and about which ticket: see doors/chats.ts. */
  chats: { fields: { until: 'text' }, indexes: [index('until', 'until')] },
  /** Pictures that WeChat was asked about: see verdicts.ts. */
  screenings: { fields: { trace: 'text' }, indexes: [index('trace', 'trace')] },
} satisfies Manifest
