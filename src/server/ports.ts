/**
 * What the server needs from the world. A driver fulfils a port by one function that returns the object;
 * every driver of a port runs the same suite in test/conformance.
 */
import type { Congestion, TROUBLES } from '@/contract/outside'
import type { Forecast } from '@/contract/weather'
import type { WatchedRoute } from '@/core/district'
import type { ClipKind } from '@/core/kind'
import type { ClipType, Point } from '@/core/ticket'

export type { Congestion } from '@/contract/outside'
export type { Forecast } from '@/contract/weather'
export type { Calendar } from '@/core/deadline'
export type { WatchedRoute } from '@/core/district'

/** A stored value as JSON: no Date, no undefined. Times are ISO strings in UTC, so that they sort as text. */
export type Scalar = string | number | boolean
export type Doc = { id: string; version: number }

/** Top-level, declared fields only. All conditions must hold. An undefined condition is an error, never "anything". */
export type Condition = Scalar | { in: Scalar[] } | { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar }
export type Where = Record<string, Condition>

/** `set` replaces a field whole, `unset` removes it, `inc` adds to a number (absent counts as 0). */
export type Patch = { set?: Record<string, unknown>; unset?: string[]; inc?: Record<string, number> }

/** Ordered by (`by`, id), upwards unless `dir` says otherwise; `after` is the `next` of an earlier page. `limit` is 1 to MAX_PAGE. */
export type Query = { where?: Where; by: string; dir?: 'asc' | 'desc'; limit: number; after?: string }
export type Page<T> = { items: (T & Doc)[]; next?: string }
export const MAX_PAGE = 50

/** Operations by id. Everything here may also be done inside a transaction. */
export interface Tx {
  /** Null when there is no such document. */
  get<T>(collection: string, id: string): Promise<(T & Doc) | null>
  /** Stores version 1. Throws Duplicate when the id, or a unique index, is taken. */
  insert<T extends object>(collection: string, id: string, value: T): Promise<T & Doc>
  /** Writes only onto `version` and returns the next one. Throws Conflict when someone else was first, Missing when it is gone. */
  update(collection: string, id: string, version: number, patch: Patch): Promise<number>
  /** Removes only `version`. Throws Conflict or Missing like update. */
  remove(collection: string, id: string, version: number): Promise<void>
}

/** Documents in declared collections. An acknowledged write survives the process being killed. */
export interface Store extends Tx {
  find<T>(collection: string, query: Query): Promise<Page<T>>
  count(collection: string, where?: Where): Promise<number>
  /** All or nothing. `work` may run again after a collision, so it must do nothing but use `tx`. Throws Conflict after the last try. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Which fields of a collection may be asked and ordered by, and its indexes: yields SQL DDL and WeChat's index definitions. */
export type Manifest = Record<string, Collection>
export type Collection = { fields: Record<string, 'text' | 'number' | 'boolean'>; indexes: Index[] }
/** Keys name declared fields; the id is added at the end by the driver where `unique` is not set. */
export type Index = { name: string; keys: [field: string, direction: 'asc' | 'desc'][]; unique?: boolean }

/** Someone else wrote this document first. */
export class Conflict extends Error {}
/** This id (or unique key) is taken. */
export class Duplicate extends Error {}
/** There is no such document. */
export class Missing extends Error {}
/** `after` is no cursor that `find` gave. */
export class BadCursor extends Error {}

/** A picture as it is stored: named by the hash of its content; `width` and `height` in pixels, upright. */
export type StoredPicture = { name: string; width: number; height: number; bytes: number }
/** Why bytes are refused as a picture; the names are reasons of contract/refusals. */
export type PictureRefusal = 'photo-large' | 'photo-pixels' | 'photo-heic' | 'photo-type' | 'photo-broken'
export type PutPicture = { ok: true; picture: StoredPicture } | { ok: false; refusal: PictureRefusal }

/** Pictures. They are re-encoded upright and without any metadata; what was sent is never kept or served. */
export interface Files {
  /**
   * Type is told by content. Durable when it answers ok. The same picture twice is stored once. `before` is told the name
   * before anything is written under it.
   */
  put(bytes: Uint8Array, before?: (name: string) => Promise<void>): Promise<PutPicture>
  /**
   * By name, addresses under which each picture and its thumbnail can be fetched for some hours or days; nobody else can
   * make one up. Many names cost little more than one. A name that is not there has no address, or one that opens nothing.
   */
  urls(names: string[], now: Date): Promise<Addresses>
  remove(name: string): Promise<void>
}
export type Addresses = Record<string, { url: string; thumb: string }>

/** A voice note or film as it is stored, told by content: named by the hash of what is kept. `seconds` rounded up. */
export type StoredClip = { name: string; kind: ClipKind; type: ClipType; seconds: number; bytes: number }
export type ClipName = Pick<StoredClip, 'name' | 'type'>
export type ClipRefusal = 'clip-large' | 'clip-long' | 'clip-type' | 'clip-broken'
export type PutClip = { ok: true; clip: StoredClip } | { ok: false; refusal: ClipRefusal }

/** Voice notes and films. Where and when they were made, and by what, is taken out; the sound and the pictures stay as they are. */
export interface Clips {
  /** `seconds` as the phone measured it, for files that do not say. Durable when it answers ok; the same twice is stored once. */
  put(bytes: Uint8Array, seconds?: number, before?: (clip: ClipName) => Promise<void>): Promise<PutClip>
  /** By name; as `Files.urls`. Players ask for parts of a film (HTTP Range). */
  urls(clips: ClipName[], now: Date): Promise<Record<string, string>>
  remove(clip: ClipName): Promise<void>
}

/** Where phones put photos themselves, in a cloud that has storage: each at a place that the server named for it. */
export interface Inbox {
  /** What was put at `place`, `most` bytes of it at most; null when nothing was. */
  take(place: string, most: number): Promise<Uint8Array | null>
  /** Removes it; nothing there is fine. */
  clear(place: string): Promise<void>
}

/** WeChat's answer. `errcode` 0 is success; every other one is a number of its HTTP documents. */
export type WeChatReply<T = unknown> = { ok: true; value: T } | { ok: false; errcode: number; errmsg: string }
/** A verdict of WeChat's content security: `label` 100 is fine, the others say what is wrong. */
export type Verdict = { suggest: 'pass' | 'review' | 'risky'; label: number }
/** `data` by the names of the template's fields. `page` has no slash in front. */
export type SubscribeMessage = {
  touser: string
  template_id: string
  page?: string
  data: Record<string, { value: string }>
  miniprogram_state?: 'developer' | 'trial' | 'formal'
  lang?: 'zh_CN' | 'en_US'
}

/**
 * What WeChat's server does for us, in the words of its HTTP documents. Refusals are values. Throws Unavailable when it
 * could not be asked or did not answer in time: then nobody knows whether it was done.
 */
export interface WeChat {
  /** Who opened the mini program, from `wx.login`. In WeChat's own cloud nobody needs to ask: there it throws. */
  code2session(code: string): Promise<WeChatReply<{ openid: string; unionid?: string }>>
  subscribeSend(message: SubscribeMessage): Promise<WeChatReply>
  /** A text to somebody who wrote to us lately in the customer service chat. */
  customSend(message: { touser: string; msgtype: 'text'; text: { content: string } }): Promise<WeChatReply>
  /** `content` up to 2,500 characters; scene 2 is a comment. The person must have been here within two hours. */
  msgSecCheck(text: { openid: string; scene: 1 | 2 | 3 | 4; content: string }): Promise<WeChatReply<Verdict>>
  /** The verdict is pushed within half an hour, under this `trace_id`. The address must be open to WeChat. */
  mediaCheckAsync(media: {
    openid: string
    scene: 1 | 2 | 3 | 4
    media_url: string
    /** Voice, or picture. */
    media_type: 1 | 2
  }): Promise<WeChatReply<{ trace_id: string }>>
  /** The picture of a mini program code. `scene` up to 32 characters. */
  unlimitedCode(code: { scene: string; page: string; width?: number }): Promise<WeChatReply<Uint8Array>>
}

/** The other side could not be asked, or did not answer in time. */
export class Unavailable extends Error {}

/** Why something outside could not be read. `detail` is for the log and the desk, never for people: no keys, no addresses with keys. */
export type Trouble = {
  why: (typeof TROUBLES)[number]
  detail: string
}
export type Outside<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }

/** The weather at a point (WGS-84), from one provider. Never throws, never makes up a number. */
export type WeatherSource = (at: { lat: number; lng: number }, now: Date) => Promise<Outside<Forecast>>
/** How the district's fixed routes run now. Their ends are GCJ-02, as all maps of China are. */
export type CongestionSource = (routes: WatchedRoute[], now: Date) => Promise<Outside<Congestion>>
/** What a feed (RSS, Atom) holds. Item texts are prose (core/prose.ts): nothing of the feed's own markup is left. */
export type FeedSource = (url: string) => Promise<Outside<FeedItem[]>>
export type FeedItem = {
  /** What the feed itself tells it by; the same item keeps it. */
  id: string
  title: string
  text: string
  url?: string
  at?: string
  /** What was left out, by kind: script, iframe, link, image, … */
  removed: { what: string; times: number }[]
}
/** Places in the district by name, from a map service; points are WGS-84 whatever its maps use. Never throws. */
export type PlaceSource = (
  words: string,
  near: Point,
) => Promise<Outside<{ name: string; address: string; point: Point }[]>>
/** Turns pasted or fed HTML into prose, and says what was taken out. Text without any markup comes back as it is. */
export type HtmlReader = (html: string) => { text: string; removed: { what: string; times: number }[] }

/** Words to be found. Rebuilt from the store when something was published: it holds nothing of its own. */
export interface Search {
  /** The state of the store that it holds, as `fill` was told; undefined at first, and while it is filled. */
  stamp(): string | undefined
  /** Lets others work meanwhile. One at a time. */
  fill(stamp: string, documents: Findable[]): Promise<void>
  /** The best first. All words must be there; when nothing has them all (`loose`), some. */
  find(words: string, most: number): { loose: boolean; ids: string[] }
}
export type Findable = { id: string; title: string; words: string }

export interface Log {
  /** Structured, one line. Never texts, names, numbers, openids or addresses of people. */
  info(event: string, fields?: Record<string, string | number | boolean>): void
  error(event: string, error: unknown, fields?: Record<string, string | number | boolean>): void
}
