/** Hours as somebody types them, and as they are shown: 08:30-12:00 13:30-17:30. */
export type Span = { from: string; to: string }

/** Undefined where they are none. Nothing means closed. Whether they follow one another the server says. */
export function readSpans(text: string): Span[] | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[~～至到—–－]+/g, '-')
    .replace(/\s*-\s*/g, '-')
  const parts = plain.split(/[\s,，、;；]+/).filter(Boolean)
  const spans = parts.map(readSpan)
  return spans.every((span): span is Span => span !== undefined) ? spans : undefined
}

function readSpan(text: string): Span | undefined {
  const [, h1 = '', m1, h2 = '', m2] = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/.exec(text) ?? []
  if (!m1 || !m2) return undefined
  const [from, to] = [`${h1.padStart(2, '0')}:${m1}`, `${h2.padStart(2, '0')}:${m2}`]
  return isClock(from) && (isClock(to) || to === '24:00') ? { from, to } : undefined
}

const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

export const spansText = (spans: Span[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(' ')

/** Noon in Beijing of a day, for words such as 今天. */
export const noonOf = (day: string): string => `${day}T04:00:00.000Z`

/** The day so many days later. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3_600_000).toISOString().slice(0, 10)
