/** The words of the 消息 tab. */
import { w } from './word'

export const inboxWords = {
  title: w('消息', 'Messages'),
  fresh: w('未读', 'New'),
  allSeen: w('全部标为已读', 'Mark all as read'),
  wishes: w('通知设置', 'What I am told'),
  none: w('还没有消息', 'No messages yet'),
  noneHint: w(
    '办件有了进展，您关注的内容有了更新，都会在这里。',
    'What happens to your tickets, and what you follow, is told here.',
  ),
}
