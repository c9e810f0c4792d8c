/** Every screen there is, by name: how it is reached, and by whom. For the pictures, and for tests that visit them all. */

/** What is in the seeded town that a screen can be opened with. */
export type Things = {
  ticket: string
  /** One with everything in it, just filed by the neighbour. */
  whole: string
  /** What a computer shows that asks to be let in by a phone. */
  offer: string
  /** Many ask it: one with an answer and its correction, and one without. */
  group: string
  unanswered: string
  /** The ticket of one of them, who has the answer. */
  told: string
  /** The id of a sample release, by its name in the sample content. */
  release: (name: string) => string
}
/** worker: the citizen of the first scenario. neighbour: who filed the ticket with everything in it. thirsty: one of many who ask the same. The others are accounts of sample officials. */
export type Viewer = 'anyone' | 'worker' | 'neighbour' | 'thirsty' | 'wang' | 'lin' | 'gao'
/** `sees`: words that are only there once it has opened. `choose`: how the name of a choice begins that is taken first. */
export type Shot = {
  name: string
  who: Viewer
  route: string | ((things: Things) => string)
  sees: string
  choose?: string
}

const read = (name: string) => (things: Things) => `pages/read/reading/index?id=${things.release(name)}`
const deskRelease = (name: string) => (things: Things) => `desk/release/index?id=${things.release(name)}`

/** On a phone, each as it looks in every one of the looks. */
export const CITIZEN_SCREENS: Shot[] = [
  { name: 'home', who: 'worker', route: 'pages/home/index', sees: '随手拍' },
  { name: 'tickets', who: 'worker', route: 'pages/tickets/index', sees: '您有异议' },
  { name: 'ticket', who: 'worker', route: ({ ticket }) => `pages/ticket/index?no=${ticket}`, sees: '办理过程' },
  { name: 'ticket-told', who: 'thirsty', route: ({ told }) => `pages/ticket/index?no=${told}`, sees: '18:00' },
  { name: 'inbox', who: 'worker', route: 'pages/inbox/index', sees: '通知设置' },
  { name: 'inbox-empty', who: 'neighbour', route: 'pages/inbox/index', sees: '还没有消息' },
  { name: 'wishes', who: 'worker', route: 'pages/read/wishes/index', sees: '夜间不打扰' },
  { name: 'me', who: 'worker', route: 'pages/me/index', sees: '隐私和我的信息' },
  { name: 'privacy', who: 'anyone', route: 'pages/privacy/index', sees: '区里保存的' },
  { name: 'report', who: 'worker', route: 'pages/report/index', sees: '是哪方面的事' },
  { name: 'ask', who: 'anyone', route: 'pages/ask/index', sees: '找人工' },
  {
    name: 'ask-answer',
    who: 'anyone',
    route: `pages/ask/index?words=${encodeURIComponent('路灯坏了找谁')}`,
    sees: '没帮上忙',
  },
  {
    name: 'ask-danger',
    who: 'anyone',
    route: `pages/ask/index?words=${encodeURIComponent('有人触电了')}`,
    sees: '110',
  },
  { name: 'lookup', who: 'anyone', route: 'pages/lookup/index', sees: '查询码' },
  { name: 'news', who: 'anyone', route: 'pages/read/news/index', sees: '政策解读' },
  { name: 'article', who: 'anyone', route: read('article pipes'), sees: '停水安排' },
  { name: 'weather', who: 'anyone', route: 'pages/read/weather/index', sees: '未来 24 小时' },
  { name: 'traffic', who: 'anyone', route: 'pages/read/traffic/index', sees: '希望路' },
  { name: 'hotlines', who: 'anyone', route: 'pages/read/hotlines/index', sees: '12329' },
  { name: 'issues', who: 'anyone', route: 'pages/read/issues/index', sees: '已答复' },
  { name: 'issue', who: 'anyone', route: 'pages/read/issue/index?id=motorway-exit', sees: '现在的答复' },
  { name: 'issue-many', who: 'anyone', route: ({ group }) => `pages/read/issue/index?id=${group}`, sees: '18:00' },
  { name: 'about', who: 'anyone', route: 'pages/read/about/index', sees: '曹妃甸概况' },
  { name: 'sights', who: 'anyone', route: 'pages/read/about/index?section=sight', sees: '海堤日出' },
  { name: 'page', who: 'anyone', route: read('sight wetland'), sees: '看鸟的规矩' },
  { name: 'services', who: 'anyone', route: 'pages/read/services/index', sees: '生孩子' },
  { name: 'search', who: 'anyone', route: `pages/read/search/index?words=${encodeURIComponent('停电')}`, sees: '找到' },
  { name: 'appeal', who: 'anyone', route: read('appeal camera'), sees: '半卷胶卷' },
  { name: 'alerts', who: 'anyone', route: 'pages/read/alerts/index', sees: '正在生效' },
  { name: 'alert', who: 'anyone', route: read('alert wind'), sees: '请您这样做' },
]

/** On a computer at the desk, and on an official's phone. */
export const DESK_SCREENS: Shot[] = [
  { name: 'sign-in', who: 'anyone', route: 'desk/signin/index', sees: '账号' },
  { name: 'sign-in-phone', who: 'anyone', route: 'desk/signin/index', sees: '用已经登录的手机', choose: '手机扫码' },
  { name: 'approve', who: 'wang', route: ({ offer }) => `office/approve/index?offer=${offer}`, sees: '同意登录' },
  { name: 'queue', who: 'wang', route: 'desk/queue/index', sees: '待办' },
  { name: 'reminders', who: 'wang', route: 'office/reminders/index', sees: '首次回复' },
  { name: 'ticket', who: 'wang', route: ({ ticket }) => `desk/ticket/index?no=${ticket}`, sees: '办理过程' },
  { name: 'file', who: 'wang', route: 'office/file/index', sees: '对方在哪里' },
  { name: 'spots', who: 'wang', route: 'office/spots/index', sees: '批量添加' },
  { name: 'releases', who: 'lin', route: 'desk/releases/index', sees: '菜市场' },
  { name: 'releases-to-sign', who: 'gao', route: 'desk/releases/index', sees: '周末清滩', choose: '待我签' },
  { name: 'releases-published', who: 'lin', route: 'desk/releases/index', sees: '交通运输局', choose: '已发布' },
  { name: 'release', who: 'lin', route: deskRelease('article pipes'), sees: '群众看到的样子' },
  { name: 'release-to-sign', who: 'gao', route: deskRelease('article beach'), sees: '群众看到的样子' },
  { name: 'release-alert', who: 'gao', route: deskRelease('alert wind'), sees: '群众看到的样子' },
  { name: 'write-article', who: 'lin', route: 'desk/write/index?kind=article', sees: '栏目' },
  { name: 'write-alert', who: 'lin', route: 'desk/write/index?kind=alert', sees: '什么情况' },
  { name: 'write-page', who: 'lin', route: 'desk/write/index?kind=page', sees: '放在哪一栏' },
  { name: 'write-road', who: 'lin', route: 'desk/write/index?kind=road', sees: '什么情况' },
  { name: 'write-hotline', who: 'lin', route: 'desk/write/index?kind=hotline', sees: '电话号码' },
  { name: 'write-service', who: 'lin', route: 'desk/write/index?kind=service', sees: '什么事' },
  { name: 'write-appeal', who: 'lin', route: 'desk/write/index?kind=appeal', sees: '法律依据' },
  { name: 'write-faq', who: 'lin', route: 'desk/write/index?kind=faq', sees: '群众会怎么问' },
  { name: 'write-menu', who: 'lin', route: 'desk/write/index?kind=menu', sees: '走进曹妃甸' },
  { name: 'office-people', who: 'lin', route: 'office/people/index', sees: '王敏' },
  { name: 'office-duty', who: 'lin', route: 'office/duty/index', sees: '加一班' },
  { name: 'office-hours', who: 'lin', route: 'office/duty/index', sees: '特殊日期', choose: '值班时间' },
  { name: 'office-sheet', who: 'wang', route: 'office/duty/index', sees: '值班交接单', choose: '交接单' },
  { name: 'office-phrases', who: 'lin', route: 'office/phrases/index', sees: '新增模板' },
  { name: 'office-routing', who: 'lin', route: 'office/routing/index', sees: '第 1 条' },
  { name: 'office-figures', who: 'lin', route: 'office/figures/index', sees: '群众确认解决' },
  { name: 'office-audit', who: 'lin', route: 'office/audit/index', sees: '工单编号' },
  { name: 'office-groups', who: 'wang', route: 'office/groups/index', sees: '已归在一起' },
  {
    ...{ name: 'office-groups-like', who: 'wang', sees: '和它相像的工单' },
    route: ({ ticket }) => `office/groups/index?no=${ticket}`,
  },
  { name: 'office-group', who: 'wang', route: ({ group }) => `office/group/index?id=${group}`, sees: '历次答复' },
  { name: 'office-blocks', who: 'lin', route: 'office/blocks/index', sees: '没有被限制' },
  { name: 'office-block-add', who: 'wang', route: ({ ticket }) => `office/blocks/index?no=${ticket}`, sees: '天' },
  { name: 'office-me', who: 'lin', route: 'office/me/index', sees: '我的设备' },
]
