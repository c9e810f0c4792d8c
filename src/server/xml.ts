/** XML as text: only what XML 1.0 can hold, and nothing that could be read as markup. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Control characters, half characters and the two that are none are left out: no reader opens a file that has them. */
export const escaped = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu, '').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')

/** An element with text in it; nothing at all where there is none. */
export const element = (name: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `<${name}>${escaped(text)}</${name}>`

/** An element with elements in it. `attributes` begins with a space. */
export const around = (name: string, inside: string[], attributes = ''): string =>
  `<${name}${attributes}>${inside.join('')}</${name}>`

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** On a clock in Beijing, with its offset and without parts of a second: CAP takes no Z. */
export const beijingTime = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00')
