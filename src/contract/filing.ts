/** The form of a filing: what it shows, and what is looked up while it is being written. */
import * as v from 'valibot'
import { action } from './action'
import { everyone } from './everyone'
import { IssueLine } from './lines'
import * as s from './shapes'

/** What is asked while a category is chosen. `danger`: whoever chooses this needs 110, 119 or 120 first. */
export const Question = v.object({
  id: v.string(),
  ask: s.Bilingual,
  options: v.array(v.object({ id: v.string(), name: s.Bilingual, danger: v.exactOptional(v.boolean()) })),
})
export type Question = v.InferOutput<typeof Question>
export const FilingCategory = v.object({ ...s.Category.entries, questions: v.exactOptional(v.array(Question)) })
export type FilingCategory = v.InferOutput<typeof FilingCategory>

/** A place by its name. `map`: where maps of China draw it (GCJ-02). */
export const PlaceLine = v.object({ name: v.string(), address: v.string(), point: s.Point, map: s.Point })
export type PlaceLine = v.InferOutput<typeof PlaceLine>

/**
 * Somebody else's ticket that may be about the same thing. Of it only what gives nobody away: no words, no address, no
 * name. `metres` where both have a place; `spot` where both are about the same lamp post or bus stop.
 */
export const SimilarLine = v.object({
  no: v.string(),
  category: s.Category,
  status: s.Status,
  filedAt: s.Moment,
  metres: v.exactOptional(v.number()),
  spot: v.exactOptional(s.Bilingual),
  followers: v.number(),
  /** This person follows it already. */
  followed: v.boolean(),
  sample: v.boolean(),
})
export type SimilarLine = v.InferOutput<typeof SimilarLine>

/** A number or plate in the words that others might misuse: from the character `from` to before `to`. */
export const PrivateDetail = v.object({
  what: v.picklist(['phone', 'identity', 'bank', 'plate']),
  from: v.number(),
  to: v.number(),
})

const words = v.pipe(s.written(), v.maxLength(s.MAX_TEXT, 'text-long'))

export const filing = {
  /** All that the filing form shows. A code that is not known (any more) is no reason not to file: `spot` is absent then. */
  'filing.open': action(
    everyone,
    v.object({ about: v.exactOptional(s.About), spot: v.exactOptional(v.pipe(v.string(), v.maxLength(32))) }),
    v.object({
      categories: v.array(FilingCategory),
      guide: v.array(s.Bilingual),
      hotline: v.string(),
      opensAt: v.exactOptional(s.Due),
      firstReplyMinutes: v.number(),
      /** Templates of messages that this person may be asked about now, in WeChat. */
      notices: v.array(v.string()),
      /** What it is filed about: an article, a page or a popular issue with a question, an appeal with a tip. */
      about: v.exactOptional(v.object({ id: v.string(), title: s.Bilingual, tip: v.boolean() })),
      spot: v.exactOptional(
        v.object({
          id: v.string(),
          name: s.Bilingual,
          address: v.string(),
          point: v.exactOptional(s.Point),
          map: v.exactOptional(s.Point),
          category: v.exactOptional(v.string()),
        }),
      ),
      /** Words that speak of danger to life: the form stops and offers 110, 119 and 120. */
      danger: v.array(v.string()),
      /** Whom it may be about. */
      units: v.array(s.Unit),
      /** `centre` in both systems; `tiles` where the district has a map for the web, in WGS-84 (CGCS2000). */
      map: v.object({
        centre: s.Point,
        map: s.Point,
        zoom: v.number(),
        tiles: v.exactOptional(v.object({ url: v.string(), credit: v.string() })),
        places: v.array(v.object({ name: s.Bilingual, point: s.Point })),
      }),
    }),
  ),
  /** While it is being written: what there is already, and what should perhaps not stand in it. Keeps nothing. */
  'filing.look': action(
    ['anyone', 'citizen', 'official'],
    v.object({
      category: v.pipe(v.string(), v.maxLength(40)),
      text: words,
      point: v.exactOptional(s.Pinned),
      spot: v.exactOptional(s.SpotId),
    }),
    v.object({
      similar: v.array(SimilarLine),
      /** Popular issues with an answer. */
      answers: v.array(IssueLine),
      private: v.array(PrivateDetail),
      /** Ids of what it is probably about, the best first, while no category is chosen; empty where nobody can tell. */
      categories: v.array(v.string()),
    }),
  ),
  /** Places by name. `from` says whose answer it is: the district's own list, or a map service's. */
  'places.search': action(
    ['anyone', 'citizen', 'official'],
    v.object({ words: v.pipe(s.written(), v.minLength(1), v.maxLength(60)) }),
    v.object({ places: v.array(PlaceLine), from: v.picklist(['district', 'tencent', 'amap']) }),
  ),
}
