// wx.getRecorderManager. It hears what the test has put before the microphone, and says what it does through its listeners.

import { fail, isFailure } from '../device'
import { type Api, asynchronous, type Kit, type Options } from './convention'

const EVENTS = ['Start', 'Stop', 'Pause', 'Resume', 'Error', 'FrameRecorded', 'InterruptionBegin', 'InterruptionEnd']
const ENDINGS: Record<string, string> = { aac: 'aac', mp3: 'mp3', PCM: 'pcm', wav: 'wav' }

export function recorderApi(kit: Kit): Api {
  const { device, realm } = kit
  const listeners = new Map<string, (value: unknown) => void>()
  const tell = (event: string, value: object = {}) =>
    realm.guard(`recorder on${event}`, () => listeners.get(event)?.(realm.adopt(value)))
  let ending: string | undefined
  const begin = asynchronous(kit, 'startRecord', ({ format = 'aac' }) => {
    if (ending) return fail('is recording or paused')
    ending = ENDINGS[String(format)] ?? 'aac'
    return undefined
  })
  const end = asynchronous(kit, 'stopRecord', () => {
    if (!ending) return fail('recorder not start')
    const tempFilePath = `wxfile://tmp_record_${device.files.size + 1}.${ending}`
    ending = undefined
    const { bytes, seconds } = device.microphone
    device.files.set(tempFilePath, { bytes, seconds, kind: 'audio', width: 0, height: 0 })
    return { tempFilePath, duration: seconds * 1000, fileSize: bytes.length }
  })
  const through = (call: typeof begin, event: string) => (options: Options) =>
    void call({
      ...options,
      success: (value: object) => tell(event, value),
      fail: (value: Options) => tell('Error', { errMsg: String(value.errMsg).replace(/^\w+/, 'operateRecorder') }),
    })
  const start = through(begin, 'Start')
  const stop = through(end, 'Stop')
  const manager = {
    ...Object.fromEntries(
      EVENTS.map((event) => [`on${event}`, (listener: (value: unknown) => void) => listeners.set(event, listener)]),
    ),
    start: (options: Options = {}) => start(options),
    stop: () => stop({}),
    pause: () => tell('Pause'),
    resume: () => tell('Resume'),
  }
  return { getRecorderManager: () => manager, createMapContext: () => mapOf(kit) }
}

/** What a map tells of itself: the test answers for where it has been moved to. */
function mapOf(kit: Kit): Api {
  const centre = () => {
    const given = kit.device.answers.get('getCenterLocation')
    return given && !isFailure(given) ? given : { latitude: 39.27, longitude: 118.45 }
  }
  const quiet = ['moveToLocation', 'includePoints', 'translateMarker', 'getScale', 'getRegion']
  return {
    ...Object.fromEntries(quiet.map((name) => [name, asynchronous(kit, name, () => undefined)])),
    getCenterLocation: asynchronous(kit, 'getCenterLocation', centre),
  }
}
