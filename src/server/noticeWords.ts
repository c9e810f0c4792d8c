/**
 * The words of messages in WeChat. A tip says what happened and nothing of the case, in at most 20 characters; WeChat's
 * `phrase` fields take up to five Chinese characters in either language.
 */
import type { Bilingual } from '@/core/district'
import type { ClipKind } from '@/core/kind'
import type { NoticeKind } from '@/core/notice'
import type { Status } from '@/core/status'

export const TIPS: Record<NoticeKind | 'foretell', Bilingual> = {
  answered: { zh: '有答复了，请点开看是否解决', en: 'An answer: solved?' },
  asked: { zh: '工作人员想问您，请点开回答', en: 'A question for you' },
  replied: { zh: '工作人员回复了您，点开查看', en: 'An official replied' },
  foretell: { zh: '可能要晚几天，请点开查看', en: 'It may be late' },
  'lapses-soon': { zh: '快到期了，请点开回复', en: 'Your word is needed' },
  news: { zh: '办理有新情况，请点开查看', en: 'There is news' },
  closed: { zh: '已办结，点开查看，可以评价', en: 'Your case is closed' },
}

export const STATUS_WORDS: Record<Status, Bilingual> = {
  submitted: { zh: '已提交', en: 'Sent' },
  dispatched: { zh: '已转办', en: 'Passed on' },
  handling: { zh: '办理中', en: 'In progress' },
  merged: { zh: '合并办理', en: 'Handled together' },
  waiting: { zh: '待您补充', en: 'Waiting for you' },
  answered: { zh: '待您确认', en: 'Answered' },
  disputed: { zh: '复核中', en: 'Under review' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** What stands in a list for a filing without words. */
export const SPOKEN: Record<ClipKind, Bilingual> = {
  voice: { zh: '（语音）', en: '(voice note)' },
  video: { zh: '（视频）', en: '(video)' },
}
