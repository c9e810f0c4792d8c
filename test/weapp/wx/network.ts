// wx.request, uploadFile and downloadFile, against a real server on loopback.

import { request as httpRequest } from 'node:http'
import { basename } from 'node:path'
import { type Device, type Failure, fail, isFailure, messageOf, noteError, type PhoneFile } from '../device'
import { type Api, type Kit, type Options, type Task, tasked } from './convention'

const TIMEOUT = 60_000
const CHUNK = 64 * 1024

const GONE = fail('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', 600001)
const REFUSED = fail('errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED', 600001)
const CUT = fail('errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', 600003)
const LATE = fail('timeout', 5)

export function networkApi(kit: Kit): Api {
  const { device } = kit
  return {
    request: tasked(kit, 'request', (options, task) => send(device, options, task, request)),
    uploadFile: tasked(kit, 'uploadFile', (options, task) => send(device, options, task, upload)),
    downloadFile: tasked(kit, 'downloadFile', (options, task) => send(device, options, task, download)),
  }
}

type Sender = (url: string, options: Options, signal: AbortSignal, task: Task, device: Device) => Promise<object>

async function send(device: Device, options: Options, task: Task, sender: Sender): Promise<object> {
  const url = destination(device, options.url)
  if (isFailure(url)) return url
  const { network } = device
  if (network.offline) return GONE
  if (network.failNext > 0) {
    network.failNext -= 1
    return CUT
  }
  const limit = AbortSignal.timeout(Number(options.timeout ?? TIMEOUT))
  try {
    const answer = await sender(url, options, AbortSignal.any([task.signal, limit]), task, device)
    if (network.loseNext === 0) return answer
    network.loseNext -= 1
    return CUT
  } catch (error) {
    if (task.signal.aborted) return fail('abort')
    return limit.aborted ? LATE : troubleOf(error)
  }
}

function troubleOf(error: unknown): Failure {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error
  return /ECONNREFUSED/.test(`${messageOf(cause)} ${JSON.stringify(cause)}`) ? REFUSED : CUT
}

/** Where a request really goes. Nothing leaves this machine. */
function destination(device: Device, url: unknown): string | Failure {
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return fail(`invalid url "${String(url)}"`)
  const [from, to] = Object.entries(device.network.hosts).find(([origin]) => url.startsWith(origin)) ?? ['', '']
  const target = to + url.slice(from.length)
  if (['127.0.0.1', 'localhost', '[::1]'].includes(new URL(target).hostname)) return target
  noteError(device, `the app asked for ${url}, which is neither on loopback nor among the hosts of this phone`)
  return fail('url not in domain list', 600002)
}

const request: Sender = async (url, options, signal, task) => {
  const method = String(options.method ?? 'GET').toUpperCase()
  const headers = { 'content-type': 'application/json', ...lowerCaseKeys(options.header) }
  const inAddress = method === 'GET' && typeof options.data === 'object' && options.data !== null
  const address = inAddress ? `${url}${url.includes('?') ? '&' : '?'}${form(options.data)}` : url
  const body = method === 'GET' || options.data === undefined ? null : bodyOf(options.data, headers['content-type'])
  const response = await fetch(address, { method, headers, body, signal })
  const header = Object.fromEntries(response.headers)
  task.tell('HeadersReceived', { header, statusCode: response.status })
  const data = await dataOf(response, options)
  return { data, statusCode: response.status, header, cookies: response.headers.getSetCookie() }
}

function bodyOf(data: unknown, type: string): string | Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return data
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') return new Uint8Array(data as ArrayBuffer)
  return type.includes('x-www-form-urlencoded') ? form(data) : JSON.stringify(data)
}

function form(data: unknown): string {
  const entries = Object.entries(data as object).map(([key, value]) => [
    key,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ])
  return new URLSearchParams(Object.fromEntries(entries)).toString()
}

async function dataOf(response: Response, options: Options): Promise<unknown> {
  if (options.responseType === 'arraybuffer') return response.arrayBuffer()
  const text = await response.text()
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

// Over node:http and not fetch, which does not say how much of a body has gone and sends streams without a length.
const upload: Sender = async (url, options, signal, task, device) => {
  const path = String(options.filePath)
  const file = device.files.get(path)
  if (!file) return fail('file not found')
  const boundary = `----phone${device.calls.length}`
  const body = multipart(boundary, options, path, file)
  const headers = {
    ...lowerCaseKeys(options.header),
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': body.length,
  }
  return post({ url, headers, body, signal, portion: device.portion }, (sent) =>
    task.tell('ProgressUpdate', {
      progress: Math.round((sent / body.length) * 100),
      totalBytesSent: sent,
      totalBytesExpectedToSend: body.length,
    }),
  )
}

function multipart(boundary: string, options: Options, path: string, file: PhoneFile): Buffer {
  const field = (name: string, rest: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${rest}`
  const fields = Object.entries((options.formData ?? {}) as object)
    .map(([name, value]) => `${field(name, '')}\r\n\r\n${String(value)}\r\n`)
    .join('')
  const head = `${field(String(options.name), `; filename="${basename(path)}"`)}\r\nContent-Type: ${mimeOf(path)}\r\n\r\n`
  return Buffer.concat([Buffer.from(fields + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

function mimeOf(path: string): string {
  const ending = path.split('.').at(-1) ?? ''
  const types: Record<string, string> = { jpg: 'image/jpeg', png: 'image/png', mp4: 'video/mp4', mp3: 'audio/mpeg' }
  return types[ending.toLowerCase()] ?? 'application/octet-stream'
}

interface Posted {
  url: string
  headers: Record<string, string | number>
  body: Buffer
  signal: AbortSignal
  /** The line is cut after this much of it. */
  portion: number
}

function post({ url, headers, body, signal, portion }: Posted, progress: (sent: number) => void): Promise<object> {
  const last = Math.floor(body.length * portion)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method: 'POST', headers, signal }, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('error', reject)
      incoming.on('end', () => resolve({ data: Buffer.concat(parts).toString(), statusCode: incoming.statusCode }))
    })
    outgoing.on('error', reject)
    const write = (from: number): void => {
      if (from >= body.length) return void outgoing.end()
      if (from >= last) return void outgoing.destroy()
      const to = Math.min(from + CHUNK, last)
      outgoing.write(body.subarray(from, to), (error) => {
        if (error) return // 'error' above has it
        progress(to)
        write(to)
      })
    }
    write(0)
  })
}

const download: Sender = async (url, options, signal, task, device) => {
  const response = await fetch(url, { headers: lowerCaseKeys(options.header), signal })
  const bytes = new Uint8Array(await response.arrayBuffer())
  task.tell('ProgressUpdate', {
    progress: 100,
    totalBytesWritten: bytes.length,
    totalBytesExpectedToWrite: bytes.length,
  })
  const tempFilePath = `wxfile://tmp_download_${device.files.size + 1}`
  device.files.set(tempFilePath, { bytes, kind: 'other', width: 0, height: 0, seconds: 0 })
  return { tempFilePath, statusCode: response.status }
}

function lowerCaseKeys(header: unknown): Record<string, string> {
  const entries = Object.entries((header ?? {}) as Record<string, unknown>)
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]))
}
