/** The words of what is read: news, pages about the district, services, popular issues, search. */
import type { PageLine, Reading, ServiceLine } from '@/contract/reading'
import { type Words, w } from './word'

export const readWords = {
  all: w('全部', 'All'),
  notHelped: w('没帮上忙？问一问', 'Not what you need? Ask'),
  call: w('打电话 {number}', 'Call {number}'),
  way: w('看地图、导航', 'Map and directions'),
  /** Where English is asked for and nobody has written it yet. */
  chineseOnly: w('', 'This is only in Chinese so far.'),

  /** What became of an address that was to be opened. */
  opened: {
    copied: w('网址已复制，请打开浏览器粘贴查看。', 'The address is copied. Paste it into your browser.'),
    refused: w(
      '您没有同意使用剪贴板，网址没有复制。想复制时请再点一次。',
      'The address was not copied: you have not allowed the clipboard. To copy it, tap again.',
    ),
    failed: w('没有打开，请稍后再试。', 'It did not open. Please try again later.'),
  },

  news: {
    title: w('新闻', 'News'),
    channels: w('栏目', 'Channels'),
    none: w('这里还没有内容', 'Nothing here yet'),
    appeal: w('寻求线索', 'Can you help?'),
    appealHint: w('请看一看，知道情况的请告诉我们', 'Please have a look, and tell us what you know'),
    search: w('搜索', 'Search'),
  },

  kind: {
    article: w('新闻', 'News'),
    page: w('详情', 'Details'),
    faq: w('问答', 'Answer'),
    appeal: w('寻求线索', 'Can you help?'),
    alert: w('紧急通知', 'Emergency notice'),
  } satisfies Record<Reading['kind'], Words>,

  reading: {
    source: w('来源：{source}', 'Source: {source}'),
    origin: w('看原文', 'Read the original'),
    published: w('{day}发布', 'Published {day}'),
    corrected: w('{day} 更正：{change}', 'Corrected {day}: {change}'),
    correctedPlain: w('{day} 更正过', 'Corrected {day}'),
    correctedNote: w('这是更正后的内容（第 {n} 版）', 'This is the corrected text (edition {n})'),
    photo: w('看大图', 'Show the picture large'),
    video: w('看视频', 'Watch the video'),
    attachments: w('附件', 'Attachments'),
    hours: w('时间', 'Hours'),
    address: w('地址', 'Address'),
    website: w('打开网站', 'Open the website'),
    until: w('有效期到{when}', 'Valid until {when}'),
    owner: w('本页由{unit}负责。', 'Looked after by {unit}.'),
    ownerUntil: w('本页由{unit}负责，{day}前复核。', 'Looked after by {unit}; to be checked again by {day}.'),
    checked: w('{day}核对过。', 'Checked on {day}.'),
    basis: w('法律依据：{basis}', 'Legal basis: {basis}'),
    ask: w('对这条内容有疑问？', 'A question about this?'),
    askHint: w('写给我们，会有工作人员回复。', 'Write to us. A person will answer.'),
    tip: w('提供线索', 'Tell us what you know'),
    tipHint: w('只有工作人员看得到。', 'Only officials see it.'),
    share: w('转发给亲友', 'Share'),
    qr: w('二维码', 'QR code'),
    qrName: w('本页网址的二维码', 'QR code of the address of this page'),
    qrHint: w('用另一部手机扫一扫，就能打开这一页。', 'Scan it with another phone to open this page there.'),
    shareByMenu: w('点右上角“…”，可以转发给亲友。', 'To share this, tap “…” at the top right.'),
    shareCopied: w('网址已复制，可以粘贴发给亲友。', 'The address is copied. Paste it to send it on.'),
    ended: {
      draft: w('这条内容还没有发布。', 'This is not published yet.'),
      published: w('', ''),
      stale: w('这条内容正在复核，暂时不显示。', 'This is being checked and is not shown meanwhile.'),
      expired: w('这条内容已经结束。', 'This has ended.'),
      withdrawn: w('这条内容已经撤回。', 'This was withdrawn.'),
    } satisfies Record<Reading['status'], Words>,
    why: w('说明：{why}', 'Why: {why}'),
  },

  alert: {
    area: w('范围', 'Where'),
    onset: w('开始', 'From'),
    until: w('到期', 'Until'),
    issuer: w('发布', 'Issued by'),
    advice: w('请您这样做', 'What to do'),
    unsigned: w(
      '这条通知已先行发布，负责人正在确认，请先按通知做。',
      'This went out at once. It is being confirmed; please follow it meanwhile.',
    ),
  },

  about: {
    title: w('走进{district}', 'About {district}'),
    bare: w('本区概况', 'About the district'),
    sections: w('看哪方面', 'What about'),
    none: w('这里还没有内容', 'Nothing here yet'),
    until: w('到{day}为止', 'Until {day}'),
    section: {
      overview: w('概况', 'Overview'),
      town: w('镇街', 'Towns'),
      office: w('部门', 'Offices'),
      window: w('办事窗口', 'Service windows'),
      bus: w('公交', 'Buses'),
      rail: w('铁路', 'Trains'),
      sight: w('景点', 'Sights'),
      topic: w('专题', 'Topics'),
    } satisfies Record<PageLine['section'], Words>,
  },

  services: {
    title: w('便民服务', 'Services'),
    situations: w('您要办哪方面的事', 'What is it about'),
    none: w('还没有服务', 'No services yet'),
    money: w(
      '这里只告诉您去哪里办，不收钱。缴费在打开的小程序或网站里进行。',
      'This only shows the way and takes no money. Payments are made in what opens.',
    ),
    open: w('去办理', 'Open'),
    how: w('怎么办', 'Where to go'),
    fold: w('收起', 'Fold'),
    failed: w('没有打开。也可以按下面说的办：', 'It did not open. You can also do this:'),
    bare: w('请打 12345 问一问，有人接听。', 'Please call 12345; a person answers.'),
    situation: {
      child: w('生育婴幼', 'Birth and infants'),
      school: w('上学', 'School'),
      work: w('就业社保', 'Work and insurance'),
      home: w('住房水电', 'Home and utilities'),
      health: w('看病医保', 'Health'),
      old: w('养老', 'Old age'),
      travel: w('出行', 'Getting around'),
      business: w('办企业', 'Business'),
    } satisfies Record<ServiceLine['situation'], Words>,
  },

  issues: {
    title: w('热点问题', 'Popular issues'),
    intro: w('很多人问过的事，答复放在这里。', 'What many people asked, with the answers.'),
    none: w('还没有热点问题', 'No popular issues yet'),
    heat: w('{n} 人问过，{m} 人关注', '{n} asked, {m} follow'),
    answered: w('已答复', 'Answered'),
    answering: w('正在答复', 'Being answered'),
    question: w('问题', 'The question'),
    answer: w('现在的答复', 'The answer in force'),
    by: w('{unit}　{day}', '{unit}, {day}'),
    edition: w('第 {n} 版', 'Edition {n}'),
    waiting: w('还在办理，有了答复会写在这里。', 'Still in progress. The answer will stand here.'),
    too: w('我也要问', 'I want to ask too'),
    follow: w('关注，有新答复告诉我', 'Follow: tell me of new answers'),
    unfollow: w('不再关注', 'Stop following'),
    followed: w('已关注。有了新答复，在“消息”里告诉您。', 'Followed. New answers are told under “Messages”.'),
    tooHint: w('写下您的情况，会有工作人员回复您。', 'Write how it is for you. A person will answer.'),
  },

  search: {
    title: w('搜索', 'Search'),
    label: w('想找什么', 'What are you looking for'),
    hint: w('例如：停电、医保、公交', 'For example: power cut, bus'),
    find: w('搜索', 'Search'),
    intro: w('新闻、电话、办事、热点问题都能搜到。', 'Finds news, numbers, services and popular issues.'),
    count: w('找到 {n} 条', '{n} found'),
    loose: w('没有完全符合的，这些部分相关：', 'Nothing has all your words. These have some:'),
    none: w('没有找到“{words}”', 'Nothing found for “{words}”'),
    noneHint: w('换个词试试，或者直接问工作人员。', 'Try another word, or ask a person.'),
    ask: w('问一问', 'Ask about it'),
    hotline: w('打 12345', 'Call 12345'),
    kind: {
      article: w('新闻', 'News'),
      page: w('区情', 'District'),
      faq: w('问答', 'Answer'),
      road: w('路况', 'Roads'),
      hotline: w('电话', 'Number'),
      service: w('办事', 'Service'),
      appeal: w('线索', 'Appeal'),
      alert: w('应急', 'Emergency'),
      menu: w('菜单', 'Menu'),
      issue: w('热点', 'Issue'),
    },
  },
} as const

/** The government's own hotline (国办发〔2020〕53号): answered everywhere in the country, day and night. */
export const HOTLINE = '12345'
