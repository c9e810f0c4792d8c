import { w } from '@/ui/word'
import { daysLater } from './beijing'
import { form } from './field'
import { EMPTY, pasted } from './start'

/** A question and its answer. */
export const faq = form(
  'faq',
  [
    { name: 'title', label: w('问题', 'Question'), is: 'pair' },
    {
      name: 'asks',
      label: w('群众会怎么问', 'How people ask it'),
      is: 'lines',
      empty: 'goes',
      hint: w('一行一种问法，最多 20 行', 'One a line, 20 at most'),
    },
    { name: 'text', label: w('答案', 'Answer'), is: 'prose', hint: pasted },
    { name: 'checkedAt', label: w('核对日期', 'Checked on'), is: 'day' },
  ],
  { start: ({ now }) => ({ title: EMPTY, text: EMPTY, checkedAt: daysLater(now, 0) }), reviewDays: 180 },
)
