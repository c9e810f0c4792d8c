/** Every word on the screens, in both languages: plain, polite, short. Sentences of refusal are in contract/refusals.ts. */
import { useSettings } from '@/client/settings'
import type { Lang } from '@/contract/phoneRefusals'
import type { EntryView, TicketView } from '@/contract/tickets'
import { homeWords } from './homeWords'
import { screenedWords } from './screenedWords'
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

  tabs: [w('首页', 'Home'), w('办件', 'Tickets'), w('我的', 'Me')],

  home: homeWords,
  /** All else of the form is in reportWords, apart from the main package. */
  report: {
    title: w('随手拍', 'Report a problem'),
    about: w('关于：{title}', 'About: {title}'),
  },

  photo: {
    add: w('拍照或选照片', 'Add photos'),
    one: w('第 {n} 张照片', 'Photo {n}'),
    sending: w('已传 {n}%', '{n}% sent'),
    sent: w('已传好', 'Sent'),
    failed: w('没传上', 'Failed'),
    retry: w('重传', 'Try again'),
    remove: w('去掉', 'Remove'),
    show: w('看大图', 'Show large'),
    evidence: w('办结照片', 'Photos of the result'),
  },

  kind: {
    complaint: w('投诉', 'Complain'),
    help: w('求助', 'Ask for help'),
    consult: w('咨询', 'Ask a question'),
    suggestion: w('建议', 'Suggest'),
    report: w('举报', 'Report misconduct'),
    praise: w('表扬', 'Praise'),
  } satisfies Record<TicketView['kind'], Words>,

  visibility: {
    shown: w('公开给办理单位', 'Shown to the unit'),
    hidden: w('只让民呼办公室知道', 'Desk only'),
    anonymous: w('匿名', 'Anonymous'),
  } satisfies Record<TicketView['asker']['visibility'], Words>,
  visibilityNote: {
    shown: w('办理单位能看到您的姓名和电话，方便联系。', 'The unit sees your name and phone and can call you.'),
    hidden: w(
      '办理单位看不到您是谁，只有民呼办公室能联系您。',
      'The unit does not see who you are; only the desk can call you.',
    ),
    anonymous: w('不留姓名和电话，进度在这里看。', 'No name or phone is kept. Follow it here.'),
  } satisfies Record<TicketView['asker']['visibility'], Words>,

  status: {
    submitted: w('已提交', 'Sent'),
    dispatched: w('已转办', 'Passed on'),
    handling: w('办理中', 'In progress'),
    waiting: w('等您补充', 'Waiting for you'),
    answered: w('已答复，请您确认', 'Answered: please confirm'),
    disputed: w('您有异议，正在复核', 'Disputed: under review'),
    closed: w('已结束', 'Closed'),
    withdrawn: w('已撤回', 'Withdrawn'),
  } satisfies Record<TicketView['status'], Words>,
  outcome: {
    confirmed: w('您确认已解决', 'You confirmed: solved'),
    'no-answer': w('到期没有收到您的意见，已结束', 'Closed: we did not hear from you'),
    upheld: w('复核后维持答复', 'The answer was upheld'),
    'not-supplied': w('到期没有收到补充，已结束', 'Closed: the details did not come'),
  } satisfies Record<NonNullable<TicketView['outcome']>, Words>,
  result: {
    done: w('已办好', 'Done'),
    impossible: w('办不了', 'Not possible'),
    elsewhere: w('不归本区办', 'Not ours'),
    duplicate: w('与另一件重复', 'Duplicate'),
    unverifiable: w('没有查到', 'Could not be verified'),
  } satisfies Record<NonNullable<EntryView['result']>, Words>,

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
  screened: screenedWords,
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

  clock: {
    first: w('人工回复', 'First reply'),
    resolve: w('办理期限', 'Time limit'),
    replied: w('{n} 分钟内就有人回复了', 'A person replied within {n} min'),
    repliedIn: w('{n} 分钟有人回复', 'A person replied in {n} min'),
    repliedLate: w('用了 {n} 分钟才回复，超过了承诺', 'It took {n} minutes, more than promised'),
    replyBy: w('{t} 前有人回复您', 'A person replies by {t}'),
    replyByDesk: w('请在{t} 前回复', 'Reply by {t}'),
    replyLateDesk: w('已过承诺的回复时间（{t}），请马上回复', 'The reply was due {t}: please reply now'),
    replyLate: w('已超过承诺的时间，值班负责人已看到', 'Later than promised; the desk sees this'),
    replyClosed: w('现在没有人值班，{t} 开始回复', 'The desk is closed and opens {t}'),
    replyUnknown: w('值班时间还没有公布', 'Opening times are not yet announced'),
    replyNone: w('结束前没有人工回复', 'No personal reply before it ended'),
    dueBy: w('{t}前办完，还有 {n} 个工作日', 'Due by {t}, {n} working days left'),
    dueToday: w('今天到期', 'Due today'),
    late: w('已超期 {n} 个工作日（原定 {t}）', '{n} working days late (due {t})'),
    beyond: w('节假日安排还没有公布，期限待定', 'The holiday calendar is not out yet; no date can be given'),
    confirm: w('请您确认是否解决', 'Please say whether it is solved'),
    waits: w('等您回复，期间不计时', 'Waiting for you; the clock stands still'),
    waitsDesk: w('等群众回复，期间不计时', 'Waiting for the citizen; the clock stands still'),
    extended: w('原定 {t}，延长 {n} 个工作日', 'First due {t}, extended by {n} working days'),
    stopped: w('已停止计时', 'The clock has stopped'),
    confirmBy: w(
      '{t}前请您确认，不确认就算“没有回音”，不算满意',
      'Please confirm by {t}. Silence is counted as no answer, not as content',
    ),
    open: w('现在有人值班，{n} 分钟内回复', 'The desk is open: a reply within {n} minutes'),
    closed: w('值班 {t} 开始', 'The desk opens {t}'),
  },

  ticket: {
    title: w('办件', 'Ticket'),
    answer: w('给您的答复', 'The answer to you'),
    question: w('工作人员想问您', 'A question for you'),
    filed: w('已提交', 'Sent'),
    filedHint: w(
      '请记下编号和查询码，没有手机也能查。',
      'Keep the number and the code: they open your ticket anywhere.',
    ),
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
  },

  /** What the asker may do: the button, and the box that opens. */
  act: {
    add: w('补充情况', 'Add something'),
    supply: w('回答并补充', 'Answer'),
    withdraw: w('撤回', 'Withdraw'),
    confirm: w('已经解决', 'It is solved'),
    dispute: w('没有解决', 'It is not solved'),
    rate: w('评价', 'Rate'),
  },
  actHint: {
    add: w('想补充什么', 'What would you like to add'),
    supply: w('写下您的回答', 'Your answer'),
    dispute: w('哪里没有解决', 'What is not solved'),
    rate: w('想说的话（可不填）', 'Anything to say (optional)'),
    withdrawAsk: w('撤回后不再办理，要继续吗？', 'It will no longer be handled. Go on?'),
    disputeNote: w('会由另一位工作人员复核，不是原来的经办人。', 'Somebody other than the handler will review it.'),
  },
  stars: w('{n} 分', '{n} of 5'),

  tickets: {
    title: w('办件', 'My tickets'),
    none: w('您还没有办件', 'You have no tickets yet'),
    noneHint: w('看到问题，拍一张照片就能反映。', 'See a problem? A photo is enough.'),
  },

  lookup: {
    title: w('凭编号查进度', 'Look up a ticket'),
    hint: w('编号和查询码在提交后的回执上。', 'Both are on the receipt you got when you filed.'),
    numberHint: w('例如 CFD-20261121-0001-5', 'For example CFD-20261121-0001-5'),
    codeHint: w('6 位字母和数字', '6 letters and digits'),
    find: w('查询', 'Look up'),
  },

  me: {
    title: w('我的', 'Me'),
    care: w('大字模式', 'Large type'),
    careHint: w('字更大，按钮更大', 'Larger letters and buttons'),
    on: w('已打开', 'On'),
    off: w('已关闭', 'Off'),
    lang: w('语言', 'Language'),
    privacy: w('您的信息怎么用', 'How your details are used'),
    privacyText: w(
      '只用来办理您反映的事。照片里的拍摄地点等信息会自动去掉；匿名时不留姓名和电话；没有您的同意不会公开。',
      'Only to handle what you report. Position and other data inside photos are removed; anonymous means no name or phone is kept; nothing is published without your consent.',
    ),
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
