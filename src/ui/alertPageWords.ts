/** The words of the pages of emergency notices, those where they are written among them. */
import type { AlertLine } from '@/contract/lines'
import { type Words, w } from './word'

export const alertTypes: Record<AlertLine['type'], Words> = {
  earthquake: w('地震', 'Earthquake'),
  storm: w('风暴潮', 'Storm surge'),
  wind: w('大风', 'Strong wind'),
  fog: w('大雾', 'Fog'),
  rain: w('暴雨', 'Heavy rain'),
  cold: w('寒潮', 'Cold wave'),
  fire: w('火灾', 'Fire'),
  health: w('公共卫生', 'Public health'),
  traffic: w('交通', 'Traffic'),
  utility: w('水电气热', 'Water, power, gas, heating'),
  other: w('其他', 'Other'),
}

/** From the worst, as the law numbers them (突发事件应对法). */
export const levelsInFull: Record<AlertLine['colour'], Words> = {
  red: w('红色（一级，特别严重）', 'Red (level 1, extreme)'),
  orange: w('橙色（二级，严重）', 'Orange (level 2, severe)'),
  yellow: w('黄色（三级，较重）', 'Yellow (level 3, moderate)'),
  blue: w('蓝色（四级，一般）', 'Blue (level 4, minor)'),
}

export const alertPageWords = {
  title: w('紧急通知', 'Emergency notices'),
  now: w('正在生效', 'In force'),
  none: w('现在没有紧急通知', 'There is no emergency notice now'),
  noneHint: w('有紧急情况时，每个页面的最上方都会提醒您。', 'When there is one, it stands on top of every screen.'),
  past: w('已经结束', 'Ended'),
  area: w('范围：{area}', 'Area: {area}'),
  until: w('{from} 至 {to}', '{from} to {to}'),
  corrected: w('第 {n} 版，已更正', 'Edition {n}, corrected'),
}
