/** The body of a request, whichever way the SDK sent it. */
import type http from 'node:http'
import { type Fields, isFields } from './ejson'
import { invalid } from './errors'

/** What travels as bytes. All other parts of a form are text. */
const BINARY = 'requestData'

/** The fields of a JSON object or of multipart/form-data. */
export async function bodyOf(request: http.IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  const boundary = /^multipart\/form-data;.*boundary=([^;]+)/.exec(request.headers['content-type'] ?? '')?.[1]
  if (boundary) return Object.fromEntries(partsOf(bytes, boundary))
  const body: unknown = JSON.parse(bytes.toString())
  if (!isFields(body)) throw invalid('the body is no object')
  return body
}

/** Latin-1 keeps each byte as one character, so that the form can be read as text and bytes alike. */
function partsOf(bytes: Buffer, boundary: string): [string, string | Buffer][] {
  const [, ...parts] = `\r\n${bytes.toString('latin1')}`.split(`\r\n--${boundary}`)
  if (!parts.pop()?.startsWith('--')) throw invalid('the form has no end')
  return parts.map((part) => {
    const end = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.slice(0, end))?.[1]
    if (!name) throw invalid('a part of the form has no name')
    const value = Buffer.from(part.slice(end + 4), 'latin1')
    return [name, name === BINARY ? value : value.toString()]
  })
}
