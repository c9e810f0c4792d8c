/** The words of the weather page and the traffic page. Names of skies and winds: sky.ts. */
import { w } from './word'

/** Under every reading from outside: whose it is and when it was read. */
export const readingWords = {
  source: w('数据来源：{name}', 'Source: {name}'),
  readAt: w('读取时间：{t}', 'Read: {t}'),
  open: w('打开来源网页', 'Open the page of the source'),
  copy: w('复制来源网址', 'Copy the address of the source'),
}

export const weatherWords = {
  title: w('天气', 'Weather'),
  old: w('这是{t} 的数据，可能已经不准。', 'This is from {t} and may no longer be right.'),
  none: w('现在没有天气数据', 'There is no weather reading now'),
  noneHint: w(
    '我们还没有读到可靠的数据，所以这里不显示任何数字。请过一会儿再试；有急事可以打 12345。',
    'No reliable reading has arrived, so no number is shown. Please try again later; if it is urgent, call 12345.',
  ),
  call: w('拨打 12345', 'Call 12345'),
  at: w('{t} 的天气', 'As of {t}'),
  feelsLike: w('体感温度', 'Feels like'),
  humidity: w('湿度', 'Humidity'),
  wind: w('风', 'Wind'),
  gusts: w('阵风', 'Gusts'),
  rain: w('降水', 'Rain'),
  millimetres: w('{n} 毫米', '{n} mm'),
  sunrise: w('日出', 'Sunrise'),
  sunset: w('日落', 'Sunset'),
  uv: w('紫外线', 'UV'),
  /** By level: sky.ts. */
  uvLevels: {
    0: w('{n}，最弱', '{n}, very low'),
    1: w('{n}，弱', '{n}, low'),
    2: w('{n}，中等', '{n}, moderate'),
    3: w('{n}，强，注意防晒', '{n}, high: cover up'),
    4: w('{n}，很强，少晒太阳', '{n}, very high: keep out of the sun'),
  },
  calm: w('无风', 'Calm'),
  force: w('{n} 级\n{speed} 米/秒', 'force {n}\n{speed} m/s'),
  coastWind: w(
    '现在风力 {n} 级，海边和港口风大浪急。请不要到海堤、码头边停留，小船请回港避风。',
    'Wind of force {n}. It is rough at the coast and in the port: please keep off sea walls and piers, and bring small boats in.',
  ),
  coastGusts: w(
    '现在阵风 {n} 级，海边和港口风大浪急。请不要到海堤、码头边停留，小船请回港避风。',
    'Gusts of force {n}. It is rough at the coast and in the port: please keep off sea walls and piers, and bring small boats in.',
  ),
  hours: w('未来 24 小时', 'Next 24 hours'),
  hoursHint: w('柱子越高越热；百分数是下雨的可能', 'The taller the warmer; per cent: chance of rain'),
  hour: w('{n}时', '{n}:00'),
  days: w('未来 7 天', 'Next 7 days'),
  daysHint: w('横条从最低温画到最高温；百分数是下雨的可能', 'The bar runs from low to high; per cent: chance of rain'),
  today: w('今天', 'Today'),
  /** In English it is too long for its column: there the weekday stands. */
  tomorrow: w('明天', '{week}'),
  weekdays: [
    w('周日', 'Sun'),
    w('周一', 'Mon'),
    w('周二', 'Tue'),
    w('周三', 'Wed'),
    w('周四', 'Thu'),
    w('周五', 'Fri'),
    w('周六', 'Sat'),
  ],
  dayForce: w('风 {n} 级', 'Wind {n}'),
}

/** What screen readers say: a sentence for each picture. */
export const spokenWeather = {
  above: w('{n} 度', '{n} degrees'),
  below: w('零下 {n} 度', 'minus {n} degrees'),
  now: w('{place}，{t}，{sky}，{degrees}', '{place}, {t}: {sky}, {degrees}'),
  day: w('{t}，{sky}，{low}到{high}', '{t}: {sky}, {low} to {high}'),
  rain: w('，有雨 {n}%', ', {n}% chance of rain'),
  wind: w('，最大风力 {n} 级', ', wind up to force {n}'),
}

export const warningWords = {
  heading: w('正在生效的预警', 'Warnings in force'),
  elsewhere: w('官方预警请看紧急通知。', 'For official warnings see the emergency notices.'),
  none: w('截至 {t}，{name} 没有本地的生效预警。', 'As of {t}, {name} has no warning in force here.'),
  alerts: w('紧急通知', 'Emergency notices'),
  issued: w('{issuer}　{t} 发布', '{issuer}, issued {t}'),
  until: w('，有效至 {t}', ', until {t}'),
  colour: {
    blue: w('蓝色预警', 'Blue warning'),
    yellow: w('黄色预警', 'Yellow warning'),
    orange: w('橙色预警', 'Orange warning'),
    red: w('红色预警', 'Red warning'),
    unknown: w('预警', 'Warning'),
  },
}

export const trafficWords = {
  title: w('交通', 'Traffic'),
  events: w('路况信息', 'Road events'),
  none: w('目前没有发布的路况信息', 'No road event is published now'),
  noneHint: w(
    '没有信息不等于处处畅通，路上请注意安全。看到路况可以告诉我们。',
    'That does not mean that all roads are clear. Please drive with care, and tell us what you see.',
  ),
  event: {
    closure: w('封路', 'Closed'),
    works: w('施工', 'Road works'),
    accident: w('事故', 'Accident'),
    jam: w('拥堵', 'Jam'),
    fog: w('有雾', 'Fog'),
  },
  direction: w('方向', 'Direction'),
  time: w('时间', 'Time'),
  between: w('{t} 起，{until} 止', 'from {t} until {until}'),
  open: w('{t} 起，结束时间未定', 'from {t}, end not known'),
  over: w('（已到时间）', ' (that time has passed)'),
  source: w('来源', 'Source'),
  reported: w('群众反映，{unit}已核实', 'Reported by a resident, confirmed by {unit}'),
  published: w('{t} 发布', 'Published {t}'),
  corrected: w('{t} 更正', 'Corrected {t}'),
  routes: w('主要路线', 'Main routes'),
  state: {
    clear: w('畅通', 'Clear'),
    slow: w('缓行', 'Slow'),
    jammed: w('拥堵', 'Jammed'),
    blocked: w('严重拥堵', 'Heavily jammed'),
    unknown: w('暂无路况', 'Not known'),
  },
  route: w('约 {minutes} 分钟，{kilometres} 公里', 'About {minutes} minutes, {kilometres} km'),
  worst: w('最堵：{road}', 'Worst on {road}'),
  report: w('报告路况', 'Report a road problem'),
  call: w('拨打 122', 'Call 122'),
  callName: w('交通事故，拨打 122', 'Traffic accident: call 122'),
  callHint: w('出了事故请先打 122，有人受伤打 120。', 'In an accident call 122 first; if anybody is hurt, 120.'),
}
