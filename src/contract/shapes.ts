/** Pieces of the contract that several topics share. */
import * as v from 'valibot'
import { CHANNELS, CLIP_KINDS, KINDS, OUTCOMES, RELATIONS, RESULTS, VISIBILITIES } from '@/core/kind'
import { COMMANDS, STATUSES } from '@/core/status'
import { ScreenedView } from './screening'

export const MAX_PHOTOS = 9
/** Voice notes and a film together; of films one. */
export const MAX_CLIPS = 4
export const MAX_TEXT = 2000
export const MIN_TEXT = 5

export const Lang = v.picklist(['zh', 'en'])
export const Bilingual = v.object({ zh: v.string(), en: v.string() })
export const Moment = v.pipe(v.string(), v.isoTimestamp())
/** A moment that a person chose, however their device writes it: kept in UTC, so that moments sort as text. */
export const When = v.pipe(
  v.string('time-wrong'),
  v.isoTimestamp('time-wrong'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'time-wrong'),
  v.transform((text) => new Date(text).toISOString()),
)
/** A moment, or `beyond`: the official calendar does not reach that far yet. */
export const Due = v.union([v.literal('beyond'), Moment])
/** Made by the client for each thing it sends; the same key sent again gets the same reply and changes nothing. */
export const Key = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/, 'malformed'))
export const TicketNo = v.pipe(v.string(), v.maxLength(40, 'number-wrong'))
export const Cursor = v.pipe(v.string(), v.maxLength(400))

/**
 * What a person wrote. No database holds NUL, nor half a character (an emoji that a phone's own counting cut in two):
 * they are left out, and the rest is kept.
 */
export const written = (missing: string = 'malformed') =>
  v.pipe(
    v.string(missing),
    v.transform((text) => text.replace(/\0|\p{Surrogate}/gu, '')),
    v.trim(),
  )

export const Text = v.pipe(
  written('text-short'),
  v.minLength(MIN_TEXT, 'text-short'),
  v.maxLength(MAX_TEXT, 'text-long'),
)
export const Words = v.pipe(
  written('words-missing'),
  v.minLength(1, 'words-missing'),
  v.maxLength(MAX_TEXT, 'text-long'),
)
/** In both languages, so many characters each; English may be missing, Chinese may not. `missing`, `long`: how that is refused. */
export const pair = (most: number, mostEn = most, missing: string = 'words-missing', long: string = 'text-long') =>
  v.object({
    zh: v.pipe(written(missing), v.minLength(1, missing), v.maxLength(most, long)),
    en: v.pipe(written(), v.maxLength(mostEn, long)),
  })
export const PhotoIds = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[\w-]{8,80}$/, 'photo-missing'))),
  v.maxLength(MAX_PHOTOS, 'photos-many'),
)
export const ClipIds = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[\w-]{8,80}$/, 'clip-missing'))),
  v.maxLength(MAX_CLIPS, 'clips-many'),
)
/** What stands in the code on a lamp post, bus stop or window: short, so that it fits into a mini program code. */
export const SpotId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,20}$/, 'spot-unknown'))
/** The id of something that the district has set, and that is looked up. */
export const settled = (wrong: string) => v.pipe(v.string(wrong), v.minLength(1, wrong), v.maxLength(40, wrong))
/** What is filed about: a release, or a popular issue after `issue:`. */
export const About = v.pipe(v.string(), v.regex(/^(issue:)?[\w-]{1,64}$/, 'release-missing'))

export const Point = v.object({
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
})

/** A point that a phone names: by GPS and most maps WGS-84, by WeChat's maps GCJ-02. It is kept as WGS-84. */
export const Pinned = v.object({ ...Point.entries, system: v.optional(v.picklist(['wgs84', 'gcj02']), 'wgs84') })

/** `url` and `thumb` may be paths on the server that answered; they stop working after a day or two. */
export const PhotoView = v.object({
  id: v.string(),
  url: v.string(),
  thumb: v.string(),
  width: v.number(),
  height: v.number(),
  /** It is kept from others; to them `url` and `thumb` are empty. */
  screened: v.exactOptional(ScreenedView),
})
export type PhotoView = v.InferOutput<typeof PhotoView>

/** A voice note or a film. `url` as a photo's; empty where it is kept from the reader. */
export const ClipView = v.object({
  id: v.string(),
  kind: v.picklist(CLIP_KINDS),
  url: v.string(),
  seconds: v.number(),
  screened: v.exactOptional(ScreenedView),
})
export type ClipView = v.InferOutput<typeof ClipView>

export const Relation = v.picklist(RELATIONS)
export const Channel = v.picklist(CHANNELS)
export const Kind = v.picklist(KINDS)
export const Status = v.picklist(STATUSES)
export const Command = v.picklist(COMMANDS)
export const Result = v.picklist(RESULTS)
export const Outcome = v.picklist(OUTCOMES)
export const Visibility = v.picklist(VISIBILITIES)

export const Category = v.object({ id: v.string(), name: Bilingual, icon: v.string(), kind: Kind, hint: Bilingual })
export const Unit = v.object({ id: v.string(), name: Bilingual })
