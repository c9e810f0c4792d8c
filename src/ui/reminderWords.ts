/** The words of an official's reminders. */
import type { ReminderView } from '@/contract/reminders'
import { type Words, w } from './word'

export const reminderWords = {
  none: w('没有提醒', 'No reminders'),
  noneNote: w('快到期或已超期的工单会在这里提醒您。', 'Tickets that run out, or have, are shown here.'),
  unseen: w('{n} 条未看', '{n} not seen'),
  allSeen: w('全部标为已看', 'Mark all as seen'),
  fresh: w('未看', 'New'),
  rungs: {
    alarm: w('马上要到首次回复时间', 'The first reply is nearly due'),
    'no-reply': w('首次回复已超时', 'The first reply is overdue'),
    ahead: w('还有 {n} 个工作日到期', 'Due in {n} working days'),
    foretell: w('马上到期，群众已知道可能要晚', 'Nearly due; the citizen knows that it may be late'),
    late: w('已超期', 'Overdue'),
  } satisfies Record<ReminderView['rung'], Words>,
  due: w('期限：{t}', 'Due {t}'),
  nobody: w('还没有人接办', 'Nobody has taken it'),
} as const
