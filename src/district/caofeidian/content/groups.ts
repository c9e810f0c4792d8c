/** Sample popular issues, each with the answer in force. They come from the scenarios; groups made at the desk come later. */
import type { Bilingual } from '@/core/district'

export type SampleIssue = {
  id: string
  title: Bilingual
  question: Bilingual
  answer: { text: Bilingual; edition: number; hoursBack: number; unit: string }
  askers: number
  followers: number
}

export const issues: SampleIssue[] = [
  {
    id: 'motorway-exit',
    title: { zh: '唐曹高速曹妃甸出口早上为什么这么堵？', en: 'Why is the Caofeidian exit jammed every morning?' },
    question: {
      zh: '每天早上下高速到工业区上班，一公里要走将近一小时。货车和小车能不能分开走？',
      en: 'The last kilometre to work takes nearly an hour. Could lorries and cars have lanes of their own?',
    },
    answer: {
      text: {
        zh: '（示例）已经分开了。\n\n- 货车专用道画好了线\n- 早上 7:00 到 9:00 货车走东侧匝道\n- 高峰时有人疏导\n\n这几天通过出口平均 9 分钟。再堵的话，请拍照告诉我们是几点。',
        en: '(Sample) They are apart now: a lane for lorries, and from 7 to 9 lorries take the eastern ramp. It takes nine minutes on average. If it is jammed again, tell us when.',
      },
      edition: 2,
      hoursBack: 40,
      unit: 'transport',
    },
    askers: 47,
    followers: 132,
  },
  {
    id: 'cold-homes',
    title: { zh: '家里暖气不热，什么时候能好？', en: 'My radiators are cold: when will it be better?' },
    question: {
      zh: '屋里只有十四五度，老人受不了。是管道的问题还是自己家的问题？',
      en: 'It is fourteen degrees indoors. Is it the pipes, or is it us?',
    },
    answer: {
      text: {
        zh: '（示例）先放气，再报修。\n\n- 拧开放气阀半圈，出水就关上\n- 一个单元都不热：打 12345，说楼号\n- 只有您家不热：拍一张温度计，师傅上门\n\n有老人和婴儿的家庭先办。',
        en: '(Sample) Let the air out first. If the whole entrance is cold, call 12345; if only your home is, send a photo of the thermometer.',
      },
      edition: 1,
      hoursBack: 60,
      unit: 'housing',
    },
    askers: 31,
    followers: 58,
  },
  {
    id: 'street-lights',
    title: { zh: '路灯坏了找谁，几天能修？', en: 'A street light is dark: who mends it, and when?' },
    question: {
      zh: '小学门口的路灯坏了好几盏，接孩子看不见路。',
      en: 'Several lights by the school are dark when we collect the children.',
    },
    answer: {
      text: {
        zh: '（示例）拍一张灯杆上的编号发给我们，最快。\n\n- 学校、医院、路口：第二天修\n- 别的地方：三个工作日\n- 电线露在外面：别碰，马上打 95598',
        en: '(Sample) Send a photo of the number on the pole. Near schools and hospitals: the next day. Elsewhere: three working days. Bare wires: keep away and call 95598.',
      },
      edition: 1,
      hoursBack: 90,
      unit: 'urban',
    },
    askers: 18,
    followers: 24,
  },
  {
    id: 'school-bus',
    title: { zh: '校车在哪儿停，怎么报名？', en: 'Where does the school bus stop, and how do we sign up?' },
    question: {
      zh: '孩子下学期上小学，家离学校六公里，能坐校车吗？',
      en: 'Our child starts school six kilometres away. Is there a bus?',
    },
    answer: {
      text: {
        zh: '（示例）住得离学校三公里以上的可以报名。\n\n- 开学前两周向班主任报名\n- 站点写在通知书背面\n- 站点太远，可以在“建议”里提，每学期调整一次',
        en: '(Sample) Children who live more than three kilometres away may sign up with their teacher two weeks before term. Stops are on the back of the letter.',
      },
      edition: 1,
      hoursBack: 130,
      unit: 'office',
    },
    askers: 12,
    followers: 35,
  },
]
