/** The words of a release. */
import type { Content } from '@/contract/content'
import type { Bilingual } from '@/core/district'
import { titleOf } from './releaseRecords'

/** Every word of it, for the eye that looks for private details. `change`: what is corrected, which everybody reads, too. */
export const wordsOf = (content: Content, change?: Bilingual): string =>
  [titleOf(content), ...textsOf(content), ...both(change)].flatMap(({ zh, en }) => [zh, en]).join('\n')

function textsOf(content: Content): Bilingual[] {
  const same = (text: string | undefined): Bilingual[] => (text ? [{ zh: text, en: '' }] : [])
  switch (content.kind) {
    case 'article':
      return [
        content.summary,
        content.text,
        ...content.attachments.flatMap(({ name }) => same(name)),
        ...same(content.source),
      ]
    case 'page':
      return [content.summary, content.text, ...both(content.hours), ...both(content.address), ...same(content.phone)]
    case 'faq':
      return [content.text, ...same(content.asks.join('\n'))]
    case 'road':
      return [content.direction, content.text, content.source]
    case 'hotline':
      return [content.summary, ...same(content.needs.join(' ')), ...same(content.number), content.hours]
    case 'service':
      return [content.summary, content.text, ...same(content.phone)]
    case 'appeal':
      return [content.summary, content.text, content.issuer, ...same(content.basis)]
    case 'alert':
      return [content.text, content.advice, content.area, content.issuer]
    case 'menu':
      return content.entries.map(({ name }) => name)
  }
}
const both = (text: Bilingual | undefined): Bilingual[] => (text ? [text] : [])
