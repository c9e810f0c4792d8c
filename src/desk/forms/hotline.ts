import { w } from '@/ui/word'
import { daysLater } from './beijing'
import { form, optionsOf } from './field'
import { hotlineGroups } from './names'
import { EMPTY } from './start'

/** A number to call. */
export const hotline = form(
  'hotline',
  [
    { name: 'group', label: w('分类', 'Group'), is: 'choice', options: optionsOf(hotlineGroups) },
    { name: 'number', label: w('电话号码', 'Number'), is: 'phone' },
    { name: 'title', label: w('名称', 'Name'), is: 'pair' },
    { name: 'summary', label: w('管什么事', 'What it is for'), is: 'pair', empty: 'goes' },
    {
      name: 'needs',
      label: w('群众会怎么说', 'Words people use'),
      is: 'words',
      empty: 'goes',
      hint: w('用顿号隔开，例如：停电、漏水', 'With commas between, such as: power cut, leak'),
    },
    { name: 'hours', label: w('接听时间', 'Hours'), is: 'pair', empty: 'goes' },
    { name: 'source', label: w('号码出处', 'Where the number is from'), is: 'line' },
    { name: 'checkedAt', label: w('核对日期', 'Checked on'), is: 'day' },
  ],
  {
    start: ({ now }) => ({ title: EMPTY, summary: EMPTY, hours: EMPTY, checkedAt: daysLater(now, 0) }),
    reviewDays: 180,
  },
)
