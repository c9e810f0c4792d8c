import { w } from '@/ui/word'
import { form, optionsOf } from './field'
import { sections } from './names'
import { EMPTY, pasted } from './start'

/** About the district. */
export const page = form(
  'page',
  [
    { name: 'section', label: w('放在哪一栏', 'Section'), is: 'choice', options: optionsOf(sections) },
    { name: 'title', label: w('名称', 'Title'), is: 'pair' },
    { name: 'summary', label: w('一句话介绍', 'In a sentence'), is: 'pair', empty: 'goes' },
    { name: 'text', label: w('正文', 'Text'), is: 'prose', empty: 'goes', hint: pasted },
    { name: 'photos', label: w('照片', 'Photos'), is: 'photos', empty: 'goes' },
    { name: 'hours', label: w('开放时间', 'Hours'), is: 'pair', empty: 'left-out' },
    { name: 'phone', label: w('电话', 'Phone'), is: 'phone', empty: 'left-out' },
    { name: 'address', label: w('地址', 'Address'), is: 'pair', empty: 'left-out' },
    { name: 'point', label: w('位置', 'Position'), is: 'place', empty: 'left-out' },
    { name: 'url', label: w('网址', 'Web address'), is: 'address', empty: 'left-out' },
    { name: 'source', label: w('资料来源', 'Source'), is: 'line', empty: 'left-out' },
    {
      name: 'expiresAt',
      label: w('有效期到', 'Until'),
      is: 'moment',
      empty: 'left-out',
      clock: '23:59',
      hint: w('专题必须写明', 'A topic must have an end'),
    },
  ],
  { start: () => ({ title: EMPTY, summary: EMPTY, text: EMPTY, photos: [] }), reviewDays: 180 },
)
