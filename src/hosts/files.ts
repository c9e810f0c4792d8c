/** Files over HTTP: photos and recordings come in as forms, and go out under addresses that end. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import * as v from 'valibot'
import type { Answer } from '@/contract'
import { Key } from '@/contract/shapes'
import type { MediaView } from '@/contract/uploads'
import type { DiskClips, OpenClip } from '@/drivers/files/clips'
import type { DiskFiles } from '@/drivers/files/disk'
import type { Context } from '@/server/context'
import { refusal } from '@/server/handle'
import { receivedAs, receiveFile } from '@/server/uploads'
import { type ReadFile, skipBody } from './body'

/** What the host needs for them. */
export type FileDoors = { openPicture: DiskFiles['open']; openClip: DiskClips['open']; readFile: ReadFile }

/** For a browser or phone alone: nobody in between may keep it. */
const KEEP = 'private, max-age=86400, immutable'
/** Seconds as the phone measured them. */
const Query = v.object({
  key: Key,
  seconds: v.exactOptional(
    v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d{1,20})?$/, 'malformed'), v.transform(Number), v.maxValue(3600)),
  ),
})

/** `POST /files?key=…&seconds=…` */
export async function answerUpload(
  request: IncomingMessage,
  url: URL,
  ctx: Context,
  { readFile }: FileDoors,
): Promise<Answer<MediaView>> {
  // A stranger's forty megabytes are not even kept.
  if (ctx.caller.role === 'anyone') {
    request.resume()
    return refusal(ctx.here?.locked ? 'locked' : 'signed-out', ctx)
  }
  const query = v.safeParse(Query, Object.fromEntries(url.searchParams))
  if (!query.success) {
    await skipBody(request)
    return refusal('malformed', ctx)
  }
  const { key, seconds } = query.output
  const known = await receivedAs(key, ctx)
  if (known) {
    await skipBody(request)
    return known
  }
  const read = await readFile(request, (bytes) =>
    receiveFile({ key, bytes, ...(seconds !== undefined && { seconds }) }, ctx),
  )
  return read.ok ? read.value : refusal(read.reason, ctx)
}

/** `GET /files/<hash>?…` is a picture, `GET /files/<hash>.<type>?…` a recording. */
export async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  now: Date,
  { openPicture, openClip }: FileDoors,
): Promise<void> {
  const query = (name: string) => url.searchParams.get(name) ?? ''
  const name = url.pathname.slice('/files/'.length)
  const signed = { expires: query('e'), signature: query('k') }
  const clip = await openClip({ file: name, ...signed }, now)
  if (clip) return sendClip(request, response, clip)
  const bytes = await openPicture({ name, size: query('s') === 'thumb' ? 'thumb' : 'full', ...signed }, now)
  if (!bytes) {
    response.writeHead(404).end()
    return
  }
  const headers = { 'content-type': 'image/jpeg', 'content-length': bytes.length, 'cache-control': KEEP }
  response.writeHead(200, headers).end(bytes)
}

/** Players ask for the beginning, then for what they are to show: iPhones play nothing that is not given in parts. */
async function sendClip(request: IncomingMessage, response: ServerResponse, clip: OpenClip): Promise<void> {
  const { bytes } = clip
  const asked = rangeOf(request.headers.range, bytes)
  const shared = { 'content-type': clip.contentType, 'accept-ranges': 'bytes', 'cache-control': KEEP }
  if (asked === 'outside') {
    response.writeHead(416, { 'accept-ranges': 'bytes', 'content-range': `bytes */${bytes}` }).end()
    return
  }
  const { from, to } = asked ?? { from: 0, to: bytes - 1 }
  response.writeHead(asked ? 206 : 200, {
    ...shared,
    'content-length': to - from + 1,
    ...(asked && { 'content-range': `bytes ${from}-${to}/${bytes}` }),
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  // Whoever has seen enough hangs up in the middle: the file is closed, and nothing is wrong.
  await pipeline(clip.read(from, to), response).catch(() => undefined)
}

type Range = { from: number; to: number }

/** One part, both ends within. Undefined: all of it, also when several parts or nonsense were asked for. */
function rangeOf(header: string | undefined, bytes: number): Range | 'outside' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (!first && !last)) return undefined
  if (!first) return Number(last) === 0 ? 'outside' : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 }
  const from = Number(first)
  const to = last ? Math.min(Number(last), bytes - 1) : bytes - 1
  if (from >= bytes) return 'outside'
  return from > to ? undefined : { from, to }
}
