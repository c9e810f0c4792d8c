/** What the district may say, one of each kind; each takes changes. Nothing here is about anything real. */
import type { Content, ContentOf } from '@/contract/content'
import { beijing } from '../situations'

export const both = (zh: string, en = '') => ({ zh, en })
type Of<K extends Content['kind']> = Partial<ContentOf<K>>

export const article = (changed: Of<'article'> = {}): ContentOf<'article'> => ({
  kind: 'article',
  channel: 'news',
  title: both('曹妃甸出口加开一条车道', 'One more lane at the Caofeidian exit'),
  summary: both('早高峰货车和小车分道走。', 'Lorries and cars keep apart in the morning.'),
  text: both('## 时间\n3 月 9 日起。\n\n看[通告](https://example.cn/x)。', 'From 9 March.'),
  photos: [],
  attachments: [],
  ...changed,
})
export const page = (changed: Of<'page'> = {}): ContentOf<'page'> => ({
  kind: 'page',
  section: 'sight',
  title: both('示例湿地', 'Sample wetland'),
  summary: both('观鸟的好地方。', 'A good place to watch birds.'),
  text: both('春天和秋天鸟最多。', 'Most birds come in spring and autumn.'),
  photos: [],
  hours: both('每天 8:00-17:00', 'Daily 8:00 to 17:00'),
  point: { lat: 39.2, lng: 118.3 },
  ...changed,
})
export const road = (changed: Of<'road'> = {}): ContentOf<'road'> => ({
  kind: 'road',
  event: 'works',
  title: both('示例大道中段', 'Sample Avenue, middle part'),
  direction: both('由南向北', 'Northbound'),
  text: both('占用一条车道施工。', 'One lane is closed for works.'),
  onset: beijing('Mon 2026-03-02 08:00'),
  expiresAt: beijing('Mon 2026-03-09 18:00'),
  source: both('交通运输局', 'Transport bureau'),
  reported: false,
  ...changed,
})
export const hotline = (changed: Of<'hotline'> = {}): ContentOf<'hotline'> => ({
  kind: 'hotline',
  group: 'home',
  number: '95598',
  title: both('国家电网客服', 'Power supply'),
  summary: both('停电、电费', 'Power cuts and bills'),
  needs: ['停电', '没电', '电费'],
  hours: both('全天', 'All day'),
  source: '国家电网',
  checkedAt: '2026-02-27',
  ...changed,
})
export const service = (changed: Of<'service'> = {}): ContentOf<'service'> => ({
  kind: 'service',
  situation: 'health',
  title: both('医疗保险费怎么交', 'How to pay medical insurance'),
  summary: both('手机、银行、窗口都可以。', 'By phone, at a bank or a window.'),
  text: both('带身份证到窗口。', 'Bring your ID card to the window.'),
  ...changed,
})
export const appeal = (changed: Of<'appeal'> = {}): ContentOf<'appeal'> => ({
  kind: 'appeal',
  title: both('寻找目击者', 'Witnesses wanted'),
  summary: both('示例路口的一起刮擦。', 'About a collision at Sample Crossing.'),
  text: both('如果您当时在场，请告诉我们。', 'If you were there, please tell us.'),
  photos: [],
  basis: '《示例条例》第一条',
  issuer: both('示例单位', 'Sample unit'),
  expiresAt: beijing('Wed 2026-03-04 10:00'),
  ...changed,
})
export const alert = (changed: Of<'alert'> = {}): ContentOf<'alert'> => ({
  kind: 'alert',
  type: 'fog',
  colour: 'yellow',
  title: both('大雾黄色预警', 'Yellow fog warning'),
  area: both('全区', 'The whole district'),
  issuer: both('示例气象台', 'Sample weather office'),
  text: both('能见度不到 500 米。', 'Visibility is below 500 metres.'),
  advice: both('- 开雾灯\n- 减速', '- Use fog lights\n- Slow down'),
  onset: beijing('Mon 2026-03-02 06:00'),
  expiresAt: beijing('Mon 2026-03-02 12:00'),
  ...changed,
})
export const menu = (entries: ContentOf<'menu'>['entries']): ContentOf<'menu'> => ({ kind: 'menu', entries })
