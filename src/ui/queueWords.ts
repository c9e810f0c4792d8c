/** What stands around the queue: the bell, the menu, the keys. */
import { w } from './word'

export const queueWords = {
  more: w('更多', 'More'),
  less: w('收起', 'Less'),
  ringing: w('{n} 件首次回复快到时限', '{n} waiting for a first reply, nearly due'),
  reminders: w('提醒 {n}', 'Reminders {n}'),
  ringOn: w('提示音：开', 'Sound: on'),
  ringOff: w('提示音：关', 'Sound: off'),
  away: w('连不上服务器，显示的可能不是最新的', 'The server cannot be reached: this may be out of date'),
  calendarEnds: w(
    '节假日安排只公布到 {t}。期限超过这一天的工单，办理期限待定。',
    'The holiday calendar ends on {t}. Tickets due after it have no date yet.',
  ),
  written: w('有草稿', 'draft'),
  keys: {
    title: w('键盘快捷键', 'Keyboard'),
    close: w('关闭', 'Close'),
    next: w('下一件', 'Next ticket'),
    before: w('上一件', 'Previous ticket'),
    open: w('打开', 'Open'),
    nextPage: w('下一页', 'Next page'),
    pageBefore: w('上一页', 'Previous page'),
    queues: w('第几个队列', 'The queue of that place'),
    more: w('更多', 'More'),
    refresh: w('刷新', 'Refresh'),
    send: w('发送', 'Send'),
    escape: w('关闭输入框', 'Close the box'),
    sheet: w('显示这张表', 'Show this list'),
    arrows: w('J 或 ↓', 'J or ↓'),
    arrowsUp: w('K 或 ↑', 'K or ↑'),
  },
} as const
