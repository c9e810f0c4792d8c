/**
 * National and provincial services by life situation. No ids of other mini programs are known for certain: until the desk
 * enters them, each text says how to reach the service and where to go instead.
 */
import type { ContentOf } from '@/contract/content'
import type { Sample } from './sample'

type Rest = Omit<ContentOf<'service'>, 'kind'>

const ASK = { zh: '不会操作，打 12345，有人一步一步教。', en: 'If you are stuck, call 12345.' }
const searching = (name: string) => ({
  zh: `在微信顶部的搜索框里输入“${name}”，点带官方标志的那个小程序。`,
  en: `In WeChat’s search box type “${name}” and choose the official mini program.`,
})
const app = (name: string) => ({
  zh: `在手机应用商店里搜“${name}”，看清开发者是政府部门再下载。`,
  en: `Find “${name}” in your app store; check that the maker is a government department.`,
})
const text = (reach: { zh: string; en: string }, zh: string, en: string) => ({
  zh: [`## 怎么打开`, reach.zh, `## 能办什么`, zh, ASK.zh].join('\n\n'),
  en: [`## How to open it`, reach.en, `## What it does`, en, ASK.en].join('\n\n'),
})

const ALL: ({ name: string } & Rest)[] = [
  {
    name: 'newborn',
    situation: 'child',
    title: { zh: '生孩子前后要办的证', en: 'Papers for a new baby' },
    summary: {
      zh: '出生证明、上户口、参加医保，按顺序办。',
      en: 'Birth certificate, registration, insurance, in this order.',
    },
    text: {
      zh: '## 顺序\n\n- 在医院领出生医学证明\n- 到派出所上户口\n- 给孩子参加医保，问 12393\n\n带什么材料，先打 12345 问清。',
      en: '## In order\n\n- Birth certificate at the hospital\n- Registration with the police\n- Medical insurance: ask 12393\n\nCall 12345 for what to bring.',
    },
    phone: '12345',
  },
  {
    name: 'insurance',
    situation: 'health',
    title: { zh: '国家医保服务平台', en: 'National medical insurance' },
    summary: {
      zh: '查医保、异地就医备案、激活医保码。',
      en: 'Insurance records, treatment elsewhere, insurance code.',
    },
    text: text(
      searching('国家医保服务平台'),
      '查自己和家人的医保，办异地就医备案，激活医保码。窗口也能办，带身份证。',
      'Records of you and your family, treatment in another city, the insurance code.',
    ),
    phone: '12393',
  },
  {
    name: 'insurance code',
    situation: 'health',
    title: { zh: '医保码看病', en: 'Insurance code at the hospital' },
    summary: { zh: '忘带医保卡，出示手机里的码也行。', en: 'No card with you? Show the code on your phone.' },
    text: text(
      {
        zh: '微信里点“我”，点“服务”，再点“医疗健康”。',
        en: 'In WeChat open Me, Services, Medical and health.',
      },
      '挂号、交费、取药时出示。老人的码可以由家人代为激活。',
      'Show it to register, to pay and to collect medicine. Family may set it up for an older person.',
    ),
    phone: '12393',
  },
  {
    name: 'provident fund',
    situation: 'home',
    title: { zh: '全国住房公积金', en: 'Housing provident fund' },
    summary: { zh: '查余额、办转移、提取。', en: 'Balance, transfer, withdrawal.' },
    text: text(
      searching('全国住房公积金'),
      '查余额和缴存记录，换了城市把公积金转过来，申请提取。',
      'Balance and payments, transfer from another city, withdrawal.',
    ),
    phone: '12329',
  },
  {
    name: 'bills',
    situation: 'home',
    title: { zh: '生活缴费：水、电、燃气、暖气', en: 'Bills: water, power, gas, heating' },
    summary: { zh: '在微信里交，不收手续费的才交。', en: 'Pay in WeChat; never pay an extra fee.' },
    text: text(
      { zh: '微信里点“我”，点“服务”，再点“生活缴费”。', en: 'In WeChat open Me, Services, Utilities.' },
      '输入户号就能交，可以给父母交。收到短信链接让您补缴的，不要点。',
      'Enter the account number; you may pay for your parents. Do not open links in messages.',
    ),
    phone: '12345',
  },
  {
    name: 'social security card',
    situation: 'old',
    title: { zh: '电子社保卡：养老待遇资格认证', en: 'Pension: yearly confirmation' },
    summary: { zh: '在家刷脸就能认证，不用跑窗口。', en: 'Confirm with your face at home.' },
    text: text(
      searching('电子社保卡'),
      '领电子社保卡，做养老待遇资格认证，查养老金。行动不便的老人，可以打 12333 问上门办理。',
      'Get the electronic card, confirm for your pension, see payments. Ask 12333 about visits at home.',
    ),
    phone: '12333',
  },
  {
    name: 'jobs',
    situation: 'work',
    title: { zh: '掌上12333：社保和就业', en: 'Social security and jobs' },
    summary: { zh: '查社保、找工作、申领失业金。', en: 'Records, jobs, unemployment benefit.' },
    text: text(
      app('掌上12333'),
      '查社保记录，找工作，申领失业金，反映拖欠工资。',
      'Records, jobs, unemployment benefit, unpaid wages.',
    ),
    phone: '12333',
  },
  {
    name: 'income tax',
    situation: 'work',
    title: { zh: '个人所得税', en: 'Income tax' },
    summary: { zh: '年度汇算、专项附加扣除。', en: 'Yearly return and deductions.' },
    text: text(
      app('个人所得税'),
      '填子女教育、赡养老人等扣除，办年度汇算和退税。退税不收任何费用。',
      'Deductions, the yearly return, refunds. A refund costs nothing.',
    ),
    phone: '12366',
  },
  {
    name: 'school',
    situation: 'school',
    title: { zh: '入学、转学问谁', en: 'Schools: whom to ask' },
    summary: { zh: '看本程序“走进曹妃甸”里的专题，或打 12345。', en: 'See the topics under About us, or call 12345.' },
    text: {
      zh: '报名的时间和材料每年不同，请看本程序里的入学专题。转学先联系要去的学校，再到现在的学校办手续。',
      en: 'Dates and papers change every year: see the topic in this program. To change schools, ask the new school first.',
    },
    phone: '12345',
  },
  {
    name: 'railway',
    situation: 'travel',
    title: { zh: '铁路12306', en: 'Trains: 12306' },
    summary: { zh: '买火车票、退票、改签、预约帮助。', en: 'Train tickets, refunds, changes, help.' },
    text: text(
      searching('铁路12306'),
      '买票、退票、改签。外国人可以用护照买票。行动不便的可以预约接送。',
      'Tickets, refunds and changes; foreigners book with their passport. Help can be booked.',
    ),
    phone: '12306',
  },
  {
    name: 'driving',
    situation: 'travel',
    title: { zh: '交管12123', en: 'Driving: 12123' },
    summary: { zh: '查违法、处理罚款、换驾驶证。', en: 'Fines, licences, vehicles.' },
    text: text(
      app('交管12123'),
      '查违法、交罚款、换驾驶证、预约考试。没有微信小程序，叫这个名字的小程序不要信。',
      'Fines, licences, tests. There is no mini program of this name: do not trust one.',
    ),
    phone: '12345',
  },
  {
    name: 'consumer',
    situation: 'home',
    title: { zh: '全国12315平台', en: 'Consumer complaints: 12315' },
    summary: { zh: '买到假货、退不了钱，在这里投诉。', en: 'Fakes, refused refunds.' },
    text: text(
      searching('全国12315平台'),
      '写清店名、买了什么、想怎么解决，附上小票照片。',
      'Say which shop, what you bought and what you want; add a photo of the receipt.',
    ),
    phone: '12315',
  },
  {
    name: 'national platform',
    situation: 'business',
    title: { zh: '国家政务服务平台', en: 'National government services' },
    summary: { zh: '电子证照、全国通办的事项。', en: 'Electronic papers and services of the whole country.' },
    text: text(
      searching('国家政务服务平台'),
      '实名登录后，可以出示电子证照，办全国通办的事项。',
      'After signing in with your real name: electronic papers and services.',
    ),
    phone: '12345',
  },
  {
    name: 'hebei',
    situation: 'business',
    title: { zh: '冀时办', en: 'Hebei services: Jishiban' },
    summary: { zh: '河北省和各区的事项，开店办企业从这里开始。', en: 'Services of Hebei: start here to open a shop.' },
    text: text(
      app('冀时办'),
      '河北省各部门和各区的事项。开店、办企业、办证照，从这里申请。',
      'Services of Hebei’s departments and districts: shops, companies, permits.',
    ),
    phone: '12345',
  },
]

export const services: Sample[] = ALL.map(({ name, ...rest }, place) => ({
  name: `service ${name}`,
  sample: true,
  by: 'o_lin',
  hoursBack: 24 * 28 + place / 60,
  reviewDays: 90,
  content: () => ({ kind: 'service', ...rest }),
}))
