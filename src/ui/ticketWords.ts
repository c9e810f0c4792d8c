/** The words of a ticket that is open: what it says, what came of it, and its history. */
import type { EntryView, TicketView } from '@/contract/tickets'
import { type Words, w } from './word'

export const ticketWords = {
  title: w('办件', 'Ticket'),
  answer: w('给您的答复', 'The answer to you'),
  question: w('工作人员想问您', 'A question for you'),
  filed: w('已提交', 'Sent'),
  filedHint: w('请记下编号和查询码，没有手机也能查。', 'Keep the number and the code: they open your ticket anywhere.'),
  number: w('编号', 'Number'),
  code: w('查询码', 'Code'),
  unit: w('办理单位', 'Unit'),
  handler: w('经办人', 'Handled by'),
  place: w('地点', 'Place'),
  mapped: w('已标位置', 'position given'),
  asker: w('反映人', 'From'),
  history: w('办理过程', 'What has happened'),
  note: w('内部备注', 'Internal note'),
  internal: w('仅内部可见', 'Officials only'),
  reason: w('原因', 'Reason'),

  outcome: {
    confirmed: w('您确认已解决', 'You confirmed: solved'),
    'no-answer': w('到期没有收到您的意见，已结束', 'Closed: we did not hear from you'),
    upheld: w('复核后维持答复', 'The answer was upheld'),
    'not-supplied': w('到期没有收到补充，已结束', 'Closed: the details did not come'),
  } satisfies Record<NonNullable<TicketView['outcome']>, Words>,

  /** What a line of history says was done. */
  did: {
    file: w('提出', 'Filed'),
    received: w('已收到', 'Received'),
    reply: w('回复', 'Replied'),
    add: w('补充', 'Added'),
    dispatch: w('转给{unit}', 'Passed to {unit}'),
    take: w('接办', 'Took it on'),
    object: w('认为不归本单位', 'Says it is not theirs'),
    'ask-back': w('想再问您一下', 'Asks you'),
    supply: w('补充', 'Added'),
    extend: w('延长 {days} 个工作日', 'Extended by {days} working days'),
    'add-unit': w('请{unit}一起办', 'Asked {unit} to join in'),
    'join-group': w('归入热点问题', 'Joined a popular issue'),
    answer: w('答复', 'Answered'),
    confirm: w('确认已解决', 'Confirmed: solved'),
    dispute: w('提出异议', 'Disputed'),
    review: w('复核', 'Reviewed'),
    rate: w('评价 {stars} 分', 'Rated {stars} of 5'),
    withdraw: w('撤回', 'Withdrew'),
    lapse: w('到期结束', 'Closed at the end of the time'),
    hold: w('请工作人员核对{part}', 'A person is to check the {part}'),
    release: w('核对了{part}，没有问题', 'Checked the {part}: fine'),
    withhold: w('核对后，{part}不予展示', 'Checked: the {part} stays hidden'),
  } satisfies Record<EntryView['did'], Words>,
  receipt: w(
    '这是自动回执。人工回复以上面的时间为准。',
    'This is an automatic receipt; a person will answer by the time above.',
  ),
  reopened: w('没有解决，退回继续办', 'Not solved: sent back'),
  upheld: w('维持原答复', 'Answer upheld'),
  by: {
    citizen: w('我', 'Me'),
    citizenForDesk: w('群众', 'Citizen'),
    system: w('系统', 'System'),
  },
} as const
