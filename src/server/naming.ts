/** What an answer may repeat of who asked, however it is spaced. */
import type { Ticket } from '@/core/ticket'

/** Without spaces and hyphens. */
export const joined = (text: string): string => text.normalize('NFKC').replace(/[\s-]+/g, '')

/** Names, also as one calls somebody to their face (吴先生), and phones. */
export function callsOf({ asker, behalf }: Pick<Ticket, 'asker' | 'behalf'>): string[] {
  const names = [asker.name, behalf?.name].flatMap((name) => (name ? [joined(name)] : []))
  const called = names.flatMap((name) => (/^\p{Script=Han}/u.test(name) ? TITLES.map((title) => name[0] + title) : []))
  const phones = [asker.phone, behalf?.phone].map((phone) => joined(phone ?? ''))
  return [...names, ...called, ...phones].filter(Boolean)
}
const TITLES = ['先生', '女士', '小姐', '老师', '师傅', '同志', '阿姨', '大爷', '大妈', '大姐', '大哥', '奶奶', '爷爷']
