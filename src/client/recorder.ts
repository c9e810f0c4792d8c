/** The microphone: one recording at a time, of a minute at most. */
import Taro from '@tarojs/taro'
import { MAX_VOICE } from '@/contract/uploads'
import type { Taken } from './drafts/drafts'

/** A little less than a minute: what encoders add at the end does not make it too long. */
const LONGEST = MAX_VOICE * 1000 - 500
/** Shorter than this nobody has said anything. */
const SHORTEST = 700

/**
 * recording: it runs. asked: the person has just been asked whether they allow it, and did; their finger is where it was
 * needed for that. refused: they do not. failed: something else, such as a telephone call.
 */
export type Began = 'recording' | 'asked' | 'refused' | 'failed'
/** What was recorded, or why there is nothing: too short, thrown away, or broken. */
export type Recorded = { ok: true; taken: Taken } | { ok: false; why: 'short' | 'dropped' | 'failed' }

export type Recorder = {
  /** `ended` is told once for each recording that began, also when it ended by itself: after a minute, or by a call. */
  begin(ended: (recorded: Recorded) => void): Promise<Began>
  stop(): void
  /** Stops, and keeps nothing. */
  drop(): void
}

/** The recorder of this phone, undefined where it has none. */
export function openRecorder(): Recorder | undefined {
  opened ??= process.env.TARO_ENV === 'h5' ? webRecorder() : phoneRecorder()
  return opened
}
let opened: Recorder | undefined

const whole = (from: string, bytes: number, ms: number): Recorded =>
  ms < SHORTEST || !bytes
    ? { ok: false, why: 'short' }
    : { ok: true, taken: { from, kind: 'voice', bytes, seconds: Math.ceil(Math.min(ms, LONGEST) / 1000) } }

/** WeChat's, of which there is one for the whole program: its listeners are set once. */
function phoneRecorder(): Recorder {
  const recorder = Taro.getRecorderManager()
  let ended: ((recorded: Recorded) => void) | undefined
  let started: ((began: Began) => void) | undefined
  let isDropped = false
  const end = (recorded: Recorded) => {
    const tell = ended
    ended = undefined
    tell?.(isDropped ? { ok: false, why: 'dropped' } : recorded)
  }
  const settle = (began: Began) => {
    const tell = started
    started = undefined
    tell?.(began)
  }
  recorder.onStart(() => settle('recording'))
  recorder.onStop(({ tempFilePath, fileSize, duration }) => end(whole(tempFilePath, fileSize, duration)))
  // A call pauses it, and it would wait for ever: what is there is kept.
  recorder.onInterruptionBegin(() => recorder.stop())
  recorder.onError(() => {
    settle('failed')
    end({ ok: false, why: 'failed' })
  })

  return {
    async begin(told) {
      const allowed = await allowedByWeChat()
      if (allowed !== 'recording') return allowed
      isDropped = false
      return new Promise((resolve) => {
        started = (began) => {
          if (began !== 'recording') ended = undefined
          resolve(began)
        }
        ended = told
        recorder.start({
          duration: LONGEST,
          format: 'mp3',
          sampleRate: 16000,
          numberOfChannels: 1,
          encodeBitRate: 48000,
        })
      })
    },
    stop: () => recorder.stop(),
    drop() {
      isDropped = true
      recorder.stop()
    },
  }
}

/** Asks the person once; whoever said no is not asked again by WeChat, only by its settings. */
async function allowedByWeChat(): Promise<Began> {
  if (isAllowed) return 'recording'
  const { authSetting } = await Taro.getSetting().catch(() => ({ authSetting: {} as Record<string, boolean> }))
  const before = authSetting['scope.record']
  if (before === false) return 'refused'
  try {
    if (!before) await Taro.authorize({ scope: 'scope.record' })
    isAllowed = true
    return before ? 'recording' : 'asked'
  } catch {
    return 'refused'
  }
}
let isAllowed = false

/** Opens WeChat's settings, where the microphone can be allowed again. In browsers there is no way there. */
export async function openPermissions(): Promise<void> {
  await Taro.openSetting().catch(() => undefined)
}
export const opensPermissions = process.env.TARO_ENV === 'weapp'

/** Best first: what plays everywhere, then what Chrome and Firefox of some years ago can make. */
const WEB_TYPES = [
  'audio/mp4;codecs=mp4a.40.2',
  'audio/mp4',
  'audio/webm;codecs=opus',
  'audio/webm',
  'audio/ogg;codecs=opus',
]

function webRecorder(): Recorder | undefined {
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices?.getUserMedia) return undefined
  const mimeType = WEB_TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  let current: { recorder: MediaRecorder; drop: () => void } | undefined
  return {
    async begin(ended) {
      const stream = await microphone()
      if (typeof stream === 'string') return stream
      current = runOn(stream, mimeType, (recorded) => {
        current = undefined
        ended(recorded)
      })
      return current ? 'recording' : 'failed'
    },
    stop: () => stopped(current?.recorder),
    drop() {
      current?.drop()
      stopped(current?.recorder)
    },
  }
}

async function microphone(): Promise<MediaStream | 'refused' | 'failed'> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (error) {
    const isRefused = error instanceof DOMException && /NotAllowed|Security/.test(error.name)
    return isRefused ? 'refused' : 'failed'
  }
}

function runOn(stream: MediaStream, mimeType: string | undefined, ended: (recorded: Recorded) => void) {
  const release = () => stream.getTracks().forEach((track) => void track.stop())
  try {
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 48_000, ...(mimeType && { mimeType }) })
    const parts: Blob[] = []
    const from = performance.now()
    let isDropped = false
    const limit = setTimeout(() => stopped(recorder), LONGEST)
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = () => {
      clearTimeout(limit)
      release()
      const blob = new Blob(parts, { type: recorder.mimeType })
      if (isDropped) return ended({ ok: false, why: 'dropped' })
      return ended(whole(URL.createObjectURL(blob), blob.size, performance.now() - from))
    }
    recorder.start()
    const drop = () => {
      isDropped = true
    }
    return { recorder, drop }
  } catch {
    release()
    return undefined
  }
}

const stopped = (recorder: MediaRecorder | undefined): void => {
  if (recorder && recorder.state !== 'inactive') recorder.stop()
}
