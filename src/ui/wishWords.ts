/** The words of what a person wants to be told, and when. */
import type { NoticeKind } from '@/contract/wishes'
import { type Words, w } from './word'

export const wishWords = {
  title: w('通知设置', 'What I am told'),
  topics: w('关注的内容', 'News'),
  topicsHint: w('有新内容时告诉我', 'Tell me when there is something new'),
  alerts: w('紧急通知', 'Emergencies'),
  alertsHint: w('任何时候都马上通知，夜里也不等', 'At once, also at night'),
  towns: w('关注的镇（街道）', 'Towns'),
  quiet: w('夜间不打扰', 'Not at night'),
  quietHint: w('这段时间只发紧急通知，其他的早上再发', 'Only emergencies; everything else waits for the morning'),
  from: w('从', 'From'),
  until: w('到', 'Until'),
  on: w('已打开', 'On'),
  off: w('已关闭', 'Off'),
  leave: w('微信通知', 'Messages in WeChat'),
  lasting: w('已允许', 'Allowed'),
  left: w('还能发 {n} 条', '{n} left'),
  allow: w('允许发送微信通知', 'Allow more messages'),
  fallback: w(
    '微信通知发完了也不要紧：消息都留在“消息”里，也可以拨打 {phone}，报编号查询。',
    'Nothing is lost without them: everything stays under Messages, and you may call {phone} with your ticket number.',
  ),
  web: w(
    '微信通知只能在微信里收到。在这里，请看“消息”，或者拨打 {phone}，报编号查询。',
    'Messages in WeChat come to WeChat only. Here, look under Messages, or call {phone} with your ticket number.',
  ),
}

/** What a template tells of. */
export const noticeNames: Record<NoticeKind, Words> = {
  answered: w('办理答复', 'Answers'),
  asked: w('需要您补充', 'Questions to you'),
  replied: w('工作人员回复', 'Replies'),
  'lapses-soon': w('快到期提醒', 'Time limits'),
  closed: w('办结', 'Closing'),
  news: w('办理进展', 'Progress'),
  alert: w('紧急通知', 'Emergencies'),
  article: w('关注的内容', 'News'),
  issue: w('关注的问题', 'Issues'),
}
