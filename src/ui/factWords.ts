/** What a ticket says about itself beside its number, place and unit. */
import type { TicketView } from '@/contract/tickets'
import { type Words, w } from './word'

type Channel = NonNullable<TicketView['taken']>['channel']

export const factWords = {
  spot: w('现场编号', 'Code on the spot'),
  spotIs: w('{name}（{id}）', '{name} ({id})'),
  details: w('情况', 'Answers'),
  detail: w('{ask}{said}', '{ask} {said}'),
  behalf: w('替谁反映', 'On behalf of'),
  behalfOf: w('{name}（{relation}）{phone}', '{name} ({relation}) {phone}'),
  behalfIs: w('反映人的{relation}', '{relation} of who filed it'),
  against: w('反映对象', 'About'),
  againstNote: w(
    '被反映的单位和人员不经办，也看不到这件工单。',
    'The unit and the people it is about neither handle this ticket nor see it.',
  ),
  map: w('看地图', 'Open the map'),
  followers: w('{n} 人也在关注', '{n} others follow this'),
  consent: w('公开', 'Public'),
  consents: {
    yes: w('反映人同意公开处理结果（不带个人信息）', 'May be published without private details'),
    no: w('反映人没有同意公开', 'Not agreed to'),
  },
  taken: w('代为登记', 'Taken down by'),
  takenBy: {
    window: w('{unit} {name}，在窗口', '{name}, {unit}, at the window'),
    phone: w('{unit} {name}，接电话', '{name}, {unit}, on the phone'),
  } satisfies Record<Channel, Words>,
} as const
