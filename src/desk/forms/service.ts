import { w } from '@/ui/word'
import { form, optionsOf } from './field'
import { situations } from './names'
import { EMPTY } from './start'

/** Where something is done. */
export const service = form(
  'service',
  [
    { name: 'situation', label: w('什么事', 'Situation'), is: 'choice', options: optionsOf(situations) },
    { name: 'title', label: w('名称', 'Title'), is: 'pair' },
    { name: 'summary', label: w('一句话说明', 'In a sentence'), is: 'pair', empty: 'goes' },
    { name: 'text', label: w('到哪里办、带什么', 'Where to go and what to bring'), is: 'prose', empty: 'goes' },
    { name: 'phone', label: w('咨询电话', 'Phone'), is: 'phone', empty: 'left-out' },
    { name: 'url', label: w('网址', 'Web address'), is: 'address', empty: 'left-out' },
    {
      name: 'shortLink',
      label: w('小程序短链接', 'Short link of a mini program'),
      is: 'line',
      empty: 'left-out',
      hint: w('形如 #小程序://名称/编号', 'Such as #小程序://name/code'),
    },
    { name: 'appId', label: w('小程序 AppID', 'AppID of a mini program'), is: 'line', empty: 'left-out' },
    { name: 'path', label: w('小程序页面路径', 'Path in that mini program'), is: 'line', empty: 'left-out' },
  ],
  { start: () => ({ title: EMPTY, summary: EMPTY, text: EMPTY }), reviewDays: 180 },
)
