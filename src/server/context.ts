import type { Lang } from '@/contract/phoneRefusals'
import type { Actor } from '@/core/actor'
import type { Calendar } from '@/core/deadline'
import type { Setting } from '@/core/decide'
import { type District, districtOffice } from '@/core/district'
import type { DutyHours } from '@/core/roster'
import type { Effort } from './passwords'
import type {
  Clips,
  CongestionSource,
  FeedSource,
  Files,
  HtmlReader,
  Inbox,
  Log,
  PlaceSource,
  Search,
  Store,
  WeatherSource,
  WeChat,
} from './ports'

/** Everything a handler may reach. Hosts build it for each request; tests build it; nothing is global. */
export type Context = {
  caller: Actor
  /** The session token the call came with. */
  token?: string
  /** Which phone or computer it came from, as a hash of what that keeps to itself. */
  device?: string
  /** An official's session, also while it is locked; then the caller is anyone. */
  here?: { id: string; version: number; seenAt: string; by: 'password' | 'scan' | 'wechat'; locked?: true }
  /** Who WeChat says is calling, where it says so itself; empty where it knows nobody. */
  openid?: string
  lang: Lang
  /** The network address the request came from, for limits only; never logged, never stored as it is. */
  address: string
  now: Date
  store: Store
  files: Files
  clips: Clips
  /** Where phones put photos themselves; absent where they send them to us. */
  inbox?: Inbox
  /** Absent where no mini program is configured: then nothing can be checked by it or sent through it. */
  wechat?: WeChat
  /** The linked official account, where one may send by itself. */
  account?: Pick<WeChat, 'customSend'>
  /** The mini program's own id, to which links in a chat lead. */
  appid?: string
  /** How long a push may take, in milliseconds, before it is answered without what it asks for. */
  pushMs?: number
  /** What a password is sealed with from now on; what passwords.ts says where this says nothing. */
  effort?: Effort
  /** What is read from outside; each absent where none is configured. */
  outside?: {
    weather?: WeatherSource
    congestion?: CongestionSource
    feeds?: FeedSource
    places?: { from: 'tencent' | 'amap'; search: PlaceSource }
  }
  /** The map of the filing form on the web, where the district has one. */
  tiles?: { url: string; credit: string }
  readHtml: HtmlReader
  search: Search
  /** Where this host is reached from outside: https and no slash at the end. Absent where pictures have public addresses. */
  origin?: string
  district: District
  /** When the desk is open, as the desk has set it; the district's own hours until it has. */
  hours?: DutyHours
  calendar: Calendar
  chance: Chance
  log: Log
  /** What is filed now is sample content and says so (示例). */
  sample?: true
  /** True where real people are served: demo accounts are refused. */
  production: boolean
}

export type Chance = { bytes(count: number): Uint8Array }

/** What core's rules are told about the world. */
export const settingOf = (ctx: Context): Setting => {
  const { now, calendar, district } = ctx
  return {
    now: now.toISOString(),
    calendar,
    limits: district.limits,
    office: districtOffice(district).id,
    duty: hoursOf(ctx),
  }
}

export const hoursOf = ({ hours, district }: Pick<Context, 'hours' | 'district'>): DutyHours => hours ?? district.duty

/** Whose doing it is: a person's id, or the name of the part of the program that acts by itself. */
export const idOfCaller = ({ caller }: Pick<Context, 'caller'>): string => ('id' in caller ? caller.id : caller.role)
