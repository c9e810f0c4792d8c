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
    },
    indexes: [
      { name: 'lapse', keys: [['lapsesAt', 'asc']] },
      { name: 'remind', keys: [['remindAt', 'asc']] },
      { name: 'held', keys: [['heldSince', 'asc']] },
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
    fields: { owner: 'text', at: 'text' },
    indexes: [
      {
        name: 'owner',
        keys: [
          ['owner', 'asc'],
          ['at', 'desc'],
        ],
      },
    ],
  },
  /** Photos on their way through the cloud's storage. */
  uploads: { fields: { at: 'text' }, indexes: [{ name: 'age', keys: [['at', 'asc']] }] },
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
  groups: { fields: {}, indexes: [] },
  /** Pictures that WeChat was asked about: see verdicts.ts. */
  screenings: { fields: { trace: 'text' }, indexes: [{ name: 'trace', keys: [['trace', 'asc']] }] },
} satisfies Manifest
