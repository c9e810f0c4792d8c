/** The words of asking: the page, what it offers, and the way to a person. */
import type { AskReply } from '@/contract/ask'
import { type Words, w } from './word'

export const askWords = {
  title: w('问一问', 'Ask'),
  hello: w('您好，想问什么？', 'Hello, what would you like to know?'),
  how: w('点一个数字，或者在下面写一句话。', 'Tap a number, or write a sentence below.'),
  asked: w('大家在问', 'Asked by many'),
  label: w('写下您的问题或数字', 'Your question, or a number'),
  personLabel: w('写给工作人员', 'To a person at the desk'),
  send: w('发送', 'Send'),
  sendPerson: w('发给工作人员', 'Send to a person'),
  cancelPerson: w('先不转', 'Not now'),
  menu: w('数字菜单', 'Menu'),
  person: w('转人工', 'A person'),
  earlier: w('看前面的对话', 'Earlier'),
  clear: w('清空对话', 'Clear this talk'),
  clearYes: w('清空', 'Clear'),
  clearAsk: w(
    '对话只存在这部手机上，清空后看不到了。已转人工的不受影响。',
    'This talk is kept on this phone only, and will be gone. What a person was asked stays.',
  ),
  talk: w('对话', 'Talk'),
  me: w('您说：', 'You: '),
  looking: w('正在找答案…', 'Looking for an answer…'),
  unsent: w('还没有发出去，您写的话还在。', 'Not sent yet; your words are kept.'),
  again: w('再发一次', 'Send again'),
  offline: w(
    '现在没有网络，问不了。写好的话会留着；急事请打电话 {hotline}。',
    'There is no connection. What you write is kept. If it is urgent, call {hotline}.',
  ),
  from: w('来自：{title}', 'From: {title}'),
  fromUnit: w('{unit}提供', 'by {unit}'),
  checked: w('{day}核对', 'checked {day}'),
  published: w('{day}发布', 'published {day}'),
  unfold: w('展开', 'Show all'),
  unhelpful: w('没帮上忙', 'This does not help'),
  call: w('打电话 {number}', 'Call {number}'),
  chat: w('在微信聊天里问', 'Ask in WeChat’s chat'),

  /** Before a person is asked. */
  tell: w(
    '请用一句话说说您的问题（5 个字以上），发出去就转给工作人员。',
    'Say in a sentence what it is about; it goes to a person at the desk.',
  ),
  open: w('现在有人值班，{n} 分钟内有人回复。', 'The desk is open: somebody replies within {n} minutes.'),
  closed: w('现在没有人值班，{t} 开始回复。', 'The desk is closed and opens {t}.'),
  closedUnknown: w('现在没有人值班，上班后会回复。', 'The desk is closed. Somebody replies when it opens.'),
  full: w(
    '手机存储满了，没有转出去。请清理一下再试，或打电话 {hotline}。',
    'The phone is full, so it was not sent. Make room and try again, or call {hotline}.',
  ),

  /** After. */
  handing: w('正在转给工作人员…', 'On its way to a person…'),
  waiting: w(
    '还没有送出：等有网络时自动送出，您不用再写。',
    'Not sent yet: it goes by itself when there is a connection.',
  ),
  handed: w('已转给工作人员', 'A person has it now'),
  handedNo: w('编号 {no}', 'Number {no}'),
  refused: w('没有送出，需要您改一下。', 'It was not sent: something needs changing.'),
  change: w('去修改', 'Change it'),
  see: w('看回复、加照片', 'See the reply, add photos'),
} as const

/** What screen readers say a reply is, before its words. */
export const replyWords = {
  menu: w('菜单', 'Menu'),
  list: w('找到这些', 'Found'),
  answer: w('答案', 'Answer'),
  nearest: w('没有找到正好的，这几条最接近', 'No exact match; these are nearest'),
  nothing: w('没有找到', 'Nothing found'),
  person: w('人工', 'A person'),
  danger: w('请先打电话', 'Call first'),
} satisfies Record<AskReply['is'], Words>
