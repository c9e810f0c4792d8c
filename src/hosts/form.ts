/** The one file of a form (multipart/form-data), without copying it. */

/** A part's own lines. */
const MOST_HEADERS = 16 * 1024

/** The bytes of the field with this name. Null when there is none, it is no file, or the form has no end. */
export function fileIn(body: Buffer, contentType: string, field: string): Buffer | null {
  const [, quoted, plain] =
    /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary) return null
  const between = Buffer.from(`\r\n--${boundary}`, 'latin1')
  // The first has no line before it.
  let at = body.subarray(0, between.length - 2).equals(between.subarray(2))
    ? between.length - 2
    : after(body, between, 0)
  while (at !== -1 && body.toString('latin1', at, at + 2) === '\r\n') {
    const head = body.indexOf('\r\n\r\n', at)
    const end = head === -1 ? -1 : body.indexOf(between, head + 2)
    if (end === -1 || head - at > MOST_HEADERS) return null
    const bytes = body.subarray(Math.min(head + 4, end), end)
    if (isFile(body.toString('utf8', at, head), field)) return isClosed(body, between, end) ? bytes : null
    at = end + between.length
  }
  return null
}

function after(body: Buffer, sought: Buffer, from: number): number {
  const found = body.indexOf(sought, from)
  return found === -1 ? -1 : found + sought.length
}

/** A form that was cut off has no closing line. */
function isClosed(body: Buffer, between: Buffer, from: number): boolean {
  for (let at = after(body, between, from); at !== -1; at = after(body, between, at)) {
    if (body.toString('latin1', at, at + 2) === '--') return true
  }
  return false
}

function isFile(headers: string, field: string): boolean {
  const line = headers.split('\r\n').find((one) => /^content-disposition:\s*form-data\s*;/i.test(one)) ?? ''
  const [, name] = /;\s*name="([^"]*)"/i.exec(line) ?? []
  return name === field && /;\s*filename\*?=/i.test(line)
}
