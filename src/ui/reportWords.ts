/** The words of the form of a filing. What is said around it (danger, sending, privacy) is in filingWords. */
import type { Ask } from '@/contract'
import type { WhoWords } from './filing/Who'
import { type Words, w } from './word'

type Filed = Ask<'tickets.file'>
type Behalf = NonNullable<Filed['behalf']>

export const reportWords = {
  title: w('随手拍', 'Report a problem'),
  about: w('关于：{title}', 'About: {title}'),
  photos: w('照片', 'Photos'),
  media: w('拍一拍，说一说', 'Show it or say it'),
  mediaHint: w('不加也行', 'All optional'),
  category: w('是哪方面的事', 'What is it about'),
  questions: w('点一下就行，不清楚可以不选', 'One tap each; skip what you do not know'),
  kind: w('您是要', 'You want to'),
  text: w('说说情况', 'What happened'),
  textHint: w('在哪里、什么时候、出了什么问题', 'Where, when, and what is wrong'),
  left: w('还可以写 {n} 字', '{n} characters left'),
  tooLong: w('多了 {n} 字，请删减一些', '{n} characters too many'),
  place: w('地点', 'Place'),
  placeHint: w('例如：垦丰大街小学门口', 'For example: school gate, Kenfeng Street'),
  here: w('用我现在的位置', 'Use where I am now'),
  placeKept: w('已记下位置', 'The position is added'),
  placeDrop: w('不用这个位置', 'Remove the position'),
  spot: w('您扫的是：{name}', 'You scanned: {name}'),
  spotDrop: w('不是这里', 'Not this one'),
  spotNo: w('编号 {id}', 'No. {id}'),
  who: w('姓名和电话给谁看', 'Who may see your name and phone'),
  name: w('姓名', 'Name'),
  phone: w('电话', 'Phone'),
  phoneHint: w('方便工作人员联系您', 'So that we can call you'),

  more: w('更多（都可以不填）', 'More (all optional)'),
  moreHint: w(
    '您的姓名电话、替别人反映、反映单位或人员',
    'Your name and phone, for somebody else, about a unit or official',
  ),
  less: w('收起', 'Close'),
  behalf: w('帮家人或邻居反映', 'For a relative or neighbour'),
  relation: w('他（她）是您的', 'This person is your'),
  behalfName: w('他（她）怎么称呼', 'Their name'),
  behalfPhone: w('他（她）的电话（可不填）', 'Their phone (optional)'),
  against: w('反映的是单位或工作人员', 'About a unit or an official'),
  againstUnit: w('哪个单位', 'Which unit'),
  againstName: w('哪位工作人员（可不填）', 'Which official (optional)'),
  againstNote: w(
    '被反映的单位和工作人员不经办这件事，也看不到它。',
    'The unit and the official it is about will neither handle it nor see it.',
  ),
  yes: w('是', 'Yes'),
  no: w('不是', 'No'),
  consent: w('同意公开处理结果', 'The result may be published'),
  consentNote: w(
    '公开时不带您的姓名、电话和住址。不同意也一样办理。',
    'Without your name, phone or address. It is handled just the same if you do not agree.',
  ),
  guide: w('怎样写办得快', 'How to get it solved quickly'),
  submit: w('提交', 'Send'),
  danger: w('有危险请先打', 'In danger, first call'),
  tip: w('提供线索', 'Send a tip'),
  tipNote: w('您提供的线索，只有民呼办公室能看到。', 'Only the desk sees your tip.'),
  aboutDrop: w('不带这条，照样提交', 'Send it without this'),
  last: w('写好后，按最下面的“提交”。', 'When you are done, press “Send” at the bottom.'),
  readAloud: w('朗读', 'Listen'),
  readStop: w('停止朗读', 'Stop'),
}

/** Who the person is for whom somebody files, seen from who files. */
export const relationWords = {
  parent: w('父母', 'parent'),
  child: w('孩子', 'child'),
  relative: w('其他亲属', 'other relative'),
  neighbour: w('邻居', 'neighbour'),
  other: w('其他人', 'somebody else'),
} satisfies Record<Behalf['relation'], Words>

export const kindWords = {
  complaint: w('投诉', 'Complain'),
  help: w('求助', 'Ask for help'),
  consult: w('咨询', 'Ask a question'),
  suggestion: w('建议', 'Suggest'),
  report: w('举报', 'Report misconduct'),
  praise: w('表扬', 'Praise'),
} satisfies Record<Filed['kind'], Words>

/** To whom the person shows themselves. */
export const visibilityWords = {
  shown: w('公开给办理单位', 'Shown to the unit'),
  hidden: w('只让民呼办公室知道', 'Desk only'),
  anonymous: w('匿名', 'Anonymous'),
} satisfies Record<Filed['visibility'], Words>
const visibilityNotes = {
  shown: w('办理单位能看到您的姓名和电话，方便联系。', 'The unit sees your name and phone and can call you.'),
  hidden: w(
    '办理单位看不到您是谁，只有民呼办公室能联系您。',
    'The unit does not see who you are; only the desk can call you.',
  ),
  anonymous: w('不留姓名和电话，进度在这里看。', 'No name or phone is kept. Follow it here.'),
} satisfies Record<Filed['visibility'], Words>

/** How the form asks who it is. */
export const asking = {
  title: reportWords.who,
  choose: reportWords.who,
  notes: visibilityNotes,
  name: reportWords.name,
  phone: reportWords.phone,
  phoneHint: reportWords.phoneHint,
} satisfies WhoWords
