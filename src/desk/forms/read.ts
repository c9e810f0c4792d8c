/** What a field holds, read with the shape it should have; anything else counts as nothing yet. */
import * as v from 'valibot'

const Pair = v.object({ zh: v.string(), en: v.string() })
const Place = v.object({ lat: v.number(), lng: v.number() })
const Attachment = v.object({ name: v.string(), url: v.string() })
const Row = v.object({
  id: v.string(),
  parent: v.optional(v.string()),
  number: v.number(),
  name: Pair,
  icon: v.string(),
  opens: v.string(),
  page: v.optional(v.string()),
})
export type PairValue = v.InferOutput<typeof Pair>
export type AttachmentValue = v.InferOutput<typeof Attachment>
/** An entry of the menu while it is being written. */
export type Row = v.InferOutput<typeof Row>

const reader =
  <T>(shape: v.GenericSchema<unknown, T>, otherwise: T) =>
  (value: unknown): T => {
    const read = v.safeParse(shape, value)
    return read.success ? read.output : otherwise
  }

export const textIn = reader(v.string(), '')
export const pairIn = reader<PairValue>(Pair, { zh: '', en: '' })
export const switchIn = reader(v.boolean(), false)
export const listIn = reader<string[]>(v.array(v.string()), [])
export const attachmentsIn = reader<AttachmentValue[]>(v.array(Attachment), [])
export const rowsIn = reader<Row[]>(v.array(Row), [])
export const placeIn = reader<{ lat: number; lng: number } | undefined>(v.optional(Place), undefined)
