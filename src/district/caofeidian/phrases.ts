/**
 * Sample reply templates (示例), for this district's categories. What stands in 【】 is filled in for each case: 编号, 地点,
 * 单位, 承办单位, 今天 and 期限 by the system, everything else by whoever writes.
 */
import type { ResultKind } from '@/core/kind'
import type { PhraseUse } from '@/core/slots'

export type SamplePhrase = {
  title: string
  use: PhraseUse
  text: string
  categories?: string[]
  results?: ResultKind[]
}

export const phrases: SamplePhrase[] = [
  {
    title: '收到，正在看',
    use: 'reply',
    text: '您反映的事收到了，编号【编号】。我先【接下来做什么】，【什么时候】前再回您。',
  },
  {
    title: '已转承办单位',
    use: 'reply',
    text: '这件事已转给【承办单位】，承诺【期限】前办结。有进展会在这里告诉您。',
  },
  {
    title: '路灯：先去看',
    use: 'reply',
    categories: ['light'],
    text: '【地点】的路灯，【哪支队伍】【什么时候】到现场检查。天黑路过请绕开暗处，注意脚下。',
  },
  {
    title: '水电暖：先保障',
    use: 'reply',
    categories: ['utility'],
    text: '【地点】的情况已通知【抢修单位】，预计【什么时候】恢复。家里有老人、孩子或病人需要照顾的，请直接回复。',
  },
  {
    title: '问清楚在哪里',
    use: 'ask-back',
    text: '想请您再说清楚一点：【要问的位置】。附近有什么店铺、路口或灯杆编号？拍一张带周围环境的照片也可以。',
  },
  {
    title: '噪音：问时间',
    use: 'ask-back',
    categories: ['noise'],
    text: '请问响声一般从几点到几点？是【哪一种声音】吗？我们想在它响的时候到现场测。',
  },
  {
    title: '延期：等材料',
    use: 'extend',
    text: '【缺什么】要到【日期】才能到位，现场已经【临时措施】。到位后马上接着做。',
  },
  {
    title: '路灯修好',
    use: 'answer',
    categories: ['light'],
    results: ['done'],
    text: '【地点】的路灯【日期】修好了：【换了或修了什么】。经办人【经办人】。再有不亮，报灯杆上的编号来得最快。',
  },
  {
    title: '垃圾清走',
    use: 'answer',
    categories: ['clean'],
    results: ['done'],
    text: '【地点】的【清理了什么】【日期】清走了，以后【多久】巡查一次，由【责任人】负责。',
  },
  {
    title: '道路修补',
    use: 'answer',
    categories: ['traffic'],
    results: ['done'],
    text: '【地点】【日期】完成【做了什么】，面积或长度约【数量】。养护期到【养护到哪天】，请慢行。',
  },
  {
    title: '已办好',
    use: 'answer',
    results: ['done'],
    text: '您反映的事【日期】办好了：【办理情况】。经办人【经办人】。如果还有没解决的，请在这里告诉我们。',
  },
  {
    title: '办不了',
    use: 'answer',
    results: ['impossible'],
    text: '这件事目前办不了，原因是【原因】，依据是【文件和条款】。您可以【还能怎么办】。',
  },
  {
    title: '归别处办',
    use: 'answer',
    results: ['elsewhere'],
    text: '这件事由【应办单位】负责，电话【电话】。我们已经【替群众做了什么】，您不用再重复说明。',
  },
  {
    title: '同一件事已在办',
    use: 'answer',
    results: ['duplicate'],
    text: '您反映的事，之前也有群众反映过，正由【承办人】办理，现在进展到【进展】，有结果会在这里告诉您。',
  },
  {
    title: '查不到',
    use: 'answer',
    results: ['unverifiable'],
    text: '【日期】【谁】到【查看的位置】查看，没有发现您说的情况：【看到了什么】。再遇到时请拍照发来。',
  },
]
