/** What only a district can answer, about itself and about this program: all of it 示例, for its own desk to write. */
import { type Answered, faqOf } from './faqs'
import type { Sample } from './sample'

const ANSWERED: Answered[] = [
  {
    name: 'how-long',
    title: { zh: '我反映的问题多久有人回？', en: 'When does somebody answer me?' },
    asks: `
      交上去几天了没人理
      投诉多长时间给答复
      什么时候能处理完
      几个工作日办结
      怎么还没人联系我
      how long does it take`,
    text: {
      zh: '（示例）上班时间里 10 分钟内有人先回复您。办结的时间看是什么事：咨询 2 个工作日，投诉 15 个工作日，求助和建议 10 个工作日。\n\n每件事的期限写在“我的办件”里，要延期会先告诉您原因。',
      en: '(Sample) During office hours somebody replies within 10 minutes. Questions are settled in 2 working days, complaints in 15, the rest in 10. The date stands in “My tickets”.',
    },
  },
  {
    name: 'progress',
    title: { zh: '怎么查办理进度？', en: 'How do I see how far it has come?' },
    asks: `
      我的投诉到哪一步了
      查询码丢了
      编号忘了怎么查
      打12345反映的事怎么查
      where is my report`,
    text: {
      zh: '（示例）用这部手机提交的，打开“我的办件”就能看到。窗口或电话登记的，用回执上的编号和查询码查。查询码丢了，带身份证到登记的窗口补。',
      en: '(Sample) What you filed here is under “My tickets”. What was filed at a counter is found with the number and code on its slip.',
    },
  },
  {
    name: 'dispute',
    title: { zh: '对答复不满意怎么办？', en: 'I am not content with the answer' },
    asks: `
      没解决就给我办结了
      回复敷衍
      想要重新处理
      说修好了其实没修
      不认可处理结果
      I disagree with the answer`,
    text: {
      zh: '（示例）收到答复后 7 天内，在那件办件里点“没有解决”，写明哪里不对。会由另一位工作人员复核，不是原来办理的人。',
      en: '(Sample) Within 7 days choose “Not solved” in the ticket and say what is wrong. Somebody other than the handler reviews it.',
    },
  },
  {
    name: 'private',
    title: { zh: '反映问题会不会泄露我的信息？', en: 'Who sees who I am?' },
    asks: `
      能匿名举报吗
      被投诉的人知道是我吗
      怕打击报复
      不想留名字
      我的电话谁能看到
      is it anonymous`,
    text: {
      zh: '（示例）提交时可以选“不让承办单位看到我是谁”或者“匿名”。公开的内容里不会有您的名字、电话。匿名的事也会办，只是没法打电话问您。',
      en: '(Sample) You may hide who you are from the handling unit, or stay anonymous. Nothing public names you.',
    },
  },
  {
    name: 'water',
    title: { zh: '停水了怎么办，什么时候来水？', en: 'There is no water: what now?' },
    asks: `
      水龙头没水了
      自来水停了好几个小时
      水压太小楼上上不去水
      停水通知在哪看
      水发黄能喝吗
      no tap water`,
    text: {
      zh: '（示例）先看“新闻”里的“通知公告”有没有停水通知。没有通知的，打 12345 说清小区和楼号，会转给供水单位。刚来水发黄，放一会儿再用。',
      en: '(Sample) Look under Announcements first. If there is nothing, call 12345 and say where you are. Let cloudy water run a while.',
    },
  },
  {
    name: 'heating',
    title: { zh: '今年什么时候开始供暖？', en: 'When does the heating start?' },
    asks: `
      几号来暖气
      供暖到几月几号结束
      暖气费怎么交
      取暖费多少钱一平
      没住人的房子能停暖吗
      heating season`,
    text: {
      zh: '（示例）开始和结束的日子、收费标准，以当年的供热公告为准，公告会放在“新闻”的“通知公告”里。要停供的，按公告里的时间去办。',
      en: '(Sample) The dates and prices are in the announcement of the year, under News.',
    },
  },
  {
    name: 'noise',
    title: { zh: '夜里施工、广场舞太吵，找谁管？', en: 'Noise at night: whom do I tell?' },
    asks: `
      半夜工地还在干活
      楼下音响太大声
      邻居装修吵得睡不着
      跳广场舞的声音太大
      烧烤摊吵到后半夜
      construction noise at night`,
    text: {
      zh: '（示例）打开“投诉建议”，选“噪音扰民”，写清地点和时间，录一段声音更好。正在吵的，打 12345。',
      en: '(Sample) Report it under “Noise” with place and time, best with a recording. If it is going on now, call 12345.',
    },
  },
  {
    name: 'school',
    title: { zh: '孩子上小学怎么报名，要带什么？', en: 'How do I enrol my child?' },
    asks: `
      幼升小什么时候报名
      外地户口孩子能在这上学吗
      划片是哪个学校
      转学手续
      小升初怎么分
      primary school enrolment`,
    text: {
      zh: '（示例）每年的报名时间、学区和材料，以当年的招生公告为准，一般要户口本、出生证明、房产或居住证明。公告在“新闻”里。拿不准的，可以找人工问。',
      en: '(Sample) Dates, areas and papers are in the announcement of the year, under News; usually household register, birth certificate and proof of address.',
    },
  },
  {
    name: 'identity',
    title: { zh: '身份证丢了、到期了，去哪里补办？', en: 'Replacing an identity card' },
    asks: `
      补身份证
      身份证过期了
      给孩子办身份证
      临时身份证
      户口本丢了
      lost my id card`,
    text: {
      zh: '（示例）到就近的派出所户籍窗口办，带户口本。急着用的可以办临时身份证。去之前打 12345 问窗口时间。',
      en: '(Sample) Go to the nearest police station with your household register. Ask 12345 for its hours.',
    },
  },
  {
    name: 'business',
    title: { zh: '开店办营业执照要什么手续？', en: 'How do I register a business?' },
    asks: `
      个体户怎么注册
      想开个小饭馆
      办执照要多少钱
      公司注销
      食品经营许可证
      open a restaurant`,
    text: {
      zh: '（示例）带身份证和经营场所的证明，到政务服务大厅办，登记不收费。开饭店还要办食品经营许可。也可以用河北的“冀时办”网上办。',
      en: '(Sample) Bring your identity card and proof of the premises to the service hall; registering is free. Food needs a licence as well.',
    },
  },
  {
    name: 'aid',
    title: { zh: '家里困难，怎么申请低保？', en: 'Applying for basic living aid' },
    asks: `
      低保条件
      生活困难有什么补助
      家里有重病人没钱
      临时救助
      残疾人补贴怎么领
      help for poor families`,
    text: {
      zh: '（示例）带身份证、户口本和收入、病历等证明，到户口所在的镇提出申请，会有人上门了解情况。遇到急难的，可以先申请临时救助。',
      en: '(Sample) Apply at your town with identity card, household register and proof of income or illness. In sudden need ask for temporary aid.',
    },
  },
  {
    name: 'old',
    title: { zh: '老年人有哪些优待和补贴？', en: 'What is there for old people?' },
    asks: `
      老人坐公交免费吗
      高龄津贴多大岁数能领
      八十岁以上补贴
      老年证怎么办
      日间照料中心
      benefits for seniors`,
    text: {
      zh: '（示例）公交优待、高龄津贴的年龄和标准，由区里公布。带身份证到社区或村里问，不方便出门的打 12345，可以上门。',
      en: '(Sample) Free buses and allowances for the very old are set by the district. Ask in your community, or call 12345.',
    },
  },
  {
    name: 'wetland',
    title: { zh: '曹妃甸湿地什么时候开放，要门票吗？', en: 'Is the wetland open, and is there a ticket?' },
    asks: `
      湿地公园几点关门
      看鸟去哪里
      湿地能开车进去吗
      带孩子去湿地玩
      曹妃甸有什么好玩的
      birdwatching`,
    text: {
      zh: '（示例）曹妃甸湿地和鸟类省级自然保护区 2005 年设立，春秋两季鸟最多。开放时间和票价以景区当天公布为准，去之前可以打 12345 问。请走步道，别喂鸟。',
      en: '(Sample) The reserve dates from 2005; most birds come in spring and autumn. Hours and prices are set by the site: ask 12345 first.',
    },
  },
  {
    name: 'bus',
    title: { zh: '公交几点收车，老线路改到哪了？', en: 'Bus times and routes' },
    asks: `
      末班车几点
      去工业区坐几路车
      公交卡在哪充值
      公交线路查询
      公交车半天不来
      bus timetable`,
    text: {
      zh: '（示例）线路和时间在“走进曹妃甸”的“公交”里，改线会在“新闻”里通知。等了很久没来，记下站名和时间，在“投诉建议”里告诉我们。',
      en: '(Sample) Routes and times are under “About us”, Buses; changes are announced under News.',
    },
  },
]

export const faqsHere: Sample[] = ANSWERED.map((answered, place) => ({
  name: `faq ${answered.name}`,
  sample: true,
  by: 'o_lin',
  hoursBack: 24 * 11 + place / 60,
  reviewDays: 90,
  content: () => faqOf(answered),
}))
