/** The words about what content security holds, which the desk looks at and others do not see until then: `words.screened`. */
import type { EntryView } from '@/contract/tickets'
import { type Words, w } from './word'

export const screened = {
  mark: w('待核对', 'To be checked'),
  part: { words: w('文字', 'words'), photo: w('照片', 'photo') } satisfies Record<
    NonNullable<EntryView['about']>,
    Words
  >,
  why: {
    ads: w('可能含有广告', 'It may be advertising'),
    politics: w('可能涉及时政内容', 'It may be about politics'),
    porn: w('可能有不雅内容', 'It may be indecent'),
    abuse: w('可能有不文明的话', 'It may be rude'),
    crime: w('可能涉及违法内容', 'It may be about something unlawful'),
    fraud: w('可能有虚假或诈骗信息', 'It may be misleading'),
    vulgar: w('可能有低俗内容', 'It may be vulgar'),
    copyright: w('可能涉及版权', 'It may belong to somebody else'),
    other: w('有些内容需要再看一眼', 'Something in it needs a second look'),
  } satisfies Record<NonNullable<EntryView['label']>, Words>,
  /** On the line that says so. */
  because: w('{why}。', '{why}.'),
  goesOn: w('工作人员看过就会展示，办理期限不变。', 'It is shown once a person has looked. The time limit stays.'),
  sendAgain: w('您可以改一改，用上面的按钮再发一次。', 'You can change it and send it again with the button above.'),
  /** Beside the part, for those who see it. */
  beside: {
    held: w('待核对，现在只有您和民呼办公室看得到', 'To be checked; only you and the desk see this now'),
    withheld: w('不予展示：{reason}', 'Not shown to others: {reason}'),
  },
  /** On a photo. */
  photo: { held: w('待核对', 'To be checked'), withheld: w('不予展示', 'Not shown') },
  /** In the place of the part, for everybody else. */
  instead: {
    held: w('内容待核对', 'To be checked'),
    withheld: w('内容不予展示', 'Not shown'),
  },
} as const
