/**
 * The XML that WeChat pushes, and no other: elements without attributes that hold text, CDATA or elements. There are no
 * comments, instructions or document types, and an entity stays as it is written, so that nothing can be expanded.
 */

export type Fields = Record<string, unknown>

// Pushes nest three deep, as in SubscribeMsgPopupEvent, List, TemplateId.
const MOST_DEEP = 6
const OPENING = /\s*<([A-Za-z_][\w.-]*)>/y
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const TEXT = /[^<]*/y

/** The fields of `<xml>…</xml>`, all values text, and lists where a name comes twice. Null when it is anything else. */
export function readXml(source: string): Fields | null {
  const text = source.trim()
  let at = 0

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }

  function takeEnd(name: string): boolean {
    const end = `</${name}>`
    if (!text.startsWith(end, at)) return false
    at += end.length
    return true
  }

  /** From behind an opening tag to behind its end. */
  function value(name: string, depth: number): unknown {
    const begin = at
    if (depth < MOST_DEEP && take(OPENING)) {
      at = begin
      return elements(name, depth)
    }
    const content = words()
    return takeEnd(name) ? content : undefined
  }

  /** CDATA as it is, or bare text without the space around it. */
  function words(): string {
    const before = take(TEXT)?.[0] ?? ''
    let content = ''
    let cdata = take(CDATA)
    if (!cdata) return before.trim()
    for (; cdata; cdata = take(CDATA)) content += cdata[1]
    skipSpace()
    return before.trim() + content
  }

  /** Elements up to the end of the one around them. Undefined when one of them is broken. */
  function elements(outer: string, depth: number): Fields | undefined {
    const found = new Map<string, unknown>()
    for (let opening = take(OPENING); opening; opening = take(OPENING)) {
      const name = opening[1] ?? ''
      const content = value(name, depth + 1)
      if (content === undefined) return undefined
      const before = found.get(name)
      found.set(name, before === undefined ? content : [before, content].flat())
    }
    skipSpace()
    return takeEnd(outer) ? Object.fromEntries(found) : undefined
  }

  function skipSpace(): void {
    while (/\s/.test(text[at] ?? '')) at += 1
  }

  const root = take(OPENING)
  if (root?.[1] !== 'xml') return null
  const fields = elements('xml', 0)
  return fields && at === text.length ? fields : null
}

/** Flat elements in CDATA, numbers without. */
export function writeXml(fields: Record<string, string | number>): string {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${contentOf(value)}</${name}>`)
  return `<xml>${elements.join('')}</xml>`
}

const contentOf = (value: string | number) =>
  typeof value === 'number' ? String(value) : `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
