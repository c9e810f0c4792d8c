/** One photo, voice note or film to the server. */
import Taro from '@tarojs/taro'
import type { Answer } from '@/contract'
import { FILE_FIELD, MediaView, uploads } from '@/contract/uploads'
import { call, ensureSession, failure, inSession, readAnswer } from './call'
import { addressOf, headersFor } from './server'
import type { Side } from './session'
import { openCloud } from './transport'

const PATIENCE = 300_000

/** `key` is the upload's own; `again`: it was tried before, and may have arrived. */
export type Upload = { key: string; path: string; seconds?: number; again?: boolean }

/** `tell` hears of percents. Never throws. */
export async function upload(file: Upload, side: Side, tell: (percent: number) => void): Promise<Answer<MediaView>> {
  try {
    return await (process.env.MINHU_CLOUD ? throughStorage(file, side, tell) : asForm(file, side, tell))
  } catch {
    return { ok: false, error: failure('unreachable') }
  }
}

async function asForm(
  { key, path, seconds, again }: Upload,
  side: Side,
  tell: (percent: number) => void,
): Promise<Answer<MediaView>> {
  if (side === 'citizen') {
    const session = await ensureSession()
    if (!session.ok) return session
  }
  if (again) {
    const begun = await call(uploads, 'uploads.begin', { key }, side)
    // A server that cannot say so gets it again; its key makes that harmless.
    if (!begun.ok && begun.error.reason !== 'unknown-action') return begun
    if (begun.ok && begun.data.media) return { ok: true, data: begun.data.media }
  }
  return inSession(side, async () => {
    const task = Taro.uploadFile({
      url: addressOf(`/files?key=${key}${seconds === undefined ? '' : `&seconds=${seconds}`}`),
      filePath: path,
      name: FILE_FIELD,
      header: headersFor(side),
      // A minute is WeChat's most; browsers let a slow line take longer.
      ...(process.env.TARO_ENV === 'h5' && { timeout: PATIENCE }),
    })
    task.progress(({ progress }) => tell(progress))
    const { data } = await task
    return readAnswer(JSON.parse(data), MediaView)
  })
}

/** The cloud's storage takes the file from the phone itself, at a place that the server names and then looks at. */
async function throughStorage(
  { key, path, seconds }: Upload,
  side: Side,
  tell: (percent: number) => void,
): Promise<Answer<MediaView>> {
  const begun = await call(uploads, 'uploads.begin', { key }, side)
  if (!begun.ok) return begun
  const { media, upload, place } = begun.data
  if (media) return { ok: true, data: media }
  if (!upload || !place) return { ok: false, error: failure('unknown-action') }
  openCloud()
  await new Promise<void>((resolve, reject) => {
    const task = Taro.cloud.uploadFile({ cloudPath: place, filePath: path, success: () => resolve(), fail: reject })
    task.onProgressUpdate(({ progress }) => tell(progress))
  })
  return call(uploads, 'uploads.receive', { upload, ...(seconds !== undefined && { seconds }) }, side)
}
