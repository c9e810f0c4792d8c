/** What content security holds, as screens see it, and its verdicts, as WeChat pushes them. */
import * as v from 'valibot'
import { LABELS } from '@/core/screening'

/** The words of a line of history, by its number, or a photo or recording, wherever in the ticket it stands. */
export const Part = v.union([
  v.object({ seq: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.object({ photo: v.pipe(v.string(), v.maxLength(80)) }),
  v.object({ clip: v.pipe(v.string(), v.maxLength(80)) }),
])

/**
 * Beside a part that was held: what may be wrong with it, and what a person made of it. Others than its author and the
 * desk get neither the words nor an address of the picture until it is released.
 */
export const ScreenedView = v.object({
  part: Part,
  label: v.picklist(LABELS),
  state: v.picklist(['held', 'withheld']),
  /** Why it is withheld. */
  reason: v.exactOptional(v.string()),
})
export type ScreenedView = v.InferOutput<typeof ScreenedView>

const Numeral = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.number())

/** The verdict on a picture or a voice note as it is pushed: in the form of today, or the older one with `isrisky`. Numbers may come as text. */
export const PictureVerdict = v.union([
  v.object({
    Event: v.literal('wxa_media_check'),
    trace_id: v.string(),
    errcode: v.optional(Numeral, 0),
    result: v.object({ suggest: v.string(), label: v.optional(Numeral, 21_000) }),
  }),
  v.object({
    Event: v.literal('wxa_media_check'),
    trace_id: v.string(),
    status_code: v.optional(Numeral, 0),
    isrisky: Numeral,
  }),
])
export type PictureVerdict = v.InferOutput<typeof PictureVerdict>
