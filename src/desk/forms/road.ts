import { w } from '@/ui/word'
import { minuteOf } from './beijing'
import { form, optionsOf } from './field'
import { roadEvents } from './names'
import { EMPTY } from './start'

/** A road event. */
export const road = form(
  'road',
  [
    { name: 'event', label: w('什么情况', 'What happened'), is: 'choice', options: optionsOf(roadEvents) },
    {
      name: 'title',
      label: w('道路和路段', 'Road and stretch'),
      is: 'pair',
      hint: w('例如：唐曹高速曹妃甸出口', 'For example: the Caofeidian exit'),
    },
    { name: 'direction', label: w('方向', 'Direction'), is: 'pair', empty: 'goes' },
    { name: 'text', label: w('情况和绕行办法', 'Details and the way around'), is: 'prose', empty: 'goes' },
    { name: 'onset', label: w('开始时间', 'Since'), is: 'moment' },
    {
      name: 'expiresAt',
      label: w('预计结束', 'Until'),
      is: 'moment',
      empty: 'left-out',
      clock: '18:00',
      hours: [1, 3, 6],
    },
    { name: 'source', label: w('消息来源', 'Source'), is: 'pair' },
    { name: 'point', label: w('位置', 'Position'), is: 'place', empty: 'left-out' },
    { name: 'reported', label: w('群众反映，经本单位核实', 'Reported by a citizen and confirmed by us'), is: 'switch' },
  ],
  {
    start: ({ now, unit }) => ({
      title: EMPTY,
      direction: EMPTY,
      text: EMPTY,
      onset: minuteOf(now),
      source: unit,
      reported: false,
    }),
  },
)
