/**
 * Prose: words with a few marks, which is all that the district's texts are made of. `## ` begins a small heading, `- ` or
 * `• ` a line of a list, `[words](https://…)` and a bare https:// address are links, every other line is a paragraph.
 * Nothing else means anything: what looks like HTML is words.
 */
export type Span = { text: string; href?: string }
export type Block = { is: 'p' | 'h' | 'li'; spans: Span[] }

const HEADING = /^#{1,6}\s+(.*)$/
const LIST_LINE = /^[-•]\s+(.*)$/

/**
 * A link with words, and a bare address. The target may hold round brackets once within each other. No part can be
 * read in two ways, and an unfinished target ends at the next bracket: the time grows with the text and not faster.
 */
const LINK = /\[([^[\]]{1,200})\]\(((?:[^\s()]|\([^\s()]{0,100}\))+)\)|https:\/\/[\w.~:/?#@!$&*+,;=%-]+/gi
/** Only these are opened: as the contract's WebAddress, and with nothing that pretends to be the host before an @. */
const ADDRESS = /^https:\/\/[^\s"'<>\\/@?#]+(?:[/?#][^\s"'<>\\]*)?$/i
const SCHEME = /^[a-z][a-z\d+.-]*:/i
const MOST_ADDRESS = 500

/** The blocks of a text, in order. Empty lines divide, and so does every new line: people write that way. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(blockOf)
    .filter(({ spans }) => spans.length > 0)
}

/** Its words without any marks, for search and excerpts; blocks stay apart by a space. */
export const plain = (text: string): string =>
  blocksOf(text)
    .map(({ spans }) => spans.map((span) => span.text).join(''))
    .join(' ')

function blockOf(line: string): Block {
  const heading = HEADING.exec(line)
  if (heading) return { is: 'h', spans: spansOf(heading[1] ?? '') }
  const item = LIST_LINE.exec(line)
  if (item) return { is: 'li', spans: spansOf(item[1] ?? '') }
  return { is: 'p', spans: spansOf(line) }
}

function spansOf(line: string): Span[] {
  const spans: Span[] = []
  let done = 0
  for (const match of line.matchAll(LINK)) {
    const [whole, words, target] = match
    say(spans, line.slice(done, match.index))
    done = match.index + whole.length
    if (words === undefined || target === undefined) done -= sayAddress(spans, whole)
    else sayLink(spans, { whole, words, target })
  }
  say(spans, line.slice(done))
  return spans
}

/** Words after words are one span. */
function say(spans: Span[], text: string): void {
  const last = spans[spans.length - 1]
  if (text === '') return
  if (last && last.href === undefined) last.text += text
  else spans.push({ text })
}

/** An address that may not be opened leaves its words; what is no address at all was no link but brackets. */
function sayLink(spans: Span[], { whole, words, target }: { whole: string; words: string; target: string }): void {
  if (isAddress(target) && words.trim()) spans.push({ text: words, href: target })
  else say(spans, SCHEME.test(target) ? words : whole)
}

/** The full stop after an address belongs to the sentence: gives how many characters are left for it. */
function sayAddress(spans: Span[], found: string): number {
  const address = found.replace(/[.,;:!?]{1,20}$/, '')
  if (isAddress(address)) spans.push({ text: address, href: address })
  else say(spans, address)
  return found.length - address.length
}

const isAddress = (text: string): boolean => text.length <= MOST_ADDRESS && ADDRESS.test(text)
