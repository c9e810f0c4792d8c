/**
 * The words that the first screens and many others say, in both languages: plain, polite, short. What is said on some
 * screens only is in a file of its own beside this, apart from the main package. Sentences of refusal are in contract/refusals.ts.
 */
import { useSettings } from '@/client/settings'
import type { Lang } from '@/contract/phoneRefusals'
import type { EntryView, TicketView } from '@/contract/tickets'
import { homeWords } from './homeWords'
import { inboxWords } from './inboxWords'
import { type Words, w } from './word'

export type { Words }

export const words = {
  sample: w('示例', 'Sample'),
  sampleNote: w('这是示例区的演示，内容均为示例。', 'This is a demonstration with sample content.'),
  loading: w('正在打开…', 'Opening…'),
  again: w('再试一次', 'Try again'),
  asOf: w('没有网络，显示的是{t} 的内容。', 'No connection. This is from {t}.'),
  more: w('查看更多', 'Show more'),
  send: w('发送', 'Send'),
  sending: w('正在发送…', 'Sending…'),
  cancel: w('取消', 'Cancel'),
  back: w('返回', 'Back'),
  trace: w('问题编号', 'Reference'),
  optional: w('可不填', 'optional'),
  /** Between the things of a list. */
  and: w('、', ', '),
  /** Between the parts of a sentence. */
  comma: w('，', ', '),
  named: w('{name}：{text}', '{name}: {text}'),

  tabs: [w('首页', 'Home'), w('办件', 'Tickets'), inboxWords.title, w('我的', 'Me')],

  home: homeWords,

  status: {
    submitted: w('已提交', 'Sent'),
    dispatched: w('已转办', 'Passed on'),
    handling: w('办理中', 'In progress'),
    merged: w('合并办理中', 'Handled together'),
    waiting: w('等您补充', 'Waiting for you'),
    answered: w('已答复，请您确认', 'Answered: please confirm'),
    disputed: w('您有异议，正在复核', 'Disputed: under review'),
    closed: w('已结束', 'Closed'),
    withdrawn: w('已撤回', 'Withdrawn'),
  } satisfies Record<TicketView['status'], Words>,
  result: {
    done: w('已办好', 'Done'),
    impossible: w('办不了', 'Not possible'),
    elsewhere: w('不归本区办', 'Not ours'),
    duplicate: w('与另一件重复', 'Duplicate'),
    unverifiable: w('没有查到', 'Could not be verified'),
  } satisfies Record<NonNullable<EntryView['result']>, Words>,

  /** In lists; all else about it is in screenedWords. */
  screened: {
    mark: w('待核对', 'To be checked'),
    instead: {
      held: w('内容待核对', 'To be checked'),
      withheld: w('内容不予展示', 'Not shown'),
    },
  },

  clock: {
    first: w('人工回复', 'First reply'),
    resolve: w('办理期限', 'Time limit'),
    replied: w('{n} 分钟内就有人回复了', 'A person replied within {n} min'),
    repliedIn: w('{n} 分钟有人回复', 'A person replied in {n} min'),
    repliedLate: w('用了 {n} 分钟才回复，超过了承诺', 'It took {n} minutes, more than promised'),
    ready: w('提交时已有统一答复', 'Answered already when it was asked'),
    replyBy: w('{t} 前有人回复您', 'A person replies by {t}'),
    replyLate: w('已超过承诺的时间，值班负责人已看到', 'Later than promised; the desk sees this'),
    replyClosed: w('现在没有人值班，{t} 开始回复', 'The desk is closed and opens {t}'),
    moved: w('（值班时间有调整，原定{t}）', ' (opening hours have changed; it was to be by {t})'),
    replyUnknown: w('值班时间还没有公布', 'Opening times are not yet announced'),
    replyNone: w('结束前没有人工回复', 'No personal reply before it ended'),
    dueBy: w('{t}前办完，还有 {n} 个工作日', 'Due by {t}, {n} working days left'),
    dueToday: w('今天到期', 'Due today'),
    late: w('已超期 {n} 个工作日（原定 {t}）', '{n} working days late (due {t})'),
    beyond: w('节假日安排还没有公布，期限待定', 'The holiday calendar is not out yet; no date can be given'),
    confirm: w('请您确认是否解决', 'Please say whether it is solved'),
    waits: w('等您回复，期间不计时', 'Waiting for you; the clock stands still'),
    extended: w('（原定 {t}，延长 {n} 个工作日）', ' (first due {t}, extended by {n} working days)'),
    stopped: w('已停止计时', 'The clock has stopped'),
    confirmBy: w(
      '{t}前请您确认，不确认就算“没有回音”，不算满意',
      'Please confirm by {t}. Silence is counted as no answer, not as content',
    ),
    open: w('现在有人值班，{n} 分钟内回复', 'The desk is open: a reply within {n} minutes'),
    closed: w('值班 {t} 开始', 'The desk opens {t}'),
  },

  tickets: {
    title: w('办件', 'My tickets'),
    none: w('您还没有办件', 'You have no tickets yet'),
    noneHint: w('看到问题，拍一张照片就能反映。', 'See a problem? A photo is enough.'),
  },

  me: {
    title: w('我的', 'Me'),
    care: w('大字模式', 'Large type'),
    careHint: w('字更大，按钮更大', 'Larger letters and buttons'),
    on: w('已打开', 'On'),
    off: w('已关闭', 'Off'),
    lang: w('语言', 'Language'),
    privacy: w('隐私和我的信息', 'Privacy and my details'),
    officials: w('工作人员入口', 'For officials'),
  },

  time: {
    today: w('今天', 'today'),
    yesterday: w('昨天', 'yesterday'),
    tomorrow: w('明天', 'tomorrow'),
  },
} as const

/** The words for one person: `say(words.home.report)`; `{n}` and the like are filled in. */
export type Say = (pair: Words, values?: Record<string, string | number>) => string

const speakers: Record<Lang, Say> = { zh: speaker('zh'), en: speaker('en') }
export const sayIn = (lang: Lang): Say => speakers[lang]

/**
 * What nobody has written in English is said in Chinese: an emergency without words would be worse. Without values
 * nothing is filled in: what officials wrote may hold braces of its own.
 */
function speaker(lang: Lang): Say {
  return (pair, values) => {
    const text = pair[lang] || pair.zh
    return values ? text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')) : text
  }
}

export const useSay = (): Say => sayIn(useSettings((settings) => settings.lang))
