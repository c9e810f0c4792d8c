import { alertTypes, levelsInFull } from '@/ui/alertPageWords'
import { w } from '@/ui/word'
import { minuteOf } from './beijing'
import { form, optionsOf } from './field'
import { EMPTY } from './start'

/** An emergency notice: written in two minutes, so what is asked first is what is needed. */
export const alert = form(
  'alert',
  [
    { name: 'type', label: w('什么情况', 'What happened'), is: 'choice', options: optionsOf(alertTypes) },
    { name: 'colour', label: w('级别', 'Level'), is: 'choice', options: optionsOf(levelsInFull) },
    { name: 'title', label: w('标题', 'Title'), is: 'pair' },
    {
      name: 'area',
      label: w('影响范围', 'Where'),
      is: 'pair',
      hint: w('例如：曹妃甸全区', 'For example: the whole district'),
    },
    { name: 'expiresAt', label: w('有效到', 'Until'), is: 'moment', clock: '23:59', hours: [2, 6, 12, 24] },
    { name: 'text', label: w('发生了什么', 'What people must know'), is: 'prose' },
    { name: 'advice', label: w('请群众怎么做', 'What to do'), is: 'prose', empty: 'goes' },
    { name: 'issuer', label: w('发布单位', 'Issued by'), is: 'pair' },
    { name: 'onset', label: w('开始时间', 'Since'), is: 'moment' },
  ],
  {
    start: ({ now, unit }) => ({
      title: EMPTY,
      area: EMPTY,
      text: EMPTY,
      advice: EMPTY,
      issuer: unit,
      onset: minuteOf(now),
    }),
  },
)
