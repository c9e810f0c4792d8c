import type { TicketView } from '@/contract/tickets'

/** The key of each command, on its button. J, K, F and P are the queue's: see queue/useQueueKeys.ts. */
export const LETTERS: Partial<Record<TicketView['may'][number] | 'more', string>> = {
  more: 'W',
  take: 'T',
  reply: 'R',
  dispatch: 'D',
  answer: 'A',
  'ask-back': 'Q',
  object: 'O',
  review: 'V',
  note: 'N',
  extend: 'E',
  delay: 'L',
  'add-unit': 'U',
  'hand-over': 'H',
  'hand-back': 'B',
  merge: 'M',
  unmerge: 'X',
  split: 'S',
  'join-group': 'G',
}
