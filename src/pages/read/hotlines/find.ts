/** Finding a number by what one needs. */
import type { HotlineLine } from '@/contract/reading'

/** Half-width, small, without what stands between words: as people type it, whatever their keyboard. */
const plain = (text: string): string =>
  text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[\s，。、,.?!;:'"()-]+/g, ' ')
    .trim()

/**
 * The lines for what was typed. Each word must be in the name, the summary, the needs or the number of a line; or say
 * more than one of its needs, as 家里停电了 does of 停电. A line that has it among its needs comes first.
 */
export function findHotlines(lines: HotlineLine[], typed: string): HotlineLine[] {
  const words = plain(typed).split(' ').filter(Boolean)
  if (!words.length) return []
  return lines
    .map((line) => ({ line, rank: rankOf(line, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ line }) => line)
}

/** 2: it is a need, or the number itself. 1: it is said of it. 0: it is not found. */
function rankOf(line: HotlineLine, words: string[]): number {
  const needs = [...line.needs, line.number].map(plain)
  const said = plain([line.title.zh, line.title.en, line.summary.zh, line.summary.en, line.number].join(' '))
  const ranks = words.map((word) => {
    if (needs.some((need) => need.includes(word) || (need.length > 1 && word.includes(need)))) return 2
    return said.includes(word) ? 1 : 0
  })
  return Math.min(...ranks)
}
