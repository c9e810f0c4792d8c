/** The assistant's own sentences. Everything else that it says are the words of what somebody published. */
import type { SKIES as KNOWN_SKIES } from '@/contract/weather'
import type { Bilingual } from '@/core/district'

const w = (zh: string, en: string): Bilingual => ({ zh, en })

export const ASK_WORDS = {
  menu: w('请回复数字，或者直接说您要问的事。', 'Please reply with a number, or just say what you want to know.'),
  group: w('请选一项：', 'Please choose:'),
  outside: w('菜单里没有 {number} 这一项。请看现在的菜单：', 'There is no {number} in the menu. The menu is now:'),
  gone: w('这一项已经不在菜单里了。请看现在的菜单：', 'This is not in the menu any more. The menu is now:'),
  thanks: w('不用谢。还有事情，随时可以问。', 'You are welcome. Ask again whenever you like.'),
  signs: w(
    '没有看到文字。请用几个字说说您要问的事，或者回复数字：',
    'There were no words. Please write a few, or reply with a number:',
  ),
  empty: w('请写几个字，或者回复数字：', 'Please write a few words, or reply with a number:'),
  long: w(
    '您写得太长了，最多 {most} 个字。请用一两句话说要紧的；要说的多，请点“投诉建议”或找人工。',
    'This is too long: {most} characters at most. Please say the main thing in a sentence or two; for more, file a report or ask a person.',
  ),
  ticket: w(
    '这是办件编号。请打开“我的办件”，或者用编号和查询码查进度。',
    'This is the number of a ticket. Open “My tickets”, or look it up with the number and its code.',
  ),
  tickets: w(
    '您反映的事都在“我的办件”里，办到哪一步一看就知道。不是用这个手机提交的，请用编号和查询码查。',
    'What you reported is under “My tickets”, with how far it has come. What was filed elsewhere is found with its number and code.',
  ),
  report: w(
    '要投诉、求助、提建议，点下面写清地点和事情，可以拍照。也可以打 {hotline}。有人受伤或有危险，先打 110、119、120。',
    'To complain, ask for help or suggest something, tap below and say where and what; photos help. Or call {hotline}. If anyone is hurt or in danger, first call 110, 119 or 120.',
  ),
  person: w(
    '已经可以找人工。写下您的问题，工作人员在 {minutes} 分钟内回复。',
    'You can ask a person. Write your question: somebody replies within {minutes} minutes.',
  ),
  personLater: w(
    '现在没有人值班。您可以先写下问题，上班后 {minutes} 分钟内回复。急事请打 {hotline}。',
    'Nobody is on duty now. You can write your question; it is answered within {minutes} minutes after opening. If it is urgent, call {hotline}.',
  ),
  danger: w(
    '如果现在有人有危险，请先打电话：报警 110，火警和救援 119，急救 120。',
    'If anybody is in danger now, call first: police 110, fire and rescue 119, ambulance 120.',
  ),
  police: w('报警', 'Police'),
  fire: w('火警和救援', 'Fire and rescue'),
  ambulance: w('医疗急救', 'Ambulance'),
  nearest: w(
    '没有找到完全对得上的答案，不敢乱说。您问的是不是这些？不是的话，可以找人工。',
    'There is no answer that fits for sure. Did you mean one of these? If not, ask a person.',
  ),
  nothing: w(
    '这个问题还没有现成的答案，不敢乱说。可以换个说法再问，或者找人工。',
    'There is no ready answer to this. Please put it differently, or ask a person.',
  ),
  askPerson: w('找人工', 'Ask a person'),
  whole: w('看全文', 'Read it whole'),
  news: w('最新消息：', 'The latest news:'),
  noNews: w('现在没有新闻。', 'There is no news now.'),
  hotlines: w(
    '常用电话。说出要办的事，比如“停电”“医保”，直接给您对应的电话。',
    'Numbers people often need. Say what it is about, such as “power cut”, to get the right one.',
  ),
  noHotlines: w('还没有登记电话，请打 {hotline}。', 'No numbers are listed yet. Please call {hotline}.'),
  issues: w('大家最近问得多的：', 'What many ask now:'),
  noIssues: w('现在没有热点问题。', 'There are no popular issues now.'),
  roads: w('现在的路况：', 'On the roads now:'),
  noRoads: w('现在没有封路、施工等消息。', 'No closures or works are known now.'),
  about: w('这里有：', 'Here you find:'),
  services: w('可以这样办：', 'Services:'),
  none: w('这里还没有内容。', 'There is nothing here yet.'),
  all: w('看全部', 'See all'),
  open: w('打开', 'Open'),
  fileReport: w('写投诉、建议', 'Report something'),
  myTickets: w('打开我的办件', 'Open my tickets'),
  noWeather: w('现在没有可靠的天气数据，不敢乱说。', 'There is no reliable reading of the weather now.'),
  weather: w('{place}{sky}，{t}°C', '{place}: {sky}, {t}°C'),
  wind: w('，风速 {n} 米/秒', ', wind {n} m/s'),
  today: w('；今天 {low} 到 {high}°C', '; today {low} to {high}°C'),
  age: w('（{age}的数据，来源：{source}）', ' (read {age}, source: {source})'),
  old: w('这是比较早的数据，可能已经不准。', 'This is an old reading and may not be right any more.'),
  minutesAgo: w('{n} 分钟前', '{n} minutes ago'),
  hoursAgo: w('{n} 小时前', '{n} hours ago'),
  until: w('预计到 {day}', 'until {day}'),
} as const

export const SKIES: Record<(typeof KNOWN_SKIES)[number], Bilingual> = {
  clear: w('晴', 'clear'),
  cloudy: w('多云', 'cloudy'),
  overcast: w('阴', 'overcast'),
  fog: w('雾', 'fog'),
  drizzle: w('毛毛雨', 'drizzle'),
  rain: w('雨', 'rain'),
  'heavy-rain': w('大雨', 'heavy rain'),
  sleet: w('雨夹雪', 'sleet'),
  snow: w('雪', 'snow'),
  thunder: w('雷雨', 'thunderstorm'),
  dust: w('沙尘', 'dust'),
  unknown: w('天气', 'weather'),
}

/** A sentence with its gaps filled, in both languages. */
export function told(sentence: Bilingual, names: Record<string, string | number | Bilingual> = {}): Bilingual {
  const fill = (lang: 'zh' | 'en') =>
    sentence[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = names[name] ?? ''
      return typeof value === 'object' ? value[lang] : String(value)
    })
  return { zh: fill('zh'), en: fill('en') }
}

/** Texts one after the other. */
export const joined = (...texts: Bilingual[]): Bilingual => ({
  zh: texts.map(({ zh }) => zh).join(''),
  en: texts.map(({ en }) => en).join(''),
})
