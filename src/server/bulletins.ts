/** Takes what everybody may read to one person in WeChat: its title, and a sentence of our own. */
import type { Bilingual } from '@/core/district'
import type { PublicNotice, Source } from '@/core/notice'
import { fieldValue, typeOfField } from '@/core/template'
import type { Context } from './context'
import { deliver, type Filled } from './delivery'
import type { Outcome } from './errands'
import type { LetterRecord } from './letters'
import { formOf, INBOX } from './message'
import { many, STAGES } from './noticeWords'
import type { SubscribeMessage } from './ports'
import type { Stage } from './spread'
import type { WishRecord } from './wishes'

export type Bulletin = {
  kind: 'bulletin'
  notice: PublicNotice
  stage: Stage
  who: string
  letter: string
  about: string
  title: Bilingual
}

const never = () => Promise.resolve(false)

export const runBulletin = (errand: Bulletin, ctx: Context): Promise<Outcome> => {
  const { who, notice, letter } = errand
  return deliver({ who, notice, letter, awaited: never, fill: (count) => filledWith(errand, count, ctx) }, ctx)
}

async function filledWith(errand: Bulletin, count: number, ctx: Context): Promise<Filled> {
  const [letter, wish] = await Promise.all([
    ctx.store.get<LetterRecord>('letters', errand.letter),
    ctx.store.get<WishRecord>('wishes', errand.who),
  ])
  const lang = wish?.lang ?? 'zh'
  const tip = (count > 1 ? many(count) : STAGES[errand.notice][errand.stage].tip)[lang]
  const title = errand.title[lang] || errand.title.zh
  const at = letter?.at ?? ctx.now.toISOString()
  const said: Partial<Record<Source, string>> = { title, at, tip, unit: ctx.district.name[lang] }
  const data: SubscribeMessage['data'] = {}
  for (const { name, from } of ctx.district.notices[errand.notice].fields) {
    const type = typeOfField(name)
    const value = type && fieldValue(type, said[from] ?? tip)
    if (!value) return { unfit: name }
    data[name] = { value }
  }
  return { message: { page: count > 1 ? INBOX : pageOf(errand), data, ...formOf(lang, ctx) } }
}

const pageOf = ({ notice, about }: Bulletin): string =>
  `pages/read/${notice === 'issue' ? 'issue' : 'reading'}/index?id=${encodeURIComponent(about)}`
