import type { Manifest } from './ports'

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
      /** What it is near to: category and square of the map, while it is open. See nearby.ts. */
      cell: 'text',
      category: 'text',
      /** It is about officials, who do not see it: see concern.ts. */
      named: 'boolean',
    },
    indexes: [
      { name: 'lapse', keys: [['lapsesAt', 'asc']] },
      { name: 'remind', keys: [['remindAt', 'asc']] },
      { name: 'held', keys: [['heldSince', 'asc']] },
      {
        name: 'named',
        keys: [
          ['named', 'asc'],
          ['open', 'asc'],
          ['movedAt', 'desc'],
        ],
      },
      {
        name: 'near',
        keys: [
          ['cell', 'asc'],
          ['filedAt', 'desc'],
        ],
      },
      {
        name: 'category',
        keys: [
          ['open', 'asc'],
          ['category', 'asc'],
          ['filedAt', 'desc'],
        ],
      },
      {
        name: 'mine',
        keys: [
          ['askerId', 'asc'],
          ['filedAt', 'desc'],
        ],
      },
      {
        name: 'queue',
        keys: [
          ['open', 'asc'],
          ['nextDue', 'asc'],
        ],
      },
      {
        name: 'unit_queue',
        keys: [
          ['open', 'asc'],
          ['unit', 'asc'],
          ['nextDue', 'asc'],
        ],
      },
      {
        name: 'moved',
        keys: [
          ['open', 'asc'],
          ['movedAt', 'desc'],
        ],
      },
      {
        name: 'unit_moved',
        keys: [
          ['open', 'asc'],
          ['unit', 'asc'],
          ['movedAt', 'desc'],
        ],
      },
      {
        name: 'state',
        keys: [
          ['status', 'asc'],
          ['movedAt', 'desc'],
        ],
      },
    ],
  },
  /** A ticket's history, append-only. */
  entries: {
    fields: { no: 'text', seq: 'number' },
    indexes: [
      {
        name: 'history',
        keys: [
          ['no', 'asc'],
          ['seq', 'asc'],
        ],
        unique: true,
      },
    ],
  },
  /** Which ticket a filing key became: the same filing sent again finds it. */
  filings: { fields: {}, indexes: [] },
  /** Running numbers, one document a day. */
  counters: { fields: {}, indexes: [] },
  photos: {
    fields: { owner: 'text', at: 'text', name: 'text', loose: 'text' },
    indexes: [
      { name: 'name', keys: [['name', 'asc']] },
      { name: 'loose', keys: [['loose', 'asc']] },
      {
        name: 'owner',
        keys: [
          ['owner', 'asc'],
          ['at', 'desc'],
        ],
      },
    ],
  },
  /** Voice notes and films. */
  clips: {
    fields: { owner: 'text', at: 'text', name: 'text', loose: 'text' },
    indexes: [
      { name: 'name', keys: [['name', 'asc']] },
      { name: 'loose', keys: [['loose', 'asc']] },
    ],
  },
  /** What has been uploaded, or is being, by the key its phone gave it. */
  uploads: {
    fields: { until: 'text', name: 'text' },
    indexes: [
      { name: 'until', keys: [['until', 'asc']] },
      { name: 'name', keys: [['name', 'asc']] },
    ],
  },
  sessions: { fields: { expiresAt: 'text' }, indexes: [{ name: 'expiry', keys: [['expiresAt', 'asc']] }] },
  officials: { fields: { account: 'text' }, indexes: [{ name: 'account', keys: [['account', 'asc']], unique: true }] },
  /** How often somebody did something in a stretch of time. */
  tries: { fields: { until: 'text' }, indexes: [{ name: 'until', keys: [['until', 'asc']] }] },
  /** Whose turn a job of the timer was last. */
  jobs: { fields: {}, indexes: [] },
  /** What is still to be done outside: see errands.ts. */
  errands: {
    fields: { state: 'text', dueAt: 'text' },
    indexes: [
      {
        name: 'due',
        keys: [
          ['state', 'asc'],
          ['dueAt', 'asc'],
        ],
      },
    ],
  },
  /** Leave to send messages, by person and template: see grants.ts. */
  grants: { fields: {}, indexes: [] },
  /** Who follows whose ticket. */
  follows: {
    fields: { who: 'text', no: 'text', at: 'text' },
    indexes: [
      {
        name: 'mine',
        keys: [
          ['who', 'asc'],
          ['at', 'desc'],
        ],
      },
    ],
  },
  /** Things with a code on them. */
  spots: { fields: { at: 'text' }, indexes: [{ name: 'newest', keys: [['at', 'desc']] }] },
  /** Popular issues. */
  groups: { fields: { heat: 'number' }, indexes: [{ name: 'heat', keys: [['heat', 'desc']] }] },
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
      { name: 'due', keys: [['dueAt', 'asc']] },
      { name: 'overdue', keys: [['overdueAt', 'asc']] },
      {
        name: 'shown',
        keys: [
          ['kind', 'asc'],
          ['status', 'asc'],
          ['publishedAt', 'desc'],
        ],
      },
      {
        name: 'facet',
        keys: [
          ['kind', 'asc'],
          ['status', 'asc'],
          ['facet', 'asc'],
          ['publishedAt', 'desc'],
        ],
      },
      {
        name: 'preparing',
        keys: [
          ['preparing', 'asc'],
          ['movedAt', 'desc'],
        ],
      },
      {
        name: 'unit_preparing',
        keys: [
          ['preparing', 'asc'],
          ['unit', 'asc'],
          ['movedAt', 'desc'],
        ],
      },
      {
        name: 'waits',
        keys: [
          ['waits', 'asc'],
          ['movedAt', 'asc'],
        ],
      },
      {
        name: 'moved',
        keys: [
          ['status', 'asc'],
          ['movedAt', 'desc'],
        ],
      },
      {
        name: 'review',
        keys: [
          ['status', 'asc'],
          ['reviewBy', 'asc'],
        ],
      },
    ],
  },
  /** What a release said at one revision; written once, never changed. */
  contents: { fields: {}, indexes: [] },
  /** Every edition there was, for its chain of corrections. */
  editions: {
    fields: { release: 'text', edition: 'number' },
    indexes: [
      {
        name: 'chain',
        keys: [
          ['release', 'asc'],
          ['edition', 'desc'],
        ],
        unique: true,
      },
    ],
  },
  /** Who did what to a release, append-only. */
  steps: {
    fields: { release: 'text', seq: 'number' },
    indexes: [
      {
        name: 'history',
        keys: [
          ['release', 'asc'],
          ['seq', 'desc'],
        ],
        unique: true,
      },
    ],
  },
  /** What everything that is out is found by: see search.ts. */
  findables: { fields: {}, indexes: [] },
  /** When what is out last changed. */
  marks: { fields: {}, indexes: [] },
  /** The last good reading of each thing outside: see readings.ts. */
  readings: { fields: {}, indexes: [] },
  /** Pictures that WeChat was asked about: see verdicts.ts. */
  screenings: { fields: { trace: 'text' }, indexes: [{ name: 'trace', keys: [['trace', 'asc']] }] },
} satisfies Manifest
