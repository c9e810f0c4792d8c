/** Things with a code on them: a lamp post, a bus stop, a window. Scanned, the code opens the form with its place filled in. */
import * as v from 'valibot'
import { action } from './action'
import * as s from './shapes'

export const SPOT_KINDS = ['lamp', 'stop', 'window', 'bin', 'cover', 'other'] as const

export const SpotView = v.object({
  id: v.string(),
  kind: v.picklist(SPOT_KINDS),
  name: s.Bilingual,
  address: v.string(),
  point: v.exactOptional(s.Point),
  category: v.exactOptional(v.string()),
  /** Its code is no longer valid; tickets about it keep its name. */
  retired: v.boolean(),
  sample: v.boolean(),
})
export type SpotView = v.InferOutput<typeof SpotView>

export const Spot = v.object({
  id: s.SpotId,
  kind: v.picklist(SPOT_KINDS),
  name: v.pipe(s.written('content-missing'), v.minLength(1, 'content-missing'), v.maxLength(40, 'content-long')),
  nameEn: v.exactOptional(v.pipe(s.written(), v.maxLength(80, 'content-long'))),
  address: v.pipe(s.written('content-missing'), v.minLength(1, 'content-missing'), v.maxLength(200, 'place-long')),
  point: v.exactOptional(s.Pinned),
  category: v.exactOptional(v.pipe(v.string(), v.maxLength(40, 'category-unknown'))),
})

/** How many may be saved, or have their codes printed, at once. */
export const MAX_SPOTS = 40

export const spots = {
  'spots.list': action(
    ['official'],
    v.object({ after: v.exactOptional(s.Cursor) }),
    /** `edits`: this official adds and retires them. */
    v.object({ items: v.array(SpotView), next: v.exactOptional(v.string()), edits: v.boolean() }),
  ),
  /** New ones are added, known ones changed, retired ones brought back: by their ids. All or none. */
  'spots.save': action(
    ['official'],
    v.object({ spots: v.pipe(v.array(Spot), v.minLength(1), v.maxLength(MAX_SPOTS)) }),
    v.object({ items: v.array(SpotView) }),
  ),
  'spots.retire': action(['official'], v.object({ id: s.SpotId }), SpotView),
  /**
   * What is printed: the address that its code opens on the web, and where a mini program is configured, the picture of
   * WeChat's code for it (PNG as a data: address).
   */
  'spots.code': action(
    ['official'],
    v.object({ id: s.SpotId }),
    v.object({ spot: SpotView, path: v.string(), picture: v.exactOptional(v.string()) }),
  ),
}
