/**
 * What people ask the district, and the answers: national numbers and programs that were checked, and advice that holds
 * everywhere. What only a district can know is in faqsHere.ts and marked 示例.
 */
import type { ContentOf } from '@/contract/content'
import type { Bilingual } from '@/core/district'
import type { Sample } from './sample'

export type Answered = {
  name: string
  title: Bilingual
  /** In people's words, one a line. */
  asks: string
  text: Bilingual
}

const CHECKED = '2026-11-21'

const ANSWERED: Answered[] = [
  {
    name: 'power',
    title: { zh: '家里停电了怎么办？', en: 'My power is out: what should I do?' },
    asks: `
      没电了找哪里
      突然断电了什么时候来电
      电表跳闸合不上
      电费交了还是没电
      整栋楼都没有电
      power outage at home`,
    text: {
      zh: '先看邻居家有没有电。\n\n- 只有您家没电：看看电表箱是不是跳闸，会冒火花、有焦味的不要碰\n- 邻居也没电：打国家电网 95598，全天有人接，说清小区和楼号\n- 看到电线掉在地上：离开八米以外，别让人靠近，马上打 95598',
      en: 'See first whether your neighbours have power.\n\n- Only you: look whether the breaker in the meter box is off; keep away if there are sparks or a burnt smell\n- Neighbours too: call State Grid, 95598, day and night\n- A wire on the ground: stay eight metres away and call 95598 at once',
    },
  },
  {
    name: 'gas',
    title: { zh: '闻到燃气味怎么办？', en: 'I smell gas: what should I do?' },
    asks: `
      家里有煤气味
      厨房一股天然气的味道
      燃气灶好像漏气
      怀疑天然气管子漏了
      gas smell in the kitchen`,
    text: {
      zh: '按这个顺序做：\n\n- 关掉燃气阀门，打开门窗\n- 不要开灯、关灯，不要在屋里打电话，不要点火\n- 全家人到外面去，再打 119 和燃气公司的电话；有人头晕、恶心，打 120',
      en: 'In this order:\n\n- Close the gas valve, open doors and windows\n- Do not switch lights on or off, do not telephone indoors, no flames\n- Go outside, then call 119 and the gas company; if anybody feels dizzy or sick, 120',
    },
  },
  {
    name: 'fraud',
    title: { zh: '接到可疑电话，或者已经被骗了，怎么办？', en: 'A suspicious call, or I was cheated: what now?' },
    asks: `
      有人自称公安让我转账
      骗子把我的钱骗走了
      刷单被骗了怎么追回来
      说我中奖了要交税
      让我把钱转到安全账户
      96110打来的电话能接吗
      I was scammed online`,
    text: {
      zh: '钱已经转出去了：马上打 110，越快越好，转账记录和聊天记录都留着。\n\n还没有转钱：挂断电话，打 96110 问一问。96110 打给您的电话一定要接，那是公安在劝阻。公安、法院、社保都不会要您把钱转到“安全账户”。',
      en: 'If money has gone: call 110 at once and keep all records.\n\nIf not yet: hang up and ask 96110. If 96110 calls you, answer: it is the police warning you. No office ever asks you to move money to a “safe account”.',
    },
  },
  {
    name: 'wages',
    title: { zh: '工资被拖欠，找谁？', en: 'My wages are not paid: whom do I ask?' },
    asks: `
      老板不给工钱
      干完活包工头跑了不给钱
      工地欠我们几个月工资
      公司不发工资怎么讨
      农民工讨薪
      辞职了最后一个月工资没给
      my boss does not pay me`,
    text: {
      zh: '打人社部门的 12333，说清单位名称、地点、欠了谁、欠多少、从什么时候开始。劳动合同、考勤、工资条、聊天记录都留好。\n\n没签合同也可以投诉。想问法律、请援助律师，打 12348。一时说不清找谁，打 12345。',
      en: 'Call 12333 and say which firm, where, how much and since when. Keep contracts, time sheets and messages.\n\nYou may complain without a contract too. For legal aid call 12348; if in doubt, 12345.',
    },
  },
  {
    name: 'shopping',
    title: { zh: '买到假货、商家不退款，怎么投诉？', en: 'Fake goods or no refund: how do I complain?' },
    asks: `
      网上买的东西是假的
      超市卖过期食品
      店家不给退钱
      健身房关门了卡里的钱怎么退
      缺斤少两找谁
      饭店吃出虫子
      预付卡老板跑路
      the shop refuses a refund`,
    text: {
      zh: '打 12315，或者在微信里搜“全国12315平台”小程序提交。价格、质量、食品的事也归它管。\n\n准备好：商家名称和地址、付款记录、小票、商品照片。先跟商家提一次要求，更容易办成。',
      en: 'Call 12315, or file it in the mini program of the national 12315 platform. Prices, quality and food belong there too.\n\nHave the name and address of the shop, the payment record and photos at hand.',
    },
  },
  {
    name: 'insurance',
    title: { zh: '医保怎么查、异地看病怎么备案？', en: 'Medical insurance: records, and treatment elsewhere' },
    asks: `
      去外地看病医保能报吗
      异地就医备案怎么弄
      医保卡余额在哪里看
      新农合交了没有怎么查
      医保码怎么领
      在天津住院怎么报销
      medical insurance in another city`,
    text: {
      zh: '在微信里打开“国家医保服务平台”小程序，可以领医保码、查缴费记录、办异地就医备案。去外地住院，最好走之前备案。\n\n报销比例和手工报销要带的材料，打 12393 问清再去。',
      en: 'The mini program of the National Healthcare Security platform shows your records and code, and registers treatment in another city: best before you go.\n\nFor rates and papers, call 12393 first.',
    },
  },
  {
    name: 'fund',
    title: { zh: '住房公积金怎么查、怎么提取？', en: 'Housing provident fund: balance and withdrawal' },
    asks: `
      公积金余额在哪看
      租房能取公积金吗
      公积金贷款条件
      换单位了公积金怎么转
      买房取公积金
      housing fund balance`,
    text: {
      zh: '在微信里打开“全国住房公积金”小程序，可以查余额，办转移和提取。\n\n能不能提、能贷多少，各地规定不一样，打 12329 问清楚；打不通可以打 12345。',
      en: 'The national Housing Provident Fund mini program shows the balance and handles transfers and withdrawals.\n\nRules differ from place to place: ask 12329, or 12345.',
    },
  },
  {
    name: 'social',
    title: { zh: '社保缴费记录怎么查，社保卡怎么办？', en: 'Social insurance: records and card' },
    asks: `
      社保断交了几个月
      社保卡丢了
      电子社保卡怎么申领
      交了多少年社保
      灵活就业怎么交社保
      失业金怎么领
      social security card`,
    text: {
      zh: '在微信里打开“电子社保卡”小程序，可以申领电子卡，查自己的社保。\n\n补卡、断缴、转移、失业金，打 12333 问清要带什么、去哪里办。',
      en: 'The electronic social security card mini program issues the card and shows your records.\n\nFor a lost card, gaps, transfers or unemployment benefit, ask 12333 what to bring.',
    },
  },
  {
    name: 'pension',
    title: { zh: '领养老金的人怎么做资格认证？', en: 'Pensioners: the yearly proof' },
    asks: `
      退休金认证在哪做
      老人每年的生存认证
      人脸认证一直通不过
      养老金停发了
      帮父母做养老认证
      pension verification`,
    text: {
      zh: '打开“电子社保卡”小程序，选“待遇资格认证”，按提示对着手机做人脸识别。子女可以用自己的手机帮老人做。\n\n认证不过、养老金停了，打 12333。',
      en: 'In the electronic social security card mini program choose the proof of eligibility and follow the steps; children may do it for their parents.\n\nIf it fails, or payments stopped, call 12333.',
    },
  },
  {
    name: 'tax',
    title: { zh: '个人所得税怎么退、怎么申报？', en: 'Income tax: refunds and returns' },
    asks: `
      退税怎么操作
      年度汇算什么时候办
      专项附加扣除怎么填
      个税app登不上
      开发票的事问谁
      tax refund`,
    text: {
      zh: '下载“个人所得税”App，年度汇算、专项附加扣除、退税都在里面办，不收费。有人打电话说代办退税要您转账的，是骗子。\n\n看不懂的打 12366。',
      en: 'Use the app “个人所得税” for yearly returns, deductions and refunds; it is free. Whoever asks you to pay for a refund is a cheat.\n\nQuestions: 12366.',
    },
  },
  {
    name: 'driving',
    title: { zh: '驾驶证换证、车辆违章怎么办？', en: 'Driving licence and traffic fines' },
    asks: `
      驾照到期了怎么换
      违章在哪里查
      罚款怎么交
      被贴条了
      驾驶证丢了补办
      电动车上牌
      renew my driving licence`,
    text: {
      zh: '下载“交管12123”App，换证、补证、查违章、交罚款都可以办。它没有微信小程序，搜到同名的不要用。\n\n不会用手机的，到车管窗口办，去之前打 12345 问地址和时间。',
      en: 'Use the app 交管12123 to renew, replace, look up and pay. It has no mini program in WeChat: do not use one of that name.\n\nWithout a phone, go to a counter; ask 12345 where.',
    },
  },
  {
    name: 'train',
    title: { zh: '曹妃甸坐火车在哪上车，到唐山多久？', en: 'Trains from Caofeidian to Tangshan' },
    asks: `
      曹妃甸有火车站吗
      去唐山坐火车要多长时间
      唐海南站有几趟车
      火车时刻表
      火车票哪里买
      曹妃甸东站能坐车吗
      train to Tangshan`,
    text: {
      zh: '唐曹铁路 2018 年 6 月 30 日全线通车，沿线有南堡北、唐海南、曹妃甸东、曹妃甸港四个车站，建设时按到唐山约 43 分钟设计。\n\n哪些站现在办客运、有哪些车次，以 12306 查到的为准。',
      en: 'The Tangshan–Caofeidian railway opened in 2018 with the stations Nanpu North, Tanghai South, Caofeidian East and Caofeidian Port; it was planned for about 43 minutes to Tangshan.\n\nWhich stations serve passengers, and when: see 12306.',
    },
  },
  {
    name: 'seat',
    title: { zh: '区政府在哪里，邮编和区号是多少？', en: 'Where is the district government?' },
    asks: `
      区政府地址
      区政府怎么走
      曹妃甸邮政编码
      给区里写信寄到哪
      曹妃甸电话区号
      address of the district government`,
    text: {
      zh: '唐海镇垦丰大街23号，邮编 063200，电话区号 0315。网站：[曹妃甸区人民政府](https://www.caofeidian.gov.cn)。\n\n办事不一定要去区政府，先打 12345 问清在哪个窗口办。',
      en: '23 Kenfeng Street, Tanghai town, postcode 063200, area code 0315. Website: [district government](https://www.caofeidian.gov.cn).\n\nMost things are done at a counter elsewhere: ask 12345 first.',
    },
  },
  {
    name: 'mind',
    title: { zh: '心里难受、睡不着，想找人说说，打哪个电话？', en: 'I feel low and need somebody to talk to' },
    asks: `
      心情不好想找人聊聊
      压力太大撑不住
      孩子抑郁了找谁
      不想活了
      心理咨询电话
      失眠焦虑
      feeling depressed`,
    text: {
      zh: '打 12356，全国统一的心理援助热线，每天至少开通 18 个小时，不用说名字，有人愿意听您说。\n\n如果有伤害自己的念头，现在就打 120 或 110，也请告诉身边的人。',
      en: 'Call 12356, the national line for psychological help: at least 18 hours a day, and you need not give your name.\n\nIf you think of harming yourself, call 120 or 110 now, and tell somebody near you.',
    },
  },
  {
    name: 'sea',
    title: { zh: '海上遇到危险怎么求救？', en: 'How do I call for help at sea?' },
    asks: `
      船在海上坏了
      出海打鱼遇到大风
      赶海被潮水围住
      渔船进水
      海警电话是多少
      boat in distress`,
    text: {
      zh: '打 12395，海上搜救，全天有人接。说清位置、船名、几个人、出了什么事，穿好救生衣。\n\n海上治安、走私、偷渡的事打中国海警 95110。',
      en: 'Call 12395, maritime rescue, day and night: say where you are, which boat, how many people. Put on life jackets.\n\nFor crimes at sea call the coast guard, 95110.',
    },
  },
  {
    name: 'passport',
    title: { zh: '护照、港澳通行证怎么办？', en: 'Passports and travel permits' },
    asks: `
      办护照要带什么
      去香港的通行证在哪办
      外国人签证延期
      港澳台签注
      护照过期了
      visa extension for foreigners`,
    text: {
      zh: '打国家移民管理局 12367，全天有人接，中文、英文都可以，问清要带什么、在哪里办、几天能拿。',
      en: 'Call the National Immigration Administration, 12367, day and night, in Chinese or English: they say what to bring and where.',
    },
  },
  {
    name: 'law',
    title: { zh: '打官司请不起律师，哪里有法律援助？', en: 'Free legal aid' },
    asks: `
      免费律师
      想离婚问律师
      跟邻居闹纠纷找谁调解
      法律咨询电话
      被打了怎么要赔偿
      欠条要不回钱
      free lawyer`,
    text: {
      zh: '打 12348，免费问法律，也可以问怎么申请法律援助、怎么找人民调解。把事情经过、证据和您的要求先理一理。',
      en: 'Call 12348: legal advice is free, and they say how to apply for legal aid or mediation.',
    },
  },
  {
    name: 'hotline',
    title: { zh: '12345 管哪些事，什么时候有人接？', en: 'What is 12345 for, and when?' },
    asks: `
      政府热线几点上班
      市长热线
      不知道找哪个部门
      12345打不通
      政务服务热线
      government hotline`,
    text: {
      zh: '12345 是政务服务便民热线，每天 24 小时有人接。不着急的事都可以打：咨询、求助、投诉、建议。许多部门的热线也并在里面，不知道找谁就打它。\n\n有人受伤或有危险，先打 110、119、120。',
      en: '12345 is the government hotline, day and night, for everything that is no emergency; many other lines lead there too.\n\nIf anybody is in danger, call 110, 119 or 120 first.',
    },
  },
  {
    name: 'women',
    title: { zh: '遇到家暴、妇女权益的事找谁？', en: 'Domestic violence and women’s rights' },
    asks: `
      老公打我
      家庭暴力求助
      怀孕被公司辞退
      妇联电话
      my husband hits me`,
    text: {
      zh: '正在发生的，马上打 110。想咨询、求助，打妇女维权热线 12338；要法律援助，打 12348。伤情照片和报警记录都留好。',
      en: 'If it is happening now, call 110. For advice call 12338, for legal aid 12348. Keep photos and police records.',
    },
  },
  {
    name: 'university',
    title: { zh: '华北理工大学在曹妃甸哪里？', en: 'Where is the university?' },
    asks: `
      理工大学怎么走
      华北理工新校区
      曹妃甸有什么大学
      大学城在哪
      university campus`,
    text: {
      zh: '华北理工大学主校区在曹妃甸新城，2016 年起使用。招生和校内的事以学校公布为准。',
      en: 'The main campus of North China University of Science and Technology is in Caofeidian new town, in use since 2016.',
    },
  },
]

export const asksIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const faqOf = ({ title, asks, text }: Answered): ContentOf<'faq'> => ({
  kind: 'faq',
  title,
  asks: asksIn(asks),
  text,
  checkedAt: CHECKED,
})

export const faqs: Sample[] = ANSWERED.map((answered, place) => ({
  name: `faq ${answered.name}`,
  sample: false,
  by: 'o_lin',
  hoursBack: 24 * 12 + place / 60,
  reviewDays: 180,
  content: () => faqOf(answered),
}))
