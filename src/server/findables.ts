/** What a search finds a release by. */
import type { Content } from '@/contract/content'
import type { Bilingual } from '@/core/district'
import type { Release } from '@/core/release'
import { type FindableRecord, titleOf } from './releaseRecords'

const EXCERPT = 120
const WORDS = 2000

/** Every text of a content, the most telling first. Not its title. */
export function textsOf(content: Content): Bilingual[] {
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
    case 'road':
      return [content.direction, content.text, ...same(content.source)]
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

/** Marks of prose say how it is drawn; nobody looks for them. */
export const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#+|[-*])\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()

export function findableOf(release: Release, content: Content): FindableRecord {
  const texts = textsOf(content)
  const words = texts.flatMap(({ zh, en }) => [zh, en]).map(plain)
  return {
    kind: release.kind,
    title: titleOf(content),
    excerpt: excerptOf(texts),
    words: words
      .filter(Boolean)
      .join(' ')
      .slice(0, WORDS)
      .replace(/\p{Surrogate}$/u, ''),
    at: release.live?.publishedAt ?? '',
    sample: release.sample ?? false,
    ...(content.kind === 'hotline' && { number: content.number }),
  }
}

/** The beginning of the first text that says something, in each language. */
export function excerptOf(texts: Bilingual[]): Bilingual {
  const first = (lang: keyof Bilingual) => short(plain(texts.find((text) => text[lang].trim())?.[lang] ?? ''))
  return { zh: first('zh'), en: first('en') }
}

/** Cut between characters: half an emoji is no text, and no database holds it. */
const short = (text: string): string =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT).replace(/\p{Surrogate}$/u, '')}…` : text
