/** What officials read in a ticket where residents read something else. */
import type { TicketView } from '@/contract/tickets'
import type { DeskClock } from './clockTexts'
import { othersStatus } from './othersStatus'
import { type Words, w } from './word'

export const officialWords = {
  outcome: {
    confirmed: w('群众确认已解决', 'The citizen confirmed: solved'),
    'no-answer': w('群众到期没有表态，已结束', 'Closed: the citizen did not say'),
    upheld: w('复核后维持答复', 'The answer was upheld'),
    'not-supplied': w('群众到期没有补充，已结束', 'Closed: the details did not come'),
  } satisfies Record<NonNullable<TicketView['outcome']>, Words>,
  mergedInto: w('合并到', 'Merged into'),
  merged: w('合并办理的', 'Merged with it'),
  asked: w('问群众', 'Asked the citizen'),
  held: w('待核对，只有群众本人和民呼办公室看得到', 'To be checked; only its author and the desk see this'),
  status: othersStatus,
  /** What the clocks say at the desk in other words than to residents. */
  clock: {
    replyBy: w('请在{t} 前回复', 'Reply by {t}'),
    replyLate: w('已过承诺的回复时间（{t}），请马上回复', 'The reply was due {t}: please reply now'),
    waits: w('等群众回复，期间不计时', 'Waiting for the citizen; the clock stands still'),
  } satisfies DeskClock,
} as const
