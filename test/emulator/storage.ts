/**
 * The cloud's storage: files by their path, signed addresses to put and to fetch them. In memory. What it does not have:
 * largest sizes, the network of copies in front of it that may show a removed file for a while, and file types.
 */
import { createHmac, randomUUID } from 'node:crypto'
import type http from 'node:http'
import * as v from 'valibot'
import type { deaths } from './deaths'
import type { Fields } from './ejson'
import { FILE_PREFIX } from './environment'
import { invalid } from './errors'
import type { faults } from './faults'

/** Where files are put and fetched. */
export const FILES = '/files/'
const UPLOAD_LIFE_S = 900
const ADDRESS_LIFE_S = 86_400
const MOST_FILES = 50
/** By the ending of a path. */
const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  mp4: 'video/mp4',
  webm: 'video/webm',
}
const MOST_PATH_BYTES = 850

export type Stored = { path: string; bytes: Buffer; owner: string }
export type FileCode = 'SUCCESS' | 'STORAGE_FILE_NONEXIST' | 'STORAGE_EXCEED_AUTHORITY'
export type Address = { code: FileCode; fileID: string; tempFileURL: string; maxAge?: number }
type Upload = { path: string; authorization: string; cosFileId: string; until: number; instance: unknown }
export type Storage = ReturnType<typeof openStorage>

const Asked = v.object({ fileid: v.string(), max_age: v.optional(v.pipe(v.number(), v.minValue(1))) })
const AskedFiles = v.pipe(v.array(Asked), v.maxLength(MOST_FILES))
const FileIds = v.pipe(v.array(v.string()), v.maxLength(MOST_FILES))

type World = {
  now: () => number
  origin: () => string
  during: ReturnType<typeof deaths>['during']
  meets: ReturnType<typeof faults>['meets']
}

/** An empty storage. `now` is the clock that addresses end by, `origin` this server's address. */
export function openStorage({ now, origin, during, meets }: World) {
  const files = new Map<string, Stored>()
  const uploads = new Map<string, Upload>()
  const secret = randomUUID()
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('hex')

  /** A path in this environment. Null for every other's ids. */
  const pathOf = (fileId: string): string | null =>
    fileId.startsWith(FILE_PREFIX) ? fileId.slice(FILE_PREFIX.length) : null

  function stored(fileId: string): Stored | FileCode {
    const path = pathOf(fileId)
    if (path === null) return 'STORAGE_EXCEED_AUTHORITY'
    return files.get(path) ?? 'STORAGE_FILE_NONEXIST'
  }

  function put(path: string, bytes: Uint8Array, owner: string): string {
    checkPath(path)
    files.set(path, { path, bytes: Buffer.from(bytes), owner })
    return FILE_PREFIX + path
  }

  /** The path is not encoded, for the SDK encodes what it is given before it fetches. */
  function addressOf(fileID: string, maxAge = ADDRESS_LIFE_S): Address {
    const file = stored(fileID)
    if (typeof file === 'string') return { code: file, fileID, tempFileURL: '' }
    const until = Math.floor(now() / 1000) + maxAge
    const tempFileURL = `${origin()}${FILES}${file.path}?sign=${sign(`${file.path}\n${until}`)}&t=${until}`
    return { code: 'SUCCESS', fileID, tempFileURL, maxAge }
  }

  function remove(fileID: string): { code: FileCode; fileID: string } {
    const file = stored(fileID)
    if (typeof file === 'string') return { code: file, fileID }
    files.delete(file.path)
    return { code: 'SUCCESS', fileID }
  }

  const actions: Record<string, (request: Fields) => Fields> = {
    'storage.getUploadMetadata'({ path, method, sessionToken }) {
      if (typeof path !== 'string' || method !== 'put') throw invalid('no path to put to')
      checkPath(path)
      const token = randomUUID()
      const until = Math.floor(now() / 1000) + UPLOAD_LIFE_S
      const authorization = `q-sign-algorithm=sha256&q-sign-time=${until}&q-signature=${sign(`${token}\n${path}\n${until}`)}`
      const upload: Upload = { path, authorization, cosFileId: randomUUID(), until, instance: sessionToken }
      uploads.set(token, upload)
      const url = `${origin()}${FILES}${encodeURI(path)}`
      return { data: { url, token, authorization, fileId: FILE_PREFIX + path, cosFileId: upload.cosFileId } }
    },
    'storage.batchGetDownloadUrl'({ file_list }) {
      const asked = v.safeParse(AskedFiles, file_list)
      if (!asked.success) throw invalid(`file_list: up to ${MOST_FILES} files`)
      return { data: { download_list: asked.output.map(({ fileid, max_age }) => addressOf(fileid, max_age)) } }
    },
    'storage.batchDeleteFile'({ fileid_list }) {
      const ids = v.safeParse(FileIds, fileid_list)
      if (!ids.success) throw invalid(`fileid_list: up to ${MOST_FILES} files`)
      return { data: { delete_list: ids.output.map(remove) } }
    },
  }

  /** Somebody who puts a file, with what `getUploadMetadata` gave them, each in its own header. */
  async function receive(path: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { headers } = request
    const upload = uploads.get(String(headers['x-cos-security-token']))
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    if (!upload || upload.path !== path) return refuse(response, 'InvalidAccessKeyId')
    if (upload.until < now() / 1000) return refuse(response, 'AccessDenied')
    const right =
      headers.authorization === upload.authorization &&
      headers.signature === upload.authorization &&
      headers['x-cos-meta-fileid'] === upload.cosFileId &&
      headers.key === encodeURIComponent(path)
    if (!right) return refuse(response, 'SignatureDoesNotMatch')
    const fault = meets('PUT')
    if (fault && !fault.after && !fault.cut) return refuse(response, 'InternalError', 500)
    const bytes = Buffer.concat(chunks)
    const done = await during(upload.instance, async () => {
      put(path, fault?.cut ? bytes.subarray(0, bytes.length / 2) : bytes, '')
    })
    if (done === 'broken' || fault?.after) request.socket.destroy()
    else response.end()
  }

  return {
    actions,
    stored,
    /** The file at a path of this environment. */
    at: (path: string): Stored | undefined => files.get(path),
    put,
    addressOf,
    remove,
    /** The paths of all files. */
    paths: (): string[] => [...files.keys()],
    /** Answers a request below `FILES`: PUT with an upload's headers, or GET and HEAD with a signed address. */
    async serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
      const url = new URL(request.url ?? '', origin())
      const path = decodeURIComponent(url.pathname.slice(FILES.length))
      if (request.method === 'PUT') return receive(path, request, response)
      const until = url.searchParams.get('t') ?? ''
      if (url.searchParams.get('sign') !== sign(`${path}\n${until}`)) return refuse(response, 'SignatureDoesNotMatch')
      if (Number(until) < now() / 1000) return refuse(response, 'AccessDenied')
      const file = files.get(path)
      if (!file) return refuse(response, 'NoSuchKey', 404)
      response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      response.setHeader('accept-ranges', 'bytes')
      const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
      const part = from ? file.bytes.subarray(Number(from), to ? Number(to) + 1 : undefined) : file.bytes
      response.statusCode = from ? 206 : 200
      response.setHeader('content-length', part.length)
      response.end(part)
    },
  }
}

/** developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/naming.html */
function checkPath(path: string): void {
  const named = path !== '' && !path.startsWith('/') && !path.includes('//')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  const clean = !/[\u0000-\u001f\u007f?#%]/.test(path) && !path.split('/').includes('..')
  if (!named || !clean || Buffer.byteLength(path) > MOST_PATH_BYTES) throw invalid(`a file cannot be named ${path}`)
}

function refuse(response: http.ServerResponse, code: string, status = 403): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/xml')
  const parts = { Code: code, Message: code, Resource: '/', RequestId: 'emulated', TraceId: 'emulated' }
  const body = Object.entries(parts).map(([name, text]) => `<${name}>${text}</${name}>`)
  response.end(`<?xml version='1.0' encoding='utf-8' ?><Error>${body.join('')}</Error>`)
}
