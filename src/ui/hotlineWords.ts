/** The words of the page of telephone numbers. */
import type { HOTLINE_GROUPS } from '@/contract/kinds'
import { type Words, w } from './word'

export const hotlineWords = {
  title: w('热线电话', 'Telephone numbers'),
  search: w('您要办什么事', 'What do you need'),
  searchHint: w('例如：停电、社保、投诉', 'For example: power cut, pension'),
  groups: w('分类', 'Groups'),
  group: {
    emergency: w('紧急', 'Emergency'),
    government: w('政务', 'Government'),
    home: w('水电生活', 'Home'),
    transport: w('出行', 'Travel'),
    health: w('健康', 'Health'),
    rights: w('维权', 'Your rights'),
    safety: w('安全举报', 'Safety'),
    other: w('其他', 'Other'),
  } satisfies Record<(typeof HOTLINE_GROUPS)[number], Words>,
  call: w('拨打', 'Call'),
  callName: w('{name}，拨打 {number}', '{name}: call {number}'),
  hours: w('服务时间：{hours}', 'Hours: {hours}'),
  checked: w('来源：{source}\n{day} 核对', 'Source: {source}\nChecked on {day}'),
  more: w('再看 {n} 个', 'Show {n} more'),
  none: w('没有找到这样的电话', 'No number was found for this'),
  noneHint: w(
    '可以换个说法再找，或者直接打 12345，请他们转接。',
    'Try other words, or call 12345 and ask to be put through.',
  ),
  empty: w('目前没有发布的热线电话', 'No numbers are published now'),
}
