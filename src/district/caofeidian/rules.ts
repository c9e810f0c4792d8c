/** Sample routing rules (示例), in their order. Which unit really does what, a district says itself. */
import type { Rule } from '@/core/routing'

export type SampleRule = Omit<Rule, 'id' | 'off'>

export const rules: SampleRule[] = [
  {
    title: '唐海镇的环境卫生',
    categories: ['clean'],
    place: { in: 'town', town: '唐海镇' },
    unit: 'tanghai',
    coUnits: [],
  },
  {
    title: '高速和国省道',
    categories: ['traffic', 'light'],
    place: { in: 'words', words: ['高速', '国道', '省道', 'S262'] },
    unit: 'transport',
    coUnits: [],
  },
  { title: '路灯、环境卫生', categories: ['light', 'clean'], unit: 'urban', coUnits: [] },
  { title: '道路交通', categories: ['traffic'], unit: 'transport', coUnits: [] },
  { title: '噪音', categories: ['noise'], unit: 'ecology', coUnits: ['urban'] },
  { title: '水电暖气、物业', categories: ['utility', 'housing'], unit: 'housing', coUnits: [] },
  { title: '医保社保', categories: ['health'], unit: 'social', coUnits: [] },
]
