/**
 * The sample district. Names of places are real; units, people, hours and telephone numbers other than 12345 are 示例.
 * Time limits: Guangdong's provincial hotline rule (consult 2 working days, complaints and reports 15, others 10).
 */
import type { Category, District } from '@/core/district'
import type { NoticeForm } from '@/core/notice'
import { synonyms } from './synonyms'
import { categoryWords } from './words'

/**
 * Fields as such templates commonly have them; a district copies the names from its own templates (订阅消息) and writes
 * their ids below. The words of officials stay in the app: they may name people.
 */
const NOTICE_FIELDS: NoticeForm['fields'] = [
  { name: 'character_string1', from: 'no' },
  { name: 'thing2', from: 'category' },
  { name: 'phrase3', from: 'status' },
  { name: 'time4', from: 'at' },
  { name: 'thing5', from: 'tip' },
]

/** Of what everybody may read: the title is public. */
const PUBLIC_FIELDS: NoticeForm['fields'] = [
  { name: 'thing1', from: 'title' },
  { name: 'time2', from: 'at' },
  { name: 'thing3', from: 'tip' },
]

const CENTRE = { lat: 39.2719, lng: 118.4478 }
const TANGSHAN = { lat: 39.63, lng: 118.18 }

const withWords = (categories: Category[]): Category[] =>
  categories.map((category) => {
    const words = categoryWords[category.id]
    return words ? { ...category, words } : category
  })

export const caofeidian: District = {
  id: 'caofeidian',
  name: { zh: '曹妃甸区', en: 'Caofeidian' },
  program: { zh: '民呼', en: 'Minhu' },
  prefix: 'CFD',
  sample: true,
  hotline: '12345',
  chat: true,
  categories: withWords([
    {
      id: 'traffic',
      icon: 'traffic',
      kind: 'complaint',
      name: { zh: '道路交通', en: 'Roads, traffic' },
      hint: { zh: '拥堵、坑洼、信号灯、乱停车', en: 'Jams, potholes, lights, parking' },
      questions: [
        {
          id: 'passable',
          ask: { zh: '现在还能通行吗？', en: 'Can people get through now?' },
          options: [
            { id: 'yes', name: { zh: '能通行', en: 'Yes' } },
            { id: 'hardly', name: { zh: '很难通行', en: 'Hardly' } },
            { id: 'no', name: { zh: '完全不通', en: 'Not at all' } },
          ],
        },
        {
          id: 'when',
          ask: { zh: '什么时候出现？', en: 'When does it happen?' },
          options: [
            { id: 'now', name: { zh: '就是现在', en: 'Right now' } },
            { id: 'rush', name: { zh: '上下班时', en: 'At rush hour' } },
            { id: 'always', name: { zh: '一直这样', en: 'All the time' } },
          ],
        },
      ],
    },
    {
      id: 'light',
      icon: 'light',
      kind: 'complaint',
      name: { zh: '路灯照明', en: 'Street lights' },
      hint: { zh: '不亮、歪斜、白天长明', en: 'Dark, leaning, on all day' },
      questions: [
        {
          id: 'how-many',
          ask: { zh: '坏了几盏？', en: 'How many lamps?' },
          options: [
            { id: 'one', name: { zh: '一盏', en: 'One' } },
            { id: 'some', name: { zh: '好几盏', en: 'Several' } },
            { id: 'street', name: { zh: '整条路', en: 'The whole street' } },
          ],
        },
        {
          id: 'wires',
          ask: { zh: '有没有电线露在外面？', en: 'Are any wires bare?' },
          options: [
            { id: 'no', name: { zh: '没有', en: 'No' } },
            { id: 'unsure', name: { zh: '看不清', en: 'I cannot tell' } },
            { id: 'yes', name: { zh: '有电线露出', en: 'Yes, wires are bare' }, danger: true },
          ],
        },
      ],
    },
    {
      id: 'clean',
      icon: 'clean',
      kind: 'complaint',
      name: { zh: '环境卫生', en: 'Waste, dirt' },
      hint: { zh: '垃圾、污水、异味、油烟', en: 'Rubbish, sewage, smells' },
      questions: [
        {
          id: 'what',
          ask: { zh: '主要是什么？', en: 'What is it mainly?' },
          options: [
            { id: 'rubbish', name: { zh: '垃圾', en: 'Rubbish' } },
            { id: 'water', name: { zh: '污水', en: 'Dirty water' } },
            { id: 'smell', name: { zh: '异味、油烟', en: 'Smells or fumes' } },
          ],
        },
        {
          id: 'how-long',
          ask: { zh: '有多久了？', en: 'Since when?' },
          options: [
            { id: 'today', name: { zh: '今天刚有', en: 'Since today' } },
            { id: 'days', name: { zh: '好几天了', en: 'For some days' } },
            { id: 'often', name: { zh: '反复出现', en: 'Again and again' } },
          ],
        },
      ],
    },
    {
      id: 'noise',
      icon: 'noise',
      kind: 'complaint',
      name: { zh: '噪音扰民', en: 'Noise' },
      hint: { zh: '施工、广场舞、商铺音响', en: 'Building sites, music, shops' },
      questions: [
        {
          id: 'now',
          ask: { zh: '现在还在响吗？', en: 'Is it noisy right now?' },
          options: [
            { id: 'yes', name: { zh: '正在响', en: 'Yes' } },
            { id: 'no', name: { zh: '现在停了', en: 'Not now' } },
          ],
        },
        {
          id: 'when',
          ask: { zh: '多在什么时候？', en: 'When is it mostly?' },
          options: [
            { id: 'day', name: { zh: '白天', en: 'By day' } },
            { id: 'noon', name: { zh: '午休时', en: 'At noon' } },
            { id: 'night', name: { zh: '夜里', en: 'At night' } },
          ],
        },
      ],
    },
    {
      id: 'utility',
      icon: 'utility',
      kind: 'help',
      name: { zh: '水电暖气', en: 'Water, power, heat' },
      hint: { zh: '停水停电、漏水、不热', en: 'Outages, leaks, cold homes' },
      questions: [
        {
          id: 'gas',
          ask: { zh: '能闻到燃气味吗？', en: 'Do you smell gas?' },
          options: [
            { id: 'no', name: { zh: '闻不到', en: 'No' } },
            { id: 'yes', name: { zh: '能闻到', en: 'Yes' }, danger: true },
          ],
        },
        {
          id: 'who',
          ask: { zh: '影响到谁？', en: 'Whom does it affect?' },
          options: [
            { id: 'home', name: { zh: '我们一家', en: 'Our home only' } },
            { id: 'building', name: { zh: '整栋楼', en: 'The whole building' } },
            { id: 'area', name: { zh: '附近都这样', en: 'Everybody around' } },
          ],
        },
      ],
    },
    {
      id: 'housing',
      icon: 'housing',
      kind: 'complaint',
      name: { zh: '小区物业', en: 'Housing' },
      hint: { zh: '电梯、消防通道、物业收费', en: 'Lifts, fire lanes, fees' },
      questions: [
        {
          id: 'trapped',
          ask: { zh: '有人困在电梯里吗？', en: 'Is anyone stuck in a lift?' },
          options: [
            { id: 'no', name: { zh: '没有', en: 'No' } },
            { id: 'yes', name: { zh: '有人被困', en: 'Yes' }, danger: true },
          ],
        },
        {
          id: 'asked',
          ask: { zh: '跟物业说过吗？', en: 'Does the property firm know?' },
          options: [
            { id: 'no', name: { zh: '还没有', en: 'Not yet' } },
            { id: 'waiting', name: { zh: '说过，没人管', en: 'Yes, nothing was done' } },
          ],
        },
      ],
    },
    {
      id: 'health',
      icon: 'health',
      kind: 'consult',
      name: { zh: '医疗社保', en: 'Health, benefits' },
      hint: { zh: '医保、养老金、看病', en: 'Insurance, pensions, care' },
    },
    {
      id: 'school',
      icon: 'school',
      kind: 'consult',
      name: { zh: '教育入学', en: 'Schools' },
      hint: { zh: '报名、学区、校车', en: 'Enrolment, areas, buses' },
    },
    {
      id: 'other',
      icon: 'other',
      kind: 'consult',
      name: { zh: '其他事情', en: 'Anything else' },
      hint: { zh: '不知道选哪个，就选它', en: 'Not sure? Choose this' },
    },
  ]),
  guide: [
    { zh: '写清楚三件事：在哪里、什么时候、出了什么问题。', en: 'Say three things: where, when, and what is wrong.' },
    {
      zh: '照片拍一张远的、一张近的，办事的人找得到。',
      en: 'Take one photo from afar and one close up, so that it can be found.',
    },
    { zh: '不要拍别人的脸、车牌和证件。', en: 'Leave out other people’s faces, number plates and papers.' },
    {
      zh: '有人受伤或有危险，请先打 110、119 或 120。',
      en: 'If anyone is hurt or in danger, first call 110, 119 or 120.',
    },
  ],
  units: [
    { id: 'office', name: { zh: '区民呼办公室', en: 'District office' } },
    { id: 'transport', parent: 'office', name: { zh: '交通运输局', en: 'Transport bureau' } },
    { id: 'urban', parent: 'office', name: { zh: '城市管理局', en: 'City management' } },
    { id: 'housing', parent: 'office', name: { zh: '住房和城乡建设局', en: 'Housing bureau' } },
    { id: 'ecology', parent: 'office', name: { zh: '生态环境分局', en: 'Environment bureau' } },
    { id: 'social', parent: 'office', name: { zh: '人力资源和社会保障局', en: 'Social security bureau' } },
    { id: 'tanghai', parent: 'office', town: true, name: { zh: '唐海镇', en: 'Tanghai town' } },
  ],
  duty: {
    workday: [{ from: '08:30', to: '20:00' }],
    restday: [{ from: '09:00', to: '17:00' }],
  },
  desk: { devices: 'any', lockMinutes: 15, codes: 'always' },
  limits: {
    firstReplyMinutes: { target: 10, alarm: 8 },
    resolveDays: { consult: 2, complaint: 15, report: 15, help: 10, suggestion: 10, praise: 10 },
    objectDays: 1,
    objections: 3,
    disputeDays: 7,
    supplyDays: 7,
    extendDays: 15,
    countersignMinutes: 30,
  },
  // Five years: 示例, a district sets its own.
  retention: { ticketDays: 1825 },
  calendar: { worked: [], free: [] },
  channels: [
    { id: 'notice', name: { zh: '通知公告', en: 'Announcements' } },
    { id: 'news', name: { zh: '曹妃甸要闻', en: 'District news' } },
    { id: 'policy', name: { zh: '政策解读', en: 'Policies explained' } },
    { id: 'life', name: { zh: '便民信息', en: 'Daily life' } },
  ],
  menu: [
    { id: 'news', number: 1, icon: 'news', opens: 'news', name: { zh: '新闻', en: 'News' } },
    { id: 'weather', number: 2, icon: 'weather', opens: 'weather', name: { zh: '天气', en: 'Weather' } },
    { id: 'traffic', number: 3, icon: 'traffic', opens: 'traffic', name: { zh: '交通', en: 'Traffic' } },
    { id: 'hotlines', number: 4, icon: 'phone', opens: 'hotlines', name: { zh: '热线电话', en: 'Hotlines' } },
    { id: 'issues', number: 5, icon: 'issues', opens: 'issues', name: { zh: '热点问题', en: 'Popular issues' } },
    { id: 'about', number: 6, icon: 'about', opens: 'about', name: { zh: '走进曹妃甸', en: 'About us' } },
    { id: 'report', number: 7, icon: 'camera', opens: 'report', name: { zh: '投诉建议', en: 'Complain' } },
    { id: 'tickets', number: 8, icon: 'tickets', opens: 'tickets', name: { zh: '我的办件', en: 'My tickets' } },
    { id: 'services', number: 9, icon: 'services', opens: 'services', name: { zh: '便民服务', en: 'Services' } },
    { id: 'person', number: 0, icon: 'person', opens: 'person', name: { zh: '找人工', en: 'A person' } },
  ],
  weather: { name: { zh: '曹妃甸', en: 'Caofeidian' }, point: { lat: 39.27, lng: 118.45 } },
  // Rough points in the middle of each place (示例): a district puts the two ends of its own roads here.
  routes: [
    {
      id: 'from-tangshan',
      name: { zh: '唐山市区到曹妃甸', en: 'Tangshan to Caofeidian' },
      from: TANGSHAN,
      to: CENTRE,
    },
    {
      id: 'to-tangshan',
      name: { zh: '曹妃甸到唐山市区', en: 'Caofeidian to Tangshan' },
      from: CENTRE,
      to: TANGSHAN,
    },
  ],
  feeds: [],
  quickReplies: [
    { zh: '您好，正在帮您查，请稍等。', en: 'Hello, we are looking into it. One moment, please.' },
    { zh: '请说一下具体地点，好吗？', en: 'Could you tell us where exactly?' },
    { zh: '方便的话，请拍张照片发过来。', en: 'If you can, please send us a photo.' },
    { zh: '已经联系负责的单位，有消息马上告诉您。', en: 'We have asked the unit in charge and will tell you at once.' },
    { zh: '这件事要核实一下，今天之内回复您。', en: 'We have to check this and will answer you today.' },
  ],
  // Whole words of danger, none that complaints about everyday things use: who is stopped for nothing stops reading.
  danger: [
    '着火',
    '起火',
    '失火',
    '爆炸',
    '煤气泄漏',
    '燃气泄漏',
    '天然气泄漏',
    '漏煤气',
    '煤气味',
    '燃气味',
    '天然气味',
    '煤气中毒',
    '触电',
    '溺水',
    '落水',
    '昏迷',
    '晕倒',
    '坠楼',
    '跳楼',
    '自杀',
    '轻生',
    '坍塌',
    '有人被困',
    '有人受伤',
    '车祸',
    '持刀',
    '砍人',
    '救命',
    'on fire',
    'gas leak',
    'smell gas',
    'smell of gas',
    'explosion',
    'electrocuted',
    'drowning',
    'unconscious',
    'bleeding',
    'suicide',
    'trapped',
  ],
  map: {
    centre: CENTRE,
    zoom: 12,
    region: { city: '唐山市', code: '130200' },
    places: [{ name: { zh: '曹妃甸区政府', en: 'District government' }, point: CENTRE }],
  },
  synonyms,
  notices: {
    answered: { template: '', lasting: true, fields: NOTICE_FIELDS },
    asked: { template: '', lasting: true, fields: NOTICE_FIELDS },
    replied: { template: '', lasting: true, fields: NOTICE_FIELDS },
    'lapses-soon': { template: '', lasting: true, fields: NOTICE_FIELDS },
    closed: { template: '', lasting: true, fields: NOTICE_FIELDS },
    news: { template: '', lasting: true, fields: NOTICE_FIELDS },
    alert: { template: '', lasting: true, fields: PUBLIC_FIELDS },
    article: { template: '', lasting: true, fields: PUBLIC_FIELDS },
    issue: { template: '', lasting: true, fields: PUBLIC_FIELDS },
  },
}
