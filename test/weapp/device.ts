// What belongs to the phone and not to the running app: files, storage, settings, the network, and a record of
// everything the app asked for. It outlives a restart of the app.

export interface Settings {
  theme: 'light' | 'dark'
  language: string
  fontSizeSetting: number
  fontSizeScaleFactor: number
  windowWidth: number
  windowHeight: number
  statusBarHeight: number
  pixelRatio: number
  platform: 'ios' | 'android' | 'devtools'
  SDKVersion: string
}

export interface PhoneFile {
  bytes: Uint8Array
  kind: 'image' | 'video' | 'audio' | 'other'
  width: number
  height: number
  seconds: number
}

export interface Call {
  name: string
  options: unknown
}

export interface Network {
  offline: boolean
  /** This many requests to come never reach the server. */
  failNext: number
  /** This many requests to come reach the server, and their answers are lost on the way back. */
  loseNext: number
  /** The address the app was built with → where it is to go. Anything else that is not on loopback is refused. */
  hosts: Record<string, string>
}

/** Bytes there are for what apps keep. A test may make a phone as full as it likes. */
export interface Room {
  storage: number
  files: number
}

/** What WeChat holds back until the person has agreed. `agreed`: they have, as on a phone that has been used before. */
export interface Privacy {
  agreed: boolean
  /** Interfaces that the console's declaration does not name. */
  undeclared: string[]
  /** What the person answers to WeChat's own dialog, where the app does not ask. */
  dialog: 'agree' | 'disagree'
  /** The ids of the buttons for agreeing that have really been tapped. */
  tapped: Set<string>
}

/** Where in the middle of a call the app dies: with nothing done, with half a file written, or with all done and nobody told. */
export type Moment = 'before' | 'halfway' | 'after'

export interface Failure {
  failure: string
  errno?: number
}

/** What a dialog, a picker or a sensor gives: a value, or a function of the options the app passed. */
export type Answer = object | ((options: Record<string, unknown>) => object | undefined)

export interface Device {
  settings: Settings
  files: Map<string, PhoneFile>
  storage: Map<string, string>
  answers: Map<string, Answer>
  network: Network
  room: Room
  privacy: Privacy
  /** What the microphone will have heard. */
  microphone: { bytes: Uint8Array; seconds: number }
  /** A call of this name is the app's last, after so many that it survives. */
  deaths: Map<string, { moment: Moment; spared: number }>
  /** How much of a file gets written or sent: less than all of it only while the app dies. */
  portion: number
  calls: Call[]
  errors: string[]
  logs: { level: string; text: string }[]
  /** Calls that have not answered yet. */
  inFlight: Set<{ name: string }>
  /** Timers of the app that will fire in a moment. */
  soon: Set<number>
  /** Grows with everything that happens; the phone is quiet when it rests. */
  pulse: number
}

const MB = 1024 * 1024

export function createDevice(hosts: Record<string, string>, settings: Partial<Settings>): Device {
  return {
    settings: {
      theme: 'light',
      language: 'zh_CN',
      fontSizeSetting: 16,
      fontSizeScaleFactor: 1,
      windowWidth: 375,
      windowHeight: 667,
      statusBarHeight: 20,
      pixelRatio: 2,
      platform: 'ios',
      SDKVersion: '3.7.0',
      ...settings,
    },
    files: new Map(),
    storage: new Map(),
    answers: new Map(),
    network: { offline: false, failNext: 0, loseNext: 0, hosts },
    room: { storage: 10 * MB, files: 200 * MB },
    privacy: { agreed: true, undeclared: [], dialog: 'disagree', tapped: new Set() },
    microphone: { bytes: Buffer.alloc(12_000, 'sound'), seconds: 3 },
    deaths: new Map(),
    portion: 1,
    calls: [],
    errors: [],
    logs: [],
    inFlight: new Set(),
    soon: new Set(),
    pulse: 0,
  }
}

/** Notes an error once; templates repeat theirs at every drawing. */
export function noteError(device: Device, text: string): void {
  if (!device.errors.includes(text)) device.errors.push(text)
}

/** Makes a wx call fail with `errMsg` "name:fail message", as a phone words it. */
export function fail(failure: string, errno?: number): Failure {
  return errno === undefined ? { failure } : { failure, errno }
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'failure' in value
}

/** 2.32.3 is before 2.33.0, and 2.9.0 before both. */
export function isOlder(version: string, than: string): boolean {
  const [parts, others] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]]
  const apart = parts.map((part, index) => part - (others[index] ?? 0)).find((difference) => difference !== 0)
  return (apart ?? 0) < 0
}

/** What the camera, the recorder and downloads leave: the system tidies it away once the app is gone. */
export const isTemporary = (path: string): boolean => path.startsWith('wxfile://tmp')

export function messageOf(error: unknown): string {
  // Errors of the app come from another realm, where instanceof Error is false.
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error)
}

export function stackOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'stack' in error) return String(error.stack)
  return messageOf(error)
}
