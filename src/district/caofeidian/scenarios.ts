/**
 * Named situations, each with a sentence. The demo shows them, the journeys start from them, the screenshots are taken
 * of them. They are played through the real actions, so that a sample ticket is like any other but for the mark 示例.
 */
import type { ContentOf } from '@/contract/content'
import type { Kind, Visibility } from '@/core/kind'
import type { Dates } from './content/sample'
import type { PictureName } from './pictures'

/**
 * So many working days back at a Beijing clock time, so many minutes before now or after the step before, or on the day after it:
 * a citizen disputes within days of 24 hours, and nine of them may lie between two working days at Spring Festival.
 */
export type When =
  | { workdaysBack: number; clock: string }
  | { minutesBack: number }
  | { minutesAfter: number }
  | { nextDay: string }

type FileStep = {
  when: When
  file: {
    kind: Kind
    category: string
    text: string
    address?: string
    point?: { lat: number; lng: number }
    photos: PictureName[]
    visibility: Visibility
    name?: string
    phone?: string
  }
}
export type ActStep = { when: When; by: 'asker' | string; act: Record<string, unknown>; photos?: PictureName[] }
export type Scenario = { name: string; about: string; citizen: string; steps: [FileStep, ...ActStep[]] }

const day = (workdaysBack: number, clock: string): When => ({ workdaysBack, clock })
const told = (text: string) => ({ do: 'reply', text })

export const scenarios: Scenario[] = [
  {
    name: 'motorway exit',
    about: 'A worker lost an hour a day at a jammed motorway exit; answered in five minutes, disputed once, solved.',
    citizen: 'c_sample_worker',
    steps: [
      {
        when: day(8, '09:05'),
        file: {
          kind: 'complaint',
          category: 'traffic',
          text: '每天早上从唐曹高速下来到工业区上班，出口堵得厉害，一公里要走将近一个小时。货车和小车挤在一条道上，能不能分开走？',
          address: '唐曹高速曹妃甸出口',
          point: { lat: 39.2719, lng: 118.4478 },
          photos: ['jam'],
          visibility: 'shown',
          name: '孙女士（示例）',
        },
      },
      {
        when: day(8, '09:10'),
        by: 'o_wang',
        act: told('您好，我是区民呼办公室王敏。情况收到了，马上请交通运输局到现场看，今天给您一个说法。'),
      },
      {
        when: day(8, '09:14'),
        by: 'o_wang',
        act: { do: 'dispatch', unit: 'transport', note: '早高峰 7:20 到 8:40 最堵，请到现场核实。' },
      },
      { when: day(8, '09:40'), by: 'o_li', act: { do: 'take' } },
      {
        when: day(6, '16:20'),
        by: 'o_li',
        act: { do: 'answer', result: 'done', text: '已在出口增设分道标志，早高峰派人疏导。' },
        photos: ['cones'],
      },
      {
        when: { nextDay: '08:50' },
        by: 'asker',
        act: { do: 'dispute', text: '今天早上还是堵了四十分钟，标志有了，但是货车照样占小车道。' },
      },
      {
        when: day(5, '10:15'),
        by: 'o_chen',
        act: { do: 'review', outcome: 'reopen', text: '看了您的反映和现场照片，确实没有解决，退回继续办理。' },
      },
      {
        when: day(2, '15:30'),
        by: 'o_li',
        act: {
          do: 'answer',
          result: 'done',
          text: '货车专用道已经划好线，7:00 到 9:00 货车走东侧匝道。这三天早上通过出口平均 9 分钟。',
        },
        photos: ['lane'],
      },
      { when: day(1, '08:45'), by: 'asker', act: { do: 'confirm' } },
      { when: day(1, '08:46'), by: 'asker', act: { do: 'rate', stars: 5, text: '真的不堵了，谢谢！' } },
    ],
  },
  {
    name: 'dark street light',
    about: 'Answered with a photo; the citizen has not yet said whether it is solved.',
    citizen: 'c_sample_elder',
    steps: [
      {
        when: day(3, '18:42'),
        file: {
          kind: 'complaint',
          category: 'light',
          text: '垦丰大街小学门口三盏路灯坏了快一个星期，晚上接孩子看不见路。',
          address: '唐海镇垦丰大街，实验小学门口',
          photos: ['lamp'],
          visibility: 'hidden',
          name: '周大爷（示例）',
          phone: '13800000000',
        },
      },
      { when: day(3, '18:47'), by: 'o_wang', act: told('您好，已经收到，现在就转给城市管理局的值班人员。') },
      { when: day(3, '18:48'), by: 'o_wang', act: { do: 'dispatch', unit: 'urban' } },
      { when: day(2, '08:40'), by: 'o_zhao', act: { do: 'take' } },
      {
        when: day(1, '17:35'),
        by: 'o_zhao',
        act: {
          do: 'answer',
          result: 'done',
          text: '三盏灯的线路都换好了，昨晚已经亮了。以后再坏，直接说灯杆上的编号，我们来得更快。',
        },
        photos: ['lit'],
      },
    ],
  },
  {
    name: 'rubbish disputed',
    about: 'Closed without a fix, and disputed: waits for somebody other than the handler.',
    citizen: 'c_sample_worker',
    steps: [
      {
        when: day(6, '10:20'),
        file: {
          kind: 'complaint',
          category: 'clean',
          text: '菜市场后门的垃圾堆了三天没人收，天一热味道很大。',
          address: '唐海镇新城菜市场后门',
          photos: ['rubbish'],
          visibility: 'shown',
          name: '孙女士（示例）',
        },
      },
      { when: day(6, '10:26'), by: 'o_wang', act: told('您好，收到了，请城市管理局今天去清理。') },
      { when: day(6, '10:27'), by: 'o_wang', act: { do: 'dispatch', unit: 'urban' } },
      { when: day(6, '11:02'), by: 'o_zhao', act: { do: 'take' } },
      {
        when: day(5, '17:20'),
        by: 'o_zhao',
        act: { do: 'answer', result: 'done', text: '已清理完毕。' },
        photos: ['clean'],
      },
      { when: { nextDay: '09:12' }, by: 'asker', act: { do: 'dispute', text: '只扫了门口，后面还是一大堆。' } },
    ],
  },
  {
    name: 'asked back',
    about: 'The unit needs to know more; the resolve clock waits for the citizen.',
    citizen: 'c_sample_elder',
    steps: [
      {
        when: day(4, '09:30'),
        file: {
          kind: 'help',
          category: 'utility',
          text: '家里暖气一直不热，屋里只有十四度，老人受不了。',
          address: '唐海镇建设大街小区',
          photos: [],
          visibility: 'shown',
          name: '周大爷（示例）',
          phone: '13800000000',
        },
      },
      { when: day(4, '09:37'), by: 'o_wang', act: told('您好，收到了，已经请住建局联系供热公司。') },
      { when: day(4, '09:38'), by: 'o_wang', act: { do: 'dispatch', unit: 'housing' } },
      { when: day(4, '10:05'), by: 'o_liu', act: { do: 'take' } },
      {
        when: day(3, '09:20'),
        by: 'o_liu',
        act: { do: 'ask-back', text: '请问您家是几号楼几单元？楼上楼下热不热？我们明天上午派师傅上门。' },
      },
    ],
  },
  {
    name: 'pothole dispatched',
    about: 'Lies with a unit that has not taken it yet and may still say that it is not theirs.',
    citizen: 'c_sample_driver',
    steps: [
      {
        when: day(1, '14:05'),
        file: {
          kind: 'complaint',
          category: 'traffic',
          text: '滨海大道由北往南，加油站前面有个大坑，昨晚有电动车摔了。',
          address: '滨海大道加油站北侧',
          photos: ['pothole'],
          visibility: 'anonymous',
        },
      },
      { when: day(1, '14:11'), by: 'o_wang', act: told('收到，马上请养护人员先围起来。') },
      {
        when: day(1, '14:12'),
        by: 'o_wang',
        act: { do: 'dispatch', unit: 'transport', note: '有人受伤，请先设围挡。' },
      },
    ],
  },
  {
    name: 'question answered',
    about: 'A question the desk answered by itself; confirmed by the citizen.',
    citizen: 'c_sample_driver',
    steps: [
      {
        when: day(2, '10:02'),
        file: {
          kind: 'consult',
          category: 'health',
          text: '在外地打工，今年的城乡居民医保可以在手机上交吗？',
          photos: [],
          visibility: 'anonymous',
        },
      },
      {
        when: day(2, '10:06'),
        by: 'o_wang',
        act: {
          do: 'answer',
          result: 'done',
          text: '可以。打开“国家医保服务平台”，点“医保缴费”，选择参保地就能交。不会用的话打 12393，有人一步一步教。',
        },
      },
      { when: day(2, '10:20'), by: 'asker', act: { do: 'confirm' } },
    ],
  },
  {
    name: 'new leak',
    about: 'Filed a few minutes ago; no human has answered: the first-reply clock runs.',
    citizen: 'c_sample_driver',
    steps: [
      {
        when: { minutesBack: 4 },
        file: {
          kind: 'help',
          category: 'utility',
          text: '小区门口的自来水管裂了，水流到马路上，快结冰了。',
          address: '唐海镇希望路与建设大街路口',
          photos: ['leak'],
          visibility: 'shown',
          name: '吴先生（示例）',
        },
      },
    ],
  },
]

/**
 * An earthquake (示例): two sign the notice, it goes out, and half an hour later the place is corrected. Who read the first
 * edition where there was no network sees afterwards what has changed.
 */
export const earthquake = {
  first: (on: Dates): ContentOf<'alert'> => quake(on, { zh: '唐海镇一带', en: 'Around Tanghai town' }),
  change: {
    zh: '经复核，有震感的范围更大，请滨海镇和柳赞镇的居民也按提示做。',
    en: 'It was felt further than first said: in Binhai and Liuzan please do the same.',
  },
  corrected: (on: Dates): ContentOf<'alert'> =>
    quake(on, { zh: '唐海镇、滨海镇、柳赞镇', en: 'Tanghai, Binhai and Liuzan' }),
}

const quake = (on: Dates, area: { zh: string; en: string }): ContentOf<'alert'> => ({
  kind: 'alert',
  type: 'earthquake',
  colour: 'orange',
  title: { zh: '地震应急提醒（示例）', en: 'Earthquake notice (sample)' },
  area,
  issuer: { zh: '区民呼办公室（示例）', en: 'District office (sample)' },
  text: {
    zh: '这是示例，没有发生地震。\n\n刚才有明显震感，请先离开危险的地方，不要急着回屋。',
    en: 'This is a sample: there was no earthquake.\n\nThe ground shook. Leave dangerous places first and do not hurry back indoors.',
  },
  advice: {
    zh: '- 走楼梯，不坐电梯\n- 到空旷的地方，离楼房、电线和海堤远些\n- 关掉燃气和电闸\n- 有人受伤打 120，有人被困打 119\n- 消息以本程序为准，不传没有根据的话',
    en: '- Take the stairs, not the lift\n- Go to open ground, away from buildings, wires and the sea wall\n- Turn off gas and power\n- Injured: 120. Trapped: 119\n- Go by this program and spread no rumours',
  },
  onset: on.at(0),
  expiresAt: on.at(24),
})
