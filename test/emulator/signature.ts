/**
 * TC3-HMAC-SHA256 as the cloud checks it: over the signed headers and every field of the body. Written from the
 * description of the protocol, not with the SDK's own signer, so that the two prove each other.
 */
import { createHash, createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Fields } from './ejson'
import { signatureRefused } from './errors'

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/tcb\/tc3_request, SignedParams=([^,]*), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
const LIFE_S = 600

export type Signed = { url: string; headers: IncomingHttpHeaders; body: Fields }

/** Throws unless `request` was signed, lately, with one of these secret keys. */
export function verifySignature({ url, headers, body }: Signed, keys: Record<string, string>, now: number): void {
  const match = AUTHORIZATION.exec(headers.authorization ?? '')
  if (!match) throw signatureRefused('the authorization header is missing or malformed')
  const [, keyId = '', date = '', signedParams = '', signedHeaders = '', signature = ''] = match
  const key = keys[keyId]
  if (!key) throw signatureRefused('the secret id is not known')
  const timestamp = Number(headers['x-timestamp'])
  if (!(Math.abs(now / 1000 - timestamp) < LIFE_S)) throw signatureRefused('the signature has expired')
  const params = parametersOf(body)
  if ([...params.keys()].join(';') !== signedParams) throw signatureRefused('not every field of the body is signed')

  const [path, query = ''] = url.split('?')
  const canonicalHeaders = signedHeaders.split(';').map((name) => `${name}:${headerText(name, headers[name])}`)
  const request = [
    'post',
    `//${headers.host}${path}`,
    query,
    `${canonicalHeaders.join('\n')}\n`,
    signedHeaders,
    sha256(Buffer.concat([...params].flatMap(([name, value]) => [utf8(`&${name}=`), value, utf8('\r\n')]))),
  ].join('\n')
  const scope = `${date}/tcb/tc3_request`
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(request)}`
  const signing = [date, 'tcb', 'tc3_request'].reduce<string | Buffer>(
    (secret, part) => hmac(part, secret),
    `TC3${key}`,
  )
  if (hmac(text, signing).toString('hex') !== signature) throw signatureRefused('the signature does not match')
}

/** The fields that are signed, sorted by their names in lower case. Empty ones are not. Bytes are signed as they are. */
function parametersOf(body: Fields): Map<string, Buffer> {
  const signed = Object.entries(body).map(([name, value]): [string, Buffer] => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return [encodeURIComponent(name.toLowerCase().trim()), Buffer.isBuffer(value) ? value : utf8(text.trim())]
  })
  return new Map(signed.filter(([, bytes]) => bytes.length > 0).sort(([a], [b]) => a.localeCompare(b)))
}

function headerText(name: string, value: string | string[] | undefined): string {
  const text = String(value ?? '').trim()
  if (name !== 'content-type') return text.toLowerCase()
  // The boundary of a form is not known yet when it is signed.
  return text.startsWith('multipart/form-data') ? 'multipart/form-data' : text
}

const utf8 = (text: string) => Buffer.from(text)

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

const hmac = (text: string, key: string | Buffer) => createHmac('sha256', key).update(text).digest()
