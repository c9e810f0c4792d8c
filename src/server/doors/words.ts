/** What the program says by itself in the chat and in the account. */
import type { Thing } from './heard'

type Said<A extends unknown[]> = Record<'zh' | 'en', (...words: A) => string>
type Line = Record<'zh' | 'en', string>

const line = (zh: string, en: string): Line => ({ zh, en })
const said = <A extends unknown[]>(zh: (...words: A) => string, en: (...words: A) => string): Said<A> => ({ zh, en })

export const doorWords = {
  more: line('查看更多', 'Read more'),
  source: line('来源：', 'Source: '),
  checked: said<[string]>(
    (day) => `${day} 核对`,
    (day) => `checked ${day}`,
  ),
  published: said<[string]>(
    (day) => `${day} 发布`,
    (day) => `published ${day}`,
  ),
  comma: line('，', ', '),
  sample: line('示例', 'sample'),
  chooseNumber: said<[number]>(
    (most) => `回复 ${most > 1 ? `1 到 ${most} ` : '1 '}看答案，回复“人工”找工作人员。`,
    (most) => `Reply ${most > 1 ? `1 to ${most}` : '1'} for the answer, or “person” for a person.`,
  ),
  orPerson: line('回复“人工”找工作人员。', 'Reply “person” to ask a person.'),
  welcome: said<[string]>(
    (district) => `感谢关注！这里是${district}政务服务。`,
    (district) => `Welcome! This is the public service of ${district}.`,
  ),
  thing: {
    photo: line(
      '这里收不到图片。请点下面的链接，在小程序里上传。',
      'Pictures cannot be taken here. Please add them in the mini program.',
    ),
    voice: line(
      '没有听清这段语音。请打字再说一次，或在小程序里按住说话。',
      'That could not be understood. Please type it.',
    ),
    film: line(
      '这里收不到视频。请点下面的链接，在小程序里上传。',
      'Films cannot be taken here. Please add them in the mini program.',
    ),
    place: line(
      '要反映这个地点的问题，请点下面的链接，在小程序里填写。',
      'To report something at this place, use the mini program.',
    ),
    card: line(
      '请用文字说一说您想问什么，或回复数字。',
      'Please say in words what you want to ask, or reply a number.',
    ),
    link: line(
      '请用文字说一说您想问什么，或回复数字。',
      'Please say in words what you want to ask, or reply a number.',
    ),
  } satisfies Record<Thing, Line>,
  report: line('我要反映', 'Report something'),
  openTicket: line('打开工单', 'Open the case'),
  sayWhat: line(
    '请直接写下您的问题，下一条消息会转给工作人员。',
    'Please write your question: your next message goes to a person.',
  ),
  filed: said<[string]>(
    (no) => `已转人工，编号 ${no}。工作人员会在这里回复您，您也可以接着补充。`,
    (no) => `Passed to a person: ${no}. They will answer here; you may add more.`,
  ),
  code: said<[string]>(
    (code) => `查询码 ${code}，请不要告诉别人。`,
    (code) => `Query code ${code}: keep it to yourself.`,
  ),
  soon: said<[number]>(
    (minutes) => `值班时间内，一般 ${minutes} 分钟内回复。`,
    (minutes) => `Usually answered within ${minutes} minutes.`,
  ),
  opens: said<[string]>(
    (at) => `现在不在值班时间，${at} 上班后回复。`,
    (at) => `The desk is closed now and opens ${at}.`,
  ),
  added: said<[string]>(
    (no) => `已补充到工单 ${no}，工作人员看得到。查别的内容请回复数字。`,
    (no) => `Added to ${no}. For anything else reply a number.`,
  ),
  already: said<[string]>(
    (no) => `您的问题正在由工作人员处理，编号 ${no}。请直接写下要补充的内容。`,
    (no) => `A person is dealing with ${no}. Write here what you want to add.`,
  ),
  goesOn: said<[string]>(
    (no) => `您正在办理的工单：${no}。直接打字就会补充进去；查别的内容请回复数字。`,
    (no) => `Your open case: ${no}. What you write is added to it; for anything else reply a number.`,
  ),
  staysOpen: line(
    '菜单、热线和紧急信息照常可以看，请回复数字。',
    'The menu, hotlines and emergency notices stay open: reply a number.',
  ),
  official: said<[string, string]>(
    (unit, no) => `【${unit}】回复您的 ${no}：`,
    (unit, no) => `[${unit}] on your case ${no}:`,
  ),
  photos: said<[number]>(
    (count) => `（附 ${count} 张照片，请点开查看）`,
    (count) => `(${count} photos: open the case to see them)`,
  ),
} as const
