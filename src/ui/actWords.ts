/** What the asker may do to their ticket: the button, and the box that opens. */
import { w } from './word'

export const actWords = {
  add: w('补充情况', 'Add something'),
  supply: w('回答并补充', 'Answer'),
  withdraw: w('撤回', 'Withdraw'),
  confirm: w('已经解决', 'It is solved'),
  dispute: w('没有解决', 'It is not solved'),
  rate: w('评价', 'Rate'),
  hint: {
    add: w('想补充什么', 'What would you like to add'),
    supply: w('写下您的回答', 'Your answer'),
    dispute: w('哪里没有解决', 'What is not solved'),
    rate: w('想说的话（可不填）', 'Anything to say (optional)'),
    withdrawAsk: w('撤回后不再办理，要继续吗？', 'It will no longer be handled. Go on?'),
    disputeNote: w('会由另一位工作人员复核，不是原来的经办人。', 'Somebody other than the handler will review it.'),
  },
  stars: w('{n} 分', '{n} of 5'),
} as const
