/** How a person who asked can be reached, for officials. */
import type { TicketView } from '@/contract/tickets'
import { type Words, w } from './word'

type SendTrouble = NonNullable<TicketView['unsent']>['why']

export const reachWords = {
  chat: w('来自微信客服会话。', 'Came by the customer service chat.'),
  account: w('来自公众号。', 'Came by the official account.'),
  left: w('微信里还可发 {n} 条，到 {t}', '{n} more in WeChat, until {t}'),
  closed: w(
    '微信里现在不能再发，对方回复后才可以；答复在小程序里看得到。',
    'Nothing more in WeChat until they write again; they find the answer in the mini program.',
  ),
  unsent: w('{t} 的微信消息没有送到：{why}', 'The WeChat message of {t} did not arrive: {why}'),
  likely: w('看起来更像“{name}”', 'Sounds more like “{name}”'),
  why: {
    'no-leave': w('对方没有同意接收，或次数已用完', 'no leave to send, or used up'),
    over: w('已过 48 小时', 'more than 48 hours'),
    'used-up': w('条数已用完', 'no more messages are allowed'),
    unfit: w('内容不合模板', 'it did not fit the template'),
    unknown: w('找不到这个微信用户', 'WeChat does not know the person'),
    forbidden: w('没有发送权限', 'we may not send'),
    busy: w('微信繁忙', 'WeChat is busy'),
    token: w('与微信的连接失效', 'the link to WeChat has expired'),
    other: w('微信没有接受', 'WeChat did not take it'),
  } satisfies Record<SendTrouble, Words>,
} as const
