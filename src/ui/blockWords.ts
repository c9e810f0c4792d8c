/** The words of keeping somebody from writing to the desk for a while. */
import { w } from './word'

export const blockWords = {
  hint: w(
    '被限制的人不能提交新的诉求，也不能找人工；看消息、热线、紧急通知和处理自己未办结的件照常。',
    'Those listed cannot file anything new or ask for a person. They still read everything, and still answer about their open tickets.',
  ),
  none: w('现在没有被限制的人', 'Nobody is blocked now'),
  ticket: w('因 {no}', 'For {no}'),
  until: w('{t} 解除', 'Until {t}'),
  by: w('{name} {t} 设置', 'Set by {name}, {t}'),
  lift: w('提前解除', 'Lift now'),
  liftAsk: w('提前解除限制？', 'Lift it now?'),
  liftNote: w('解除后可以马上提交诉求。', 'They can write again at once.'),
  lifted: w('已解除', 'Lifted'),
  /** On the menu of a ticket at the desk. */
  add: w('限制此人提交', 'Block whoever filed this'),
  days: w('限制多少天（1 到 30）', 'For how many days (1 to 30)'),
  reason: w('原因（本人会看到）', 'Why (they will read it)'),
  send: w('开始限制', 'Block'),
  added: w('已限制', 'Blocked'),
}
