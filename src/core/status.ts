/** The states of a ticket and the commands that move it, by name alone: phones carry the names without the table. */
export const STATUSES = [
  'submitted',
  'dispatched',
  'handling',
  'waiting',
  'answered',
  'disputed',
  'closed',
  'withdrawn',
] as const
export type Status = (typeof STATUSES)[number]

export const COMMANDS = [
  'reply',
  'add',
  'dispatch',
  'take',
  'object',
  'ask-back',
  'supply',
  'extend',
  'add-unit',
  'join-group',
  'answer',
  'confirm',
  'dispute',
  'review',
  'rate',
  'withdraw',
  'lapse',
  'hold',
  'release',
  'withhold',
] as const
export type CommandName = (typeof COMMANDS)[number]
