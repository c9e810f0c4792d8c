/** Where a ticket stands, for whoever did not file it: officials, and residents who follow it. */
import type { TicketView } from '@/contract/tickets'
import { type Words, w } from './word'

export const othersStatus = {
  submitted: w('待处理', 'New'),
  dispatched: w('待接办', 'To be taken'),
  handling: w('办理中', 'In progress'),
  merged: w('合并办理', 'Merged'),
  waiting: w('等群众补充', 'Waiting for citizen'),
  answered: w('等群众确认', 'Citizen to confirm'),
  disputed: w('有异议，待复核', 'Disputed'),
  closed: w('已结束', 'Closed'),
  withdrawn: w('已撤回', 'Withdrawn'),
} satisfies Record<TicketView['status'], Words>
