/** Lines of lists that the first screen shows too: see reading.ts for the others. */
import * as v from 'valibot'
import { MENU_TARGETS } from '@/core/district'
import { ALERT_TYPES, COLOURS } from './kinds'
import * as s from './shapes'

/** In a list. `text` of long contents is left out; what is short enough is here whole. */
export const line = {
  id: v.string(),
  sample: v.boolean(),
  title: s.Bilingual,
  publishedAt: s.Moment,
  /** When it was last corrected, if ever. */
  correctedAt: v.exactOptional(s.Moment),
}
export const NewsLine = v.object({
  ...line,
  channel: v.string(),
  summary: s.Bilingual,
  thumb: v.exactOptional(v.string()),
  source: v.exactOptional(v.string()),
})
export type NewsLine = v.InferOutput<typeof NewsLine>
export const NewsPage = v.object({ items: v.array(NewsLine), next: v.exactOptional(v.string()) })
export const Channel = v.object({ id: v.string(), name: s.Bilingual })

export const AlertLine = v.object({
  ...line,
  type: v.picklist(ALERT_TYPES),
  colour: v.picklist(COLOURS),
  area: s.Bilingual,
  issuer: s.Bilingual,
  onset: s.Moment,
  expiresAt: s.Moment,
  edition: v.number(),
})
export type AlertLine = v.InferOutput<typeof AlertLine>

/** A popular issue: asked by many, with the answer that is in force. */
export const IssueLine = v.object({
  id: v.string(),
  sample: v.boolean(),
  title: s.Bilingual,
  askers: v.number(),
  followers: v.number(),
  answered: v.boolean(),
  movedAt: s.Moment,
})
export type IssueLine = v.InferOutput<typeof IssueLine>

export const Entry = v.object({
  id: v.string(),
  parent: v.exactOptional(v.string()),
  number: v.number(),
  name: s.Bilingual,
  icon: v.string(),
  opens: v.picklist(MENU_TARGETS),
  page: v.exactOptional(v.string()),
})
export type Entry = v.InferOutput<typeof Entry>
