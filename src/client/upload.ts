/** One photo to the server. */
import Taro from '@tarojs/taro'
import type { Answer } from '@/contract'
import { PHOTO_FIELD, photos } from '@/contract/photos'
import { PhotoView } from '@/contract/shapes'
import { call, ensureSession, failure, readAnswer } from './call'
import { addressOf, headersFor } from './server'
import type { Side } from './session'
import { openCloud } from './transport'

/** `tell` hears of percents. Never throws. */
export async function uploadPhoto(
  path: string,
  side: Side,
  tell: (percent: number) => void,
): Promise<Answer<PhotoView>> {
  try {
    return await (process.env.MINHU_CLOUD ? throughStorage(path, side, tell) : asForm(path, side, tell))
  } catch {
    return { ok: false, error: failure('unreachable') }
  }
}

async function asForm(path: string, side: Side, tell: (percent: number) => void): Promise<Answer<PhotoView>> {
  if (side === 'citizen') {
    const session = await ensureSession()
    if (!session.ok) return session
  }
  const task = Taro.uploadFile({
    url: addressOf('/files'),
    filePath: path,
    name: PHOTO_FIELD,
    header: headersFor(side),
  })
  task.progress(({ progress }) => tell(progress))
  const { data } = await task
  return readAnswer(JSON.parse(data), PhotoView)
}

/** The cloud's storage takes the photo from the phone itself, at a place that the server names and then looks at. */
async function throughStorage(path: string, side: Side, tell: (percent: number) => void): Promise<Answer<PhotoView>> {
  const named = await call(photos, 'photos.place', {}, side)
  if (!named.ok) return named
  const { upload, place } = named.data
  openCloud()
  await new Promise<void>((resolve, reject) => {
    const task = Taro.cloud.uploadFile({ cloudPath: place, filePath: path, success: () => resolve(), fail: reject })
    task.onProgressUpdate(({ progress }) => tell(progress))
  })
  return call(photos, 'photos.receive', { upload }, side)
}
