/** One short film, from the camera or the album. */
import Taro from '@tarojs/taro'
import type { Failure } from '@/contract'
import { MAX_VIDEO, MAX_VIDEO_BYTES } from '@/contract/uploads'
import { failure } from './call'
import type { Taken } from './drafts/drafts'

export type Filmed = { ok: true; taken: Taken } | { ok: false; error: Failure }

/** Cameras stop a little late. */
const SLACK = 1

/** Null when the person changed their mind. */
export async function chooseFilm(): Promise<Filmed | null> {
  const chosen = process.env.TARO_ENV === 'h5' ? await fromBrowser() : await fromWeChat()
  return chosen && checked(chosen)
}

type Chosen = { from: string; bytes: number; seconds: number | undefined }

/** What is too long or too large is said at once, not after it was carried to the server. */
export function checked({ from, bytes, seconds }: Chosen): Filmed {
  if (bytes > MAX_VIDEO_BYTES) return { ok: false, error: failure('clip-large') }
  if (seconds !== undefined && seconds > MAX_VIDEO + SLACK) return { ok: false, error: failure('clip-long') }
  const length = seconds === undefined ? {} : { seconds: Math.min(Math.max(Math.ceil(seconds), 1), MAX_VIDEO) }
  return { ok: true, taken: { from, kind: 'video', bytes, ...length } }
}

async function fromWeChat(): Promise<Chosen | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['video'],
      sourceType: ['camera', 'album'],
      maxDuration: MAX_VIDEO,
      sizeType: ['compressed'],
      camera: 'back',
    })
    const [film] = tempFiles
    return film ? { from: film.tempFilePath, bytes: film.size, seconds: film.duration } : null
  } catch {
    return null
  }
}

function fromBrowser(): Promise<Chosen | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'video/*'
    input.onchange = async () => {
      const [file] = input.files ?? []
      if (!file) return resolve(null)
      const from = URL.createObjectURL(file)
      return resolve({ from, bytes: file.size, seconds: await lengthOf(from) })
    }
    input.oncancel = () => resolve(null)
    input.click()
  })
}

/** Milliseconds after which a browser that cannot read the film is not waited for: the server looks at it anyway. */
const PATIENCE = 5_000

/** Undefined where the browser cannot say: of some files only the server knows. */
function lengthOf(path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const film = document.createElement('video')
    const tell = () => resolve(Number.isFinite(film.duration) && film.duration > 0 ? film.duration : undefined)
    film.preload = 'metadata'
    film.onloadedmetadata = tell
    film.onerror = tell
    setTimeout(tell, PATIENCE)
    film.src = path
  })
}
