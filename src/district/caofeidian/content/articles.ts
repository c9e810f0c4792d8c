/** Sample articles. Every one is made up and says so; nobody in them exists. */
import type { ContentOf } from '@/contract/content'
import type { Dates, Sample } from './sample'

type Article = ContentOf<'article'>
type Rest = Pick<Article, 'channel' | 'title' | 'summary' | 'text'> & Partial<Article>

const article = (rest: Rest): Article => ({ kind: 'article', photos: [], attachments: [], ...rest })
const lines = (...all: string[]): string => all.join('\n\n')
const list = (...all: string[]): string => all.map((one) => `- ${one}`).join('\n')
const MADE_UP = '（示例内容，人和事都是编的。）'
const MADE_UP_EN = '(Sample content: people and events are made up.)'

const pipes = (on: Dates, second: number): Article =>
  article({
    channel: 'notice',
    title: {
      zh: '垦丰大街换水管，三段分开停水（示例）',
      en: 'New water pipes in Kenfeng Street: water off in three steps (sample)',
    },
    summary: {
      zh: '每段只停一个上午，送水车停在路口，老人可以打 12345 送上门。',
      en: 'One morning for each part; water tankers stand at the crossings.',
    },
    text: {
      zh: lines(
        MADE_UP,
        '垦丰大街的水管用了二十多年，去年漏了十一次。这次分三段换新，每段只停一个上午。',
        '## 停水安排',
        list(
          `第一段（小学以东）：${on.zh(3)} 8:00–12:00`,
          `第二段（小学到菜市场）：${on.zh(second)} 8:00–12:00`,
          `第三段（菜市场以西）：${on.zh(7)} 8:00–12:00`,
        ),
        '## 家里要做的三件事',
        list(
          '前一天晚上接一桶水，够冲厕所和做饭',
          '停水时关好水龙头，免得来水时没人在家',
          '来水后先放一分钟，水清了再用',
        ),
        '## 取水和帮忙',
        '送水车停在希望路口和建设大街口。行动不便的老人，打 12345 说地址，有人把水送到家。',
        '洗衣房、饭馆和学校已经逐家上门说过。施工到晚上八点停，有噪音可以在本程序里拍照反映。',
      ),
      en: lines(
        MADE_UP_EN,
        'The pipes in Kenfeng Street are being replaced in three parts, one morning each.',
        list(
          `East of the school: ${on.en(3)}, 8:00–12:00`,
          `School to market: ${on.en(second)}, 8:00–12:00`,
          `West of the market: ${on.en(7)}, 8:00–12:00`,
        ),
        'If you cannot carry water, call 12345 and somebody brings it.',
      ),
    },
    attachments: [
      { name: '三段施工示意图（示例）', url: 'https://example.com/minhu/stages.pdf' },
      { name: '给商户的一封信（示例）', url: 'https://example.com/minhu/letter.pdf' },
    ],
  })

const motorway = (): Article =>
  article({
    channel: 'news',
    title: {
      zh: '从堵一小时到九分钟：一个高速出口的八天（示例）',
      en: 'From an hour to nine minutes: eight days at a motorway exit (sample)',
    },
    summary: {
      zh: '上班路上每天多花一小时，一位工人拍了照片。',
      en: 'A worker lost an hour a day on the way to the plant, and took a photo.',
    },
    text: {
      zh: lines(
        MADE_UP,
        '早上七点半，唐曹高速曹妃甸出口。货车和小车挤在一条道上，一公里要走将近一小时。在工业区上班的孙女士停在车流里，拍下一张照片。',
        '九点零五分，照片到了区民呼办公室。五分钟后，值班的人回了话：马上请人到现场看。',
        '## 第一次没有办好',
        '两天后，出口多了一块分道标志。可是第二天早上还是堵了四十分钟，孙女士点了“没有解决”。',
        '复核的人看了前后两张照片，退了回去，只写了一句话：确实没有解决。',
        '## 第二次',
        list('货车专用道画了线', '早上七点到九点，货车走东侧匝道', '高峰时有人在路口疏导'),
        '三天测下来，通过出口平均 9 分钟。孙女士给了五颗星：真的不堵了。',
        '您也遇到这样的路？在首页点“随手拍”，拍一张远的、一张近的。',
      ),
      en: lines(
        MADE_UP_EN,
        'Lorries and cars shared one lane, and the last kilometre took an hour. Five minutes after the photo arrived, somebody answered.',
        'The first try, a sign, did not help, and she said so. The second did: a lane for lorries, another ramp from seven to nine.',
        'Now it takes nine minutes.',
      ),
    },
  })

const birds = (): Article =>
  article({
    channel: 'news',
    title: { zh: '数鸟人的清晨（示例）', en: 'A morning with the bird counters (sample)' },
    summary: {
      zh: '六个志愿者，两架望远镜，一壶热姜茶。',
      en: 'Six volunteers, two telescopes and a flask of ginger tea.',
    },
    text: {
      zh: lines(
        MADE_UP,
        '天没亮，六个人已经站在芦苇边上。带队的是一位退休的语文老师，她说数鸟和改作文一样，急不得。',
        '一群灰色的大鸟从水面上起来，她压低声音：先数十只有多大一片，再看一共有几片。',
        '## 想一起来的话',
        list('每周六早上，日出前半小时集合', '穿深色衣服、防水的鞋，带一顶帽子', '十二岁以下的孩子要有大人陪'),
        '报名的方法写在“便民信息”里。来之前先看天气，大雾和大风天不去。',
      ),
      en: lines(
        MADE_UP_EN,
        'Before sunrise six people stand by the reeds. First see how large ten birds are, says their leader, then count by tens.',
        'They meet on Saturdays, half an hour before sunrise. Nobody goes out in fog or gales.',
      ),
    },
  })

const clocks = (): Article =>
  article({
    channel: 'policy',
    title: { zh: '反映一件事，多久有回音（示例）', en: 'How soon will you hear from us? (sample)' },
    summary: {
      zh: '十分钟有人回话，几天办结，时间怎么算。',
      en: 'A person replies in ten minutes; how the days are counted.',
    },
    text: {
      zh: lines(
        MADE_UP,
        '很多人问：我提交以后，要等多久？这里有两个钟。',
        '## 第一个钟：十分钟',
        '从您提交算起，值班时间内十分钟有真人回话。自动回复不算。夜里和节假日，页面上会写明几点开始值班。',
        '## 第二个钟：办结',
        list('咨询：2 个工作日', '求助、建议：10 个工作日', '投诉、举报：15 个工作日'),
        '要您补充材料的时候，钟会停下来等您。延期只能一次，理由写在您的办件里。',
        '## 没有办好怎么办',
        '七天之内点“没有解决”，由办事人以外的人来复核。',
      ),
      en: lines(
        MADE_UP_EN,
        'Two clocks run. A person replies within ten minutes of duty time; automatic replies do not count.',
        list('Questions: 2 working days', 'Help and ideas: 10', 'Complaints and reports: 15'),
        'Not solved? Say so within seven days, and somebody else looks at it.',
      ),
    },
  })

const privacy = (): Article =>
  article({
    channel: 'policy',
    title: { zh: '留言和拍照，哪些不要写、不要拍（示例）', en: 'What to leave out of texts and photos (sample)' },
    summary: { zh: '身份证号、银行卡号、别人的脸和车牌。', en: 'Identity and bank numbers, faces, number plates.' },
    text: {
      zh: lines(
        MADE_UP,
        '把事情说清楚，不用把自己全说出去。',
        '## 不要写',
        list('身份证号、银行卡号、验证码', '别人的名字和电话', '孩子在哪个班、几点放学'),
        '## 不要拍',
        list('别人的脸', '车牌和门牌', '病历和证件'),
        '工作人员需要的时候会在办件里问您，不会让您加微信、转账或者点链接。有人这样做，打 96110。',
      ),
      en: lines(
        MADE_UP_EN,
        'Say what is wrong, not who you are. Leave out identity and bank numbers, other people’s names and faces, number plates.',
        'We never ask for money, codes or links. If somebody does, call 96110.',
      ),
    },
  })

const heating = (): Article =>
  article({
    channel: 'life',
    title: { zh: '暖气不热，先做这三件事（示例）', en: 'Cold radiators: three things to try (sample)' },
    summary: { zh: '多半是有气，五分钟就能放掉。', en: 'Mostly it is air, gone in five minutes.' },
    text: {
      zh: lines(
        MADE_UP,
        '一组暖气上面热、下面凉，或者只有一头热，多半是里面有气。',
        '## 自己先试',
        list(
          '拿一个盆接在放气阀下面，拧开半圈，听见“嘶嘶”声，等出水了再拧上',
          '看看进水和回水的阀门是不是都开着',
          '摸一摸回水管，比进水管凉很多，就是堵了',
        ),
        '阀门锈住了不要硬拧，会喷热水。',
        '## 还是不热',
        '量一量屋里的温度，拍一张照片，在首页点“随手拍”，选“水电暖气”。写清几号楼几单元，楼上楼下热不热，师傅来一趟就能办好。',
        '家里有老人和婴儿的，请写明，会先去。',
      ),
      en: lines(
        MADE_UP_EN,
        list(
          'Open the small valve half a turn until water comes',
          'See that both valves are open',
          'A much colder return pipe is blocked',
        ),
        'Still cold? Send a photo of the thermometer, with building and entrance.',
      ),
    },
  })

const outage = (): Article =>
  article({
    channel: 'life',
    title: { zh: '停电了先看什么：给老人的一页纸（示例）', en: 'When the lights go out: one page (sample)' },
    summary: {
      zh: '先看邻居，再看电闸，然后打 95598。',
      en: 'Look at the neighbours, then the fuse box, then call 95598.',
    },
    text: {
      zh: lines(
        MADE_UP,
        '可以打印出来，贴在电表箱旁边。',
        '## 按顺序看',
        list(
          '看看窗外，邻居家亮不亮',
          '邻居亮着：看自家电闸，跳了就先拔掉电器再推上去',
          '邻居也黑：打 95598，说清小区和楼号',
        ),
        '## 千万不要',
        list('不要用手碰掉下来的电线，离开十步远', '不要在屋里烧炭取暖', '不要坐电梯'),
        '家里有制氧机的，电池先充满，再打 95598 说明情况。有人不舒服打 120。',
      ),
      en: lines(
        MADE_UP_EN,
        list('Are the neighbours dark too?', 'If not, look at your fuse box', 'If so, call 95598'),
        'Keep ten steps away from a fallen wire. Do not burn charcoal indoors. Do not use the lift.',
      ),
    },
  })

const reading = (on: Dates): Article =>
  article({
    channel: 'life',
    title: { zh: '图书室晚上也开门了（示例）', en: 'The reading room stays open in the evening (sample)' },
    summary: { zh: '周一到周五开到晚上九点，有热水，有大字书。', en: 'Monday to Friday until nine, with large print.' },
    text: {
      zh: lines(
        MADE_UP,
        `从${on.zh(2)}起，社区图书室周一到周五开到晚上九点。这是三十多位居民在“建议”里提的。`,
        list('有热水和微波炉，可以带晚饭', '大字书在进门左手边，老花镜随便用', '孩子写作业的桌子在里屋，安静'),
        '想要什么书，写在门口的本子上，每月买一次。',
      ),
      en: lines(
        MADE_UP_EN,
        `From ${on.en(2)} the reading room is open until nine on weekdays. More than thirty people had asked for it.`,
      ),
    },
  })

const beach = (on: Dates): Article =>
  article({
    channel: 'notice',
    title: { zh: '周末清滩，缺四十双手（示例）', en: 'Beach cleaning: forty hands wanted (sample)' },
    summary: {
      zh: `${on.zh(6)}上午，管手套，管热汤。`,
      en: `On the morning of ${on.en(6)}; gloves and soup are there.`,
    },
    text: {
      zh: lines(
        MADE_UP,
        '海边的泡沫箱和旧渔网，一半是风送来的，一半是我们忘在那里的。',
        list('八点集合，十点半结束', '带水壶，穿防滑的鞋', '遇到不认识的桶和瓶子不要碰，叫领队'),
      ),
      en: lines(MADE_UP_EN, 'Meet at eight, done by half past ten. Do not touch drums or bottles you do not know.'),
    },
  })

const lantern = (): Article =>
  article({
    channel: 'life',
    title: { zh: '菜市场搬家，怎么走（示例）', en: 'The market moves: how to get there (sample)' },
    summary: { zh: '还没写完。', en: '' },
    text: { zh: lines(MADE_UP, '新市场在老市场往东三百米。（还没写完）'), en: '' },
  })

const by = 'o_lin'
export const articles: Sample[] = [
  {
    name: 'article pipes',
    sample: true,
    by,
    hoursBack: 20,
    pictures: ['pipes'],
    content: (on) => pipes(on, 4),
    corrected: {
      hoursBack: 4,
      change: { zh: '第二段停水改期，以这一版为准。', en: 'The second stage has a new date: this edition holds.' },
      content: (on) => pipes(on, 5),
    },
  },
  { name: 'article motorway', sample: true, by, hoursBack: 27, pictures: ['lane'], content: motorway },
  { name: 'article heating', sample: true, by, hoursBack: 50, pictures: ['radiator'], content: heating },
  { name: 'article birds', sample: true, by, hoursBack: 76, pictures: ['wetland'], content: birds },
  { name: 'article clocks', sample: true, by, hoursBack: 101, pictures: ['clock'], content: clocks },
  { name: 'article reading', sample: true, by, hoursBack: 149, pictures: ['books'], content: reading },
  { name: 'article outage', sample: true, by, hoursBack: 172, content: outage },
  { name: 'article privacy', sample: true, by, hoursBack: 220, content: privacy },
  // At the desk: one waits for its signature, one is still being written.
  { name: 'article beach', sample: true, by, hoursBack: 3, pictures: ['sunrise'], content: beach, stays: 'submitted' },
  { name: 'article market', sample: true, by, hoursBack: 2, content: lantern, stays: 'writing' },
]
