import type { Lang } from '@/contract/phoneRefusals'
import type { Reading } from '@/contract/reading'

type Pair<T> = { zh: T; en: T }

/**
 * What is told, in one language whoever reads: a person at the desk looks at the English without changing the language
 * of the desk. In Chinese where there is no English, as for citizens.
 */
export function spokenIn(reading: Reading, lang: Lang): Reading {
  if (lang === 'zh')
    return {
      ...reading,
      ...both(
        reading,
        ({ zh }) => zh,
        ({ zh }) => zh,
      ),
    }
  return {
    ...reading,
    ...both(
      reading,
      ({ zh, en }) => en || zh,
      ({ zh, en }) => (en.length ? en : zh),
    ),
  }
}

function both(
  { title, summary, blocks, hours, address, issuer, area, advice, channel, unit }: Reading,
  words: (pair: Pair<string>) => string,
  parts: (pair: Reading['blocks']) => Reading['blocks']['zh'],
): Partial<Reading> {
  const same = (pair: Pair<string>) => ({ zh: words(pair), en: words(pair) })
  const sameParts = (pair: Reading['blocks']) => ({ zh: parts(pair), en: parts(pair) })
  return {
    title: same(title),
    summary: same(summary),
    blocks: sameParts(blocks),
    unit: { ...unit, name: same(unit.name) },
    ...(channel && { channel: { ...channel, name: same(channel.name) } }),
    ...(hours && { hours: same(hours) }),
    ...(address && { address: same(address) }),
    ...(issuer && { issuer: same(issuer) }),
    ...(area && { area: same(area) }),
    ...(advice && { advice: sameParts(advice) }),
  }
}
