/**
 * About the district. `sample: false` only where every sentence was checked; towns are real places, but what is said about
 * them is for their own desks to write, so they are 示例 until then.
 */
import type { ContentOf } from '@/contract/content'
import type { Dates, Sample } from './sample'

type Page = ContentOf<'page'>
type Rest = Omit<Page, 'kind' | 'photos'>

const SITE = 'https://www.caofeidian.gov.cn'
const SEAT = { zh: '唐海镇垦丰大街23号（邮编 063200）', en: '23 Kenfeng Street, Tanghai town (postcode 063200)' }
const CENTRE = { lat: 39.2719, lng: 118.4478 }

const page = (rest: Rest): Page => ({ kind: 'page', photos: [], ...rest })
const lines = (...all: string[]): string => all.join('\n\n')
const list = (...all: string[]): string => all.map((one) => `- ${one}`).join('\n')

const KEPT_BY_DESK = {
  zh: '（示例）乡镇名单、地址和办公时间由工作人员维护，以当地公布为准。',
  en: '(Sample) The list of towns, addresses and hours is kept by the desk; what the town itself announces counts.',
}

type Place = { name: string; zh: string; en: string; aboutZh: string; aboutEn: string }
const TOWNS: Place[] = [
  {
    name: 'tanghai',
    zh: '唐海镇',
    en: 'Tanghai town',
    aboutZh: '区政府所在地，原唐海县县城。',
    aboutEn: 'Seat of the district, once the county town of Tanghai.',
  },
  {
    name: 'binhai',
    zh: '滨海镇',
    en: 'Binhai town',
    aboutZh: '原属丰南，2012年曹妃甸区成立时划入。',
    aboutEn: 'Came from Fengnan when the district was founded in 2012.',
  },
  {
    name: 'liuzan',
    zh: '柳赞镇',
    en: 'Liuzan town',
    aboutZh: '原属滦南，2012年曹妃甸区成立时划入。',
    aboutEn: 'Came from Luannan when the district was founded in 2012.',
  },
  {
    name: 'industry',
    zh: '曹妃甸工业区',
    en: 'Caofeidian industrial zone',
    aboutZh: '首钢京唐公司和曹妃甸港区在这一带。',
    aboutEn: 'Around here lie the Shougang Jingtang steelworks and the port.',
  },
  {
    name: 'newtown',
    zh: '曹妃甸新城',
    en: 'Caofeidian new town',
    aboutZh: '华北理工大学主校区在这里，2016年起使用。',
    aboutEn: 'Home of the main campus of North China University of Science and Technology since 2016.',
  },
]

const town = ({ name, zh, en, aboutZh, aboutEn }: Place, place: number): Sample => ({
  name: `town ${name}`,
  sample: true,
  by: 'o_lin',
  hoursBack: 24 * 20 + place,
  reviewDays: 90,
  pictures: place ? [] : ['town'],
  content: () =>
    page({
      section: 'town',
      title: { zh, en },
      summary: { zh: aboutZh, en: aboutEn },
      text: {
        zh: lines(
          aboutZh,
          '## 办事找谁',
          list(
            '社保、低保、残疾人补贴：先打 12345，问清要带什么',
            '路灯、垃圾、管道：在本程序里拍照反映，也可以打 12345',
          ),
          KEPT_BY_DESK.zh,
        ),
        en: lines(
          aboutEn,
          '## Whom to ask',
          list(
            'Benefits and papers: call 12345 first and ask what to bring',
            'Lights, rubbish, pipes: send a photo in this program, or call 12345',
          ),
          KEPT_BY_DESK.en,
        ),
      },
      phone: '12345',
    }),
})

type Window = { name: string; zh: string; en: string; does: string[]; doesEn: string[]; place: string; placeEn: string }
const WINDOWS: Window[] = [
  {
    name: 'hall',
    zh: '政务服务大厅（示例）',
    en: 'Government service hall (sample)',
    does: ['身份类、社保类、医保类事项', '营业执照的设立和变更', '帮老人代填表格，有轮椅和老花镜'],
    doesEn: ['Identity, social security, medical insurance', 'Business licences', 'Help with forms; wheelchairs'],
    place: '唐海镇（示例地址）',
    placeEn: 'Tanghai town (sample address)',
  },
  {
    name: 'insurance',
    zh: '医保经办窗口（示例）',
    en: 'Medical insurance counter (sample)',
    does: ['异地就医备案', '手工报销收件', '医保码不会用，有人手把手教'],
    doesEn: ['Treatment in another city', 'Refunds on paper', 'Help with the insurance code'],
    place: '唐海镇（示例地址）',
    placeEn: 'Tanghai town (sample address)',
  },
  {
    name: 'legal',
    zh: '公共法律服务窗口（示例）',
    en: 'Legal advice counter (sample)',
    does: ['免费问律师', '法律援助申请', '邻里纠纷调解预约'],
    doesEn: ['Free legal advice', 'Applications for legal aid', 'Mediation between neighbours'],
    place: '曹妃甸新城（示例地址）',
    placeEn: 'Caofeidian new town (sample address)',
  },
]

const office = ({ name, zh, en, does, doesEn, place, placeEn }: Window, index: number): Sample => ({
  name: `window ${name}`,
  sample: true,
  by: 'o_lin',
  hoursBack: 24 * 15 + index,
  reviewDays: 60,
  pictures: index ? [] : ['counter'],
  content: () =>
    page({
      section: 'window',
      title: { zh, en },
      summary: { zh: does[0] ?? '', en: doesEn[0] ?? '' },
      text: {
        zh: lines(
          '## 能办什么',
          list(...does),
          '## 去之前',
          '先打 12345 问清要带的材料，能少跑一趟。人多的是周一上午。',
        ),
        en: lines('## What it does', list(...doesEn), '## Before you go', 'Call 12345 and ask what to bring.'),
      },
      hours: {
        zh: '周一至周五 8:30–12:00，13:30–17:30（示例）',
        en: 'Monday to Friday 8:30–12:00 and 13:30–17:30 (sample)',
      },
      phone: '12345',
      address: { zh: place, en: placeEn },
      ...(index === 0 && { point: CENTRE }),
    }),
})

const overview: Sample = {
  name: 'page overview',
  sample: false,
  by: 'o_lin',
  hoursBack: 24 * 25,
  reviewDays: 180,
  pictures: ['harbour'],
  content: () =>
    page({
      section: 'overview',
      title: { zh: '曹妃甸概况', en: 'Caofeidian at a glance' },
      summary: {
        zh: '河北省唐山市的一个区，在渤海边上，有大港、钢厂、湿地和大学。',
        en: 'A district of Tangshan in Hebei, on the Bohai Sea: a large port, a steelworks, wetlands and a university.',
      },
      text: {
        zh: lines(
          '曹妃甸区属河北省唐山市，2012年7月成立，由原唐海县和曹妃甸工业区、曹妃甸新城等合并而成。',
          '## 几个数字',
          list('人口：352,069 人（2020年人口普查）', '邮政编码：063200', '电话区号：0315'),
          '## 大港和工业',
          list(
            '唐山港曹妃甸港区，装卸矿石、煤炭、液化天然气和原油',
            '首钢京唐公司，首钢搬迁后的新厂',
            '中国（河北）自由贸易试验区曹妃甸片区，2019年8月设立',
          ),
          '## 读书和自然',
          list('华北理工大学主校区，2016年起在曹妃甸新城', '曹妃甸湿地和鸟类省级自然保护区，2005年9月批准'),
          '## 怎么来',
          '坐火车走唐曹铁路，买票打 12306。自己开车走唐曹高速或沿海高速。',
          `更多内容请看[区政府网站](${SITE})。`,
        ),
        en: lines(
          'Caofeidian is a district of the city of Tangshan in Hebei province. It was founded in July 2012 from the former Tanghai county, the industrial zone, the new town and neighbouring places.',
          '## In numbers',
          list('People: 352,069 (census of 2020)', 'Postcode: 063200', 'Telephone area code: 0315'),
          '## Port and industry',
          list(
            'Caofeidian port area of Tangshan port: ore, coal, liquefied gas and oil',
            'Shougang Jingtang, the steelworks that moved here from Beijing',
            'Caofeidian area of the Hebei pilot free trade zone, since August 2019',
          ),
          '## Learning and nature',
          list(
            'North China University of Science and Technology, main campus since 2016',
            'Caofeidian wetland and bird reserve of Hebei province, approved in September 2005',
          ),
          '## How to get here',
          'By train on the Tangshan–Caofeidian railway (tickets: 12306). By car on the Tangshan–Caofeidian or the coastal expressway.',
          `More on the [website of the district](${SITE}).`,
        ),
      },
      point: CENTRE,
      url: SITE,
    }),
}

const government: Sample = {
  name: 'page government',
  sample: false,
  by: 'o_lin',
  hoursBack: 24 * 24,
  reviewDays: 180,
  content: () =>
    page({
      section: 'office',
      title: { zh: '曹妃甸区人民政府', en: 'District government' },
      summary: { zh: SEAT.zh, en: SEAT.en },
      text: {
        zh: lines('办事、投诉、咨询先打 12345，不用记别的号码。', `文件和公告在[区政府网站](${SITE})。`),
        en: lines(
          'For anything, call 12345 first: no other number to remember.',
          `Documents are on the [website](${SITE}).`,
        ),
      },
      phone: '12345',
      address: SEAT,
      url: SITE,
    }),
}

const rail: Sample = {
  name: 'page rail',
  sample: false,
  by: 'o_lin',
  hoursBack: 24 * 22,
  reviewDays: 90,
  pictures: ['train'],
  content: () =>
    page({
      section: 'rail',
      title: { zh: '唐曹铁路', en: 'Tangshan–Caofeidian railway' },
      summary: {
        zh: '南堡北、唐海南、曹妃甸东、曹妃甸港四站。',
        en: 'Stations: Nanpu North, Tanghai South, Caofeidian East, Caofeidian Port.',
      },
      text: {
        zh: lines(
          '唐曹铁路全线 2018年6月30日开通，长 91.329 公里，双线电气化，设计时速 160 公里。',
          '## 四个车站',
          list('南堡北站', '唐海南站', '曹妃甸东站', '曹妃甸港站'),
          '## 车次和买票',
          '哪一站有客车、几点开，会有变动，请以 12306 查到的为准。行动不便的人可以提前打 12306 预约帮助。',
        ),
        en: lines(
          'The whole line opened on 30 June 2018: 91.329 km, double track, electric, for 160 km/h.',
          '## Four stations',
          list(
            'Nanpu North (南堡北)',
            'Tanghai South (唐海南)',
            'Caofeidian East (曹妃甸东)',
            'Caofeidian Port (曹妃甸港)',
          ),
          '## Trains and tickets',
          'Which station has passenger trains, and when, changes: go by what 12306 says. Show the Chinese names above to a driver.',
        ),
      },
      phone: '12306',
    }),
}

const bus: Sample = {
  name: 'page bus',
  sample: true,
  by: 'o_lin',
  hoursBack: 24 * 21,
  reviewDays: 60,
  pictures: ['bus'],
  content: () =>
    page({
      section: 'bus',
      title: { zh: '城区公交线路（示例）', en: 'Town buses (sample)' },
      summary: {
        zh: '示例线路，首末班时间以站牌为准。',
        en: 'Sample lines: go by the signs at the stops.',
      },
      text: {
        zh: lines(
          '这里的线路是示例，用来说明这一页长什么样。',
          '## 示例 1 路',
          list('火车站 — 汽车站 — 医院 — 政务大厅', '首班 6:30，末班 18:30', '约 15 分钟一班'),
          '## 示例 2 路',
          list('汽车站 — 实验小学 — 新城 — 大学', '首班 6:40，末班 18:00', '约 20 分钟一班'),
          '东西丢在车上，打 12328 或 12345。',
        ),
        en: lines(
          'These lines are samples; they show what this page looks like.',
          '## Sample line 1',
          list(
            'Railway station, bus station, hospital, service hall',
            'First 6:30, last 18:30',
            'About every 15 minutes',
          ),
          '## Sample line 2',
          list('Bus station, primary school, new town, university', 'First 6:40, last 18:00', 'About every 20 minutes'),
          'Lost something on a bus? Call 12328 or 12345.',
        ),
      },
      hours: { zh: '6:30–18:30（示例）', en: '6:30–18:30 (sample)' },
      phone: '12328',
    }),
}

const sights: Sample[] = [
  {
    name: 'sight wetland',
    sample: false,
    by: 'o_lin',
    hoursBack: 24 * 18,
    reviewDays: 120,
    pictures: ['wetland'],
    content: () =>
      page({
        section: 'sight',
        title: { zh: '曹妃甸湿地', en: 'Caofeidian wetland' },
        summary: {
          zh: '河北省批准的湿地和鸟类自然保护区。',
          en: 'A reserve of Hebei province for wetlands and birds.',
        },
        text: {
          zh: lines(
            '曹妃甸湿地和鸟类省级自然保护区，2005年9月由河北省政府批准。',
            '## 看鸟的规矩',
            list('走步道，不进芦苇荡', '不大声，不放音乐，不追鸟', '不喂食，垃圾带走', '看见受伤的鸟，打 12345'),
            '开放时间和门票请先打 12345 问清。',
          ),
          en: lines(
            'The Caofeidian wetland and bird reserve was approved by the government of Hebei in September 2005.',
            '## When you watch birds',
            list(
              'Keep to the paths and out of the reeds',
              'No noise, no music, no chasing',
              'Do not feed them; take your rubbish with you',
              'An injured bird? Call 12345',
            ),
            'Ask 12345 for opening hours and tickets before you go.',
          ),
        },
        phone: '12345',
      }),
  },
  {
    name: 'sight seawall',
    sample: true,
    by: 'o_lin',
    hoursBack: 24 * 18 + 1,
    reviewDays: 120,
    pictures: ['sunrise'],
    content: () =>
      page({
        section: 'sight',
        title: { zh: '海堤日出步道（示例）', en: 'Sea wall walk at sunrise (sample)' },
        summary: {
          zh: '示例景点：平路两公里，轮椅能走。',
          en: 'A sample sight: two level kilometres, fit for wheelchairs.',
        },
        text: {
          zh: lines(
            '这是示例内容，没有这个地方。',
            list('平路两公里，轮椅和婴儿车能走', '每三百米有长椅', '大风和大雾天不要上海堤'),
          ),
          en: lines(
            'This is sample content: there is no such place.',
            list('Two level kilometres, fit for wheelchairs', 'A bench every 300 metres', 'Stay away in gales and fog'),
          ),
        },
        hours: { zh: '全天（示例）', en: 'Always open (sample)' },
      }),
  },
  {
    name: 'sight museum',
    sample: true,
    by: 'o_lin',
    hoursBack: 24 * 18 + 2,
    reviewDays: 120,
    pictures: ['museum'],
    content: () =>
      page({
        section: 'sight',
        title: { zh: '垦区记忆陈列室（示例）', en: 'Museum of the farms (sample)' },
        summary: {
          zh: '示例景点：老农具、老照片，有人讲解。',
          en: 'A sample sight: old tools and photos, with a guide.',
        },
        text: {
          zh: lines(
            '这是示例内容，没有这个地方。',
            list('免费，不用预约', '周末上午有老农场工人讲故事', '有无障碍厕所'),
          ),
          en: lines(
            'This is sample content: there is no such place.',
            list('Free, no booking', 'Stories on weekend mornings', 'Toilets for wheelchairs'),
          ),
        },
        hours: { zh: '周二至周日 9:00–16:30（示例）', en: 'Tuesday to Sunday 9:00–16:30 (sample)' },
        address: { zh: '唐海镇（示例地址）', en: 'Tanghai town (sample address)' },
      }),
  },
]

const enrolment = (on: Dates): Page =>
  page({
    section: 'topic',
    title: { zh: '小学入学怎么报名（示例）', en: 'Enrolling at primary school (sample)' },
    summary: { zh: '示例专题：三步报名，材料只交一次。', en: 'A sample topic: three steps, papers only once.' },
    text: {
      zh: lines(
        `报名到${on.zh(25)}截止（示例）。`,
        '## 三步',
        list('网上填表，拍照上传户口簿和房产证明', '学校三个工作日内回复，缺什么会一次说清', '拿着通知书到学校领课本'),
        '## 外来务工人员的孩子',
        '有居住证和社保记录就能报名，材料不全先报上，后面再补。',
        '有不明白的，点下面“问一问”，或者打 12345。',
      ),
      en: lines(
        `Enrolment ends on ${on.en(25)} (sample).`,
        '## Three steps',
        list(
          'Fill in the form and photograph your papers',
          'The school answers in three working days',
          'Collect the books with the letter',
        ),
        'Questions: ask below, or call 12345.',
      ),
    },
    phone: '12345',
    expiresAt: on.at(24 * 26),
  })

const exams = (on: Dates): Page =>
  page({
    section: 'topic',
    title: { zh: '考试成绩查询（示例）', en: 'Exam results (sample)' },
    summary: { zh: `示例专题：${on.zh(9)}上午九点可查。`, en: `A sample topic: from 9:00 on ${on.en(9)}.` },
    text: {
      zh: lines(
        `成绩${on.zh(9)}上午 9:00 公布（示例），只能本人用准考证号查。`,
        '## 小心骗子',
        list('提前“卖成绩”的都是假的', '不要点短信里的链接，不要把准考证号告诉别人', '已经转了钱，马上打 96110'),
        '## 对成绩有疑问',
        '五天之内可以申请复核，由学校统一交。',
        '孩子心里难受，可以打 12356，有人听他说话。',
      ),
      en: lines(
        `Results are out at 9:00 on ${on.en(9)} (sample), for the pupil only.`,
        '## Beware of fraud',
        list('Nobody sells results early', 'Do not open links in messages', 'If you have paid already, call 96110'),
        'A child who feels low may call 12356.',
      ),
    },
    phone: '12345',
    expiresAt: on.at(24 * 20),
  })

export const pages: Sample[] = [
  overview,
  government,
  ...TOWNS.map(town),
  ...WINDOWS.map(office),
  bus,
  rail,
  ...sights,
  {
    name: 'topic enrolment',
    sample: true,
    by: 'o_lin',
    hoursBack: 24 * 6,
    reviewDays: 20,
    pictures: ['satchel'],
    content: enrolment,
  },
  { name: 'topic exams', sample: true, by: 'o_lin', hoursBack: 24 * 5, reviewDays: 15, content: exams },
  {
    // Nobody has looked after it: the timer hides it, and the desk is told.
    name: 'window old-age card',
    sample: true,
    by: 'o_lin',
    hoursBack: 24 * 40,
    reviewDays: 30,
    content: () =>
      page({
        section: 'window',
        title: { zh: '老年优待证代办点（示例）', en: 'Senior cards (sample)' },
        summary: { zh: '示例：复查日期已过，等工作人员核对。', en: 'Sample: its review date has passed.' },
        text: { zh: '每周三上午在社区代办（示例）。', en: 'On Wednesday mornings (sample).' },
        hours: { zh: '周三上午（示例）', en: 'Wednesday mornings (sample)' },
        phone: '12345',
      }),
  },
]
