/** Sample officials (示例). Their accounts work only in the demo: production refuses every one of them. */
import type { Duty } from '@/core/actor'

export type SampleOfficial = { id: string; account: string; name: string; unit: string; duties: Duty[] }

export const DEMO_PASSWORD = 'minhu-demo'

export const officials: SampleOfficial[] = [
  { id: 'o_wang', account: 'wang', name: '王敏', unit: 'office', duties: ['dispatch', 'answer'] },
  { id: 'o_li', account: 'li', name: '李强', unit: 'transport', duties: ['answer', 'author'] },
  { id: 'o_zhao', account: 'zhao', name: '赵静', unit: 'urban', duties: ['answer'] },
  { id: 'o_liu', account: 'liu', name: '刘洋', unit: 'housing', duties: ['answer'] },
  { id: 'o_chen', account: 'chen', name: '陈华', unit: 'office', duties: ['review'] },
  { id: 'o_lin', account: 'lin', name: '林悦', unit: 'office', duties: ['author', 'admin'] },
  { id: 'o_gao', account: 'gao', name: '高远', unit: 'office', duties: ['sign'] },
  { id: 'o_he', account: 'he', name: '何平', unit: 'office', duties: ['sign', 'review'] },
]
