/** The words of the first screen: `words.home`. */
import type { Output } from '@/contract'
import { type Words, w } from './word'

export const homeWords = {
  title: w('民呼', 'Minhu'),
  ask: w('问一问', 'Ask'),
  search: w('搜一搜：社保、停电、班车…', 'Search: pension, power cut, bus…'),
  report: w('随手拍', 'Report a problem'),
  reportHint: w('拍张照片，说一句话，就能反映', 'A photo and a sentence is enough'),
  youHave: w('您有 {what}', 'You have {what}'),
  unfinished: w('{n} 件没写完', '{n} not finished'),
  waiting: w('{n} 件等着发送', '{n} waiting to be sent'),
  latest: w('我最近的办件', 'My latest ticket'),
  allTickets: w('全部办件', 'All my tickets'),
  news: w('最新消息', 'Latest news'),
  issues: w('大家关心', 'Popular issues'),
  more: w('更多', 'More'),
  asked: w('{n} 人问过', 'Asked by {n}'),
  answered: w('已答复', 'Answered'),
  number: w('{n} 号', 'No. {n}'),
  highLow: w('{low}° 到 {high}°', '{low}° to {high}°'),
  warnings: w('{n} 条天气预警', 'Weather warnings: {n}'),
  old: w('{t}的天气', 'As of {t}'),
  lookup: w('凭编号查进度', 'Look up by number'),
  lookupHint: w('不用登录', 'No sign-in needed'),
  hotline: w('打电话', 'Call'),
  hotlineHint: w('全天有人接听', 'Answered day and night'),
  promise: w('您可以放心', 'What you can count on'),
  steps: [
    w('一分钟说清楚：拍照、选类别、写一句话。', 'One minute to say it: a photo, a category, a sentence.'),
    w(
      '值班时间 10 分钟内，有工作人员回复您，不是机器。',
      'Within 10 minutes of duty time a person answers, not a machine.',
    ),
    w('每一步都看得到；办得好不好，由您来确认。', 'You see every step, and you say whether it is solved.'),
  ],
}

/** What the sky does, in a word. */
export const sky: Record<NonNullable<Output<'home.open'>['weather']>['now']['sky'], Words> = {
  clear: w('晴', 'Clear'),
  cloudy: w('多云', 'Cloudy'),
  overcast: w('阴', 'Overcast'),
  fog: w('雾', 'Fog'),
  drizzle: w('毛毛雨', 'Drizzle'),
  rain: w('雨', 'Rain'),
  'heavy-rain': w('大雨', 'Heavy rain'),
  sleet: w('雨夹雪', 'Sleet'),
  snow: w('雪', 'Snow'),
  thunder: w('雷雨', 'Thunderstorm'),
  dust: w('沙尘', 'Dust'),
  unknown: w('', ''),
}
