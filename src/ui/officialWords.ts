/** What officials read in a ticket where residents read something else. */
import type { TicketView } from '@/contract/tickets'
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
  status: {
    submitted: w('待处理', 'New'),
    dispatched: w('待接办', 'To be taken'),
    handling: w('办理中', 'In progress'),
    merged: w('合并办理', 'Merged'),
    waiting: w('等群众补充', 'Waiting for citizen'),
    answered: w('等群众确认', 'Citizen to confirm'),
    disputed: w('有异议，待复核', 'Disputed'),
    closed: w('已结束', 'Closed'),
    withdrawn: w('已撤回', 'Withdrawn'),
  } satisfies Record<TicketView['status'], Words>,
} as const
