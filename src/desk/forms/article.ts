import { w } from '@/ui/word'
import { form } from './field'
import { EMPTY, pasted } from './start'

/** News. */
export const article = form(
  'article',
  [
    { name: 'channel', label: w('栏目', 'Channel'), is: 'channel' },
    { name: 'title', label: w('标题', 'Title'), is: 'pair' },
    { name: 'text', label: w('正文', 'Text'), is: 'prose', empty: 'goes', hint: pasted },
    {
      name: 'summary',
      label: w('摘要', 'Summary'),
      is: 'pair',
      empty: 'goes',
      hint: w('列表里显示的一两句话', 'A sentence or two for the list'),
    },
    { name: 'photos', label: w('照片', 'Photos'), is: 'photos', empty: 'goes' },
    {
      name: 'source',
      label: w('来源', 'Source'),
      is: 'line',
      empty: 'left-out',
      hint: w('转载时写明是谁发布的', 'Who said it first'),
    },
    { name: 'sourceUrl', label: w('原文网址', 'Address of the original'), is: 'address', empty: 'left-out' },
    { name: 'video', label: w('视频网址', 'Address of a video'), is: 'address', empty: 'left-out' },
    { name: 'attachments', label: w('附件', 'Attachments'), is: 'attachments', empty: 'goes' },
    {
      name: 'expiresAt',
      label: w('有效期到', 'Until'),
      is: 'moment',
      empty: 'left-out',
      clock: '23:59',
      hint: w('过了这个时间不再显示', 'It is not shown after that'),
    },
  ],
  { start: () => ({ title: EMPTY, summary: EMPTY, text: EMPTY, photos: [], attachments: [] }) },
)
