import { w } from '@/ui/word'
import { form } from './field'
import { EMPTY } from './start'

/** A call for information. */
export const appeal = form(
  'appeal',
  [
    { name: 'title', label: w('标题', 'Title'), is: 'pair' },
    { name: 'text', label: w('请群众提供什么线索', 'What is asked for'), is: 'prose', empty: 'goes' },
    { name: 'summary', label: w('摘要', 'Summary'), is: 'pair', empty: 'goes' },
    { name: 'photos', label: w('照片', 'Photos'), is: 'photos', empty: 'goes' },
    {
      name: 'basis',
      label: w('可以公开的法律依据', 'The law that allows showing this'),
      is: 'line',
      hint: w('写明法律名称和条款', 'Name the law and the article'),
    },
    { name: 'issuer', label: w('发布单位', 'Issued by'), is: 'pair' },
    { name: 'expiresAt', label: w('寻求线索到', 'Until'), is: 'moment', clock: '23:59' },
  ],
  { start: ({ unit }) => ({ title: EMPTY, summary: EMPTY, text: EMPTY, photos: [], issuer: unit }) },
)
