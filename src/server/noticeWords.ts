/**
 * The words of messages in WeChat. A tip says what happened and nothing of the case, in at most 20 characters; WeChat's
 * `phrase` fields take up to five Chinese characters in either language.
 */
import type { Bilingual } from '@/core/district'
import type { ClipKind } from '@/core/kind'
import type { OwnNotice, PublicNotice } from '@/core/notice'
import type { CommandName, Status } from '@/core/status'
import type { Stage } from './spread'

export const TIPS: Record<OwnNotice | 'foretell', Bilingual> = {
  answered: { zh: '有答复了，请点开看是否解决', en: 'An answer: solved?' },
  asked: { zh: '工作人员想问您，请点开回答', en: 'A question for you' },
  replied: { zh: '工作人员回复了您，点开查看', en: 'An official replied' },
  foretell: { zh: '可能要晚几天，请点开查看', en: 'It may be late' },
  'lapses-soon': { zh: '快到期了，请点开回复', en: 'Your word is needed' },
  news: { zh: '办理有新情况，请点开查看', en: 'There is news' },
  closed: { zh: '已办结，点开查看，可以评价', en: 'Your case is closed' },
}

/** Several pieces of news in one message. */
export const many = (count: number): Bilingual => ({
  zh: `您有 ${count} 条新消息，点开查看`,
  en: `${count} new messages`,
})

/** In the inbox, of what is never sent in WeChat; `{unit}` is filled in. */
export const LETTER_LINES: Partial<Record<CommandName, Bilingual>> = {
  dispatch: { zh: '已转{unit}办理', en: 'Passed on to {unit}' },
  take: { zh: '{unit}已有专人接办', en: '{unit} has taken it' },
  'hand-over': { zh: '{unit}换了经办人', en: 'Somebody else at {unit} has it now' },
  object: { zh: '正在重新确定承办单位', en: 'It is being passed on to another unit' },
  'add-unit': { zh: '{unit}也来一起办', en: '{unit} helps with it' },
  extend: { zh: '办理期限延长，点开看原因', en: 'It needs more time: see why' },
}

/** Of what everybody may read: what stands before its title, and what a message says of it. */
export const STAGES = {
  alert: {
    out: { before: { zh: '', en: '' }, tip: { zh: '紧急情况，请马上点开看', en: 'Emergency: read now' } },
    corrected: {
      before: { zh: '更正：', en: 'Corrected: ' },
      tip: { zh: '内容有更正，请马上点开看', en: 'Corrected: read now' },
    },
    ended: { before: { zh: '解除：', en: 'Over: ' }, tip: { zh: '已经解除，点开查看', en: 'It is over' } },
  },
  article: {
    out: { before: { zh: '', en: '' }, tip: { zh: '您关注的内容有更新', en: 'News that you follow' } },
    corrected: { before: { zh: '更正：', en: 'Corrected: ' }, tip: { zh: '内容有更正，点开查看', en: 'Corrected' } },
    ended: { before: { zh: '撤回：', en: 'Withdrawn: ' }, tip: { zh: '已经撤回，点开看原因', en: 'Withdrawn' } },
  },
  issue: {
    out: { before: { zh: '', en: '' }, tip: { zh: '您关注的问题有答复了', en: 'An answer you follow' } },
    corrected: {
      before: { zh: '更正：', en: 'Corrected: ' },
      tip: { zh: '答复有更正，点开查看', en: 'Answer corrected' },
    },
    ended: { before: { zh: '', en: '' }, tip: { zh: '点开查看', en: 'News' } },
  },
} satisfies Record<PublicNotice, Record<Stage, { before: Bilingual; tip: Bilingual }>>

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
