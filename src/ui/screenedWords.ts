/** The words about what content security holds, which the desk looks at and others do not see until then. What lists say of it is `words.screened`. */
import type { EntryView } from '@/contract/tickets'
import { type Words, w } from './word'

export const screenedWords = {
  part: { words: w('文字', 'words'), photo: w('照片', 'photo'), clip: w('录音', 'recording') } satisfies Record<
    NonNullable<EntryView['about']>,
    Words
  >,
  why: {
    ads: w('可能含有广告', 'it may be advertising'),
    politics: w('可能涉及时政内容', 'it may be about politics'),
    porn: w('可能有不雅内容', 'it may be indecent'),
    abuse: w('可能有不文明的话', 'it may be rude'),
    crime: w('可能涉及违法内容', 'it may be about something unlawful'),
    fraud: w('可能有虚假或诈骗信息', 'it may be misleading'),
    vulgar: w('可能有低俗内容', 'It may be vulgar'),
    copyright: w('可能涉及版权', 'it may belong to somebody else'),
    other: w('有些内容需要再看一眼', 'something in it needs a second look'),
  } satisfies Record<NonNullable<EntryView['label']>, Words>,
  /** On the line that says so. */
  because: w('自动检查提示：{why}。', 'An automatic check says: {why}.'),
  becauseForAuthor: w(
    '自动检查提示：{why}。工作人员会看一看，期间照常办理，期限不变。',
    'An automatic check says: {why}. A person will have a look. Your ticket goes on and its time limit stays.',
  ),
  /** At the top of a ticket. */
  top: w('有内容待核对，不影响办理期限。', 'Something is being checked. The time limit stays.'),
  sendAgain: w('您可以改一改，用上面的按钮再发一次。', 'You can change it and send it again with the button above.'),
  /** Beside the part, for those who see it. */
  beside: {
    held: w('待核对，现在只有您和民呼办公室看得到', 'To be checked; only you and the desk see this now'),
    withheld: w('不予展示：{reason}', 'Not shown to others: {reason}'),
  },
  /** On a photo. */
  photo: { held: w('待核对', 'To be checked'), withheld: w('不予展示', 'Not shown') },
} as const
