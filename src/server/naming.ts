/** What an answer may repeat of who asked, however it is spaced. */
import { maySeeAsker, type Ticket } from '@/core/ticket'
import type { Context } from './context'

/** Without spaces and hyphens. */
export const joined = (text: string): string => text.normalize('NFKC').replace(/[\s-]+/g, '')

type Named = Pick<Ticket, 'asker' | 'behalf'>
const namesIn = ({ asker, behalf }: Named): string[] =>
  [asker.name, behalf?.name].flatMap((name) => (name ? [joined(name)] : []))
const phonesIn = ({ asker, behalf }: Named): string[] =>
  [asker.phone, behalf?.phone].map((phone) => joined(phone ?? '')).filter(Boolean)

/** Names, also as one calls somebody to their face (吴先生), and phones. */
export function callsOf(ticket: Named): string[] {
  const names = namesIn(ticket)
  const called = names.flatMap((name) => (/^\p{Script=Han}/u.test(name) ? TITLES.map((title) => name[0] + title) : []))
  return [...names, ...called, ...phonesIn(ticket)].filter(Boolean)
}

/** Of so many askers that nearly every surname is among them: whole names alone, and none that is everybody's. */
export const wholeNamesOf = (ticket: Named): string[] => [
  ...namesIn(ticket).filter((name) => name.length > 1 && !NOBODY.includes(name)),
  ...phonesIn(ticket),
]
const NOBODY = [
  '居民',
  '业主',
  '市民',
  '群众',
  '住户',
  '村民',
  '家长',
  '用户',
  '匿名',
  '路人',
  '司机',
  '老百姓',
  '热心市民',
]

/** Whether words tell a ticket's number or who asked there. What the caller does not know they cannot tell. */
export function names(text: string, ticket: Ticket, { caller }: Pick<Context, 'caller'>, calls = callsOf): boolean {
  const known = maySeeAsker(caller, ticket) ? calls(ticket) : []
  const said = joined(text)
  return [joined(ticket.no), ...known].some((one) => said.includes(one))
}

const TITLES = ['先生', '女士', '小姐', '老师', '师傅', '同志', '阿姨', '大爷', '大妈', '大姐', '大哥', '奶奶', '爷爷']
