/** A filing as it lies on the phone, from its first keystroke until the server has given it a number. */
import * as v from 'valibot'
import type { Ask } from '@/contract'
import * as s from '@/contract/shapes'

const words = v.optional(v.string(), '')

/** What has been filled in. Nothing is checked here: a draft may be as unfinished as it is. What is optional can be taken back. */
export const Form = v.object({
  category: words,
  kind: v.exactOptional(s.Kind),
  text: words,
  place: v.optional(v.object({ address: v.exactOptional(v.string()), point: v.exactOptional(s.Pinned) }), {}),
  visibility: v.optional(s.Visibility, 'shown'),
  name: words,
  phone: words,
  consent: v.optional(v.boolean(), false),
  details: v.optional(v.array(v.object({ question: v.string(), option: v.string() })), []),
  behalf: v.optional(v.object({ relation: s.Relation, name: v.string(), phone: words })),
  against: v.optional(v.object({ unit: v.optional(v.string()), name: words })),
  /** With what is shown of them, so that the form can be drawn without a network. */
  spot: v.optional(v.object({ id: v.string(), name: s.Bilingual })),
  about: v.optional(v.object({ id: v.string(), title: s.Bilingual, tip: v.boolean() })),
  /** Among whose askers they want to be, and what was said with the program before. */
  group: v.optional(v.string()),
  talk: v.exactOptional(v.array(v.object({ by: v.picklist(['me', 'program']), text: v.string() }))),
})
export type Form = v.InferOutput<typeof Form>
/** Some of it; undefined takes an answer back. */
export type Change = { [field in keyof Form]?: Form[field] | undefined }

const Wrong = v.object({ reason: v.string(), message: v.string(), field: v.exactOptional(v.string()) })
export type Wrong = v.InferOutput<typeof Wrong>

/**
 * keeping: being copied out of the place where the camera left it. kept: the phone has it. sent: the server has it, as `id`.
 * refused: it cannot be sent, `wrong` says why. `key` is its own for its whole life: sent twice, it arrives once.
 */
const Media = v.object({
  key: s.Key,
  kind: v.picklist(['photo', 'voice', 'video']),
  bytes: v.number(),
  seconds: v.exactOptional(v.number()),
  state: v.picklist(['keeping', 'kept', 'sent', 'refused']),
  id: v.exactOptional(v.string()),
  wrong: v.exactOptional(Wrong),
})
export type Media = v.InferOutput<typeof Media>

/**
 * writing: still in the person's hands. waiting: they have said "send", and it goes by itself. filed: the server has given
 * it the number `no`. `id` is the filing's key too. `tried`: it may have reached the server, so it must not change any more.
 */
export const Draft = v.object({
  id: s.Key,
  state: v.picklist(['writing', 'waiting', 'filed']),
  changedAt: v.string(),
  form: Form,
  media: v.array(Media),
  tried: v.optional(v.boolean(), false),
  /** How often what had been sent was gone on the server, and was sent again. */
  renewed: v.optional(v.number(), 0),
  wrong: v.exactOptional(Wrong),
  no: v.exactOptional(v.string()),
})
export type Draft = v.InferOutput<typeof Draft>

export const EMPTY: Form = v.parse(Form, {})

/** The form after a change. An answer that must be there and is taken back is empty again. */
export function changed(form: Form, change: Change): Form {
  const next = Object.entries({ ...form, ...change }).filter(([, value]) => value !== undefined)
  // What was not changed stays the same object: nothing that shows it is drawn again.
  const same = Object.entries(form).filter(([field]) => !(field in change))
  return { ...v.parse(Form, Object.fromEntries(next)), ...Object.fromEntries(same) }
}

/** Nothing in it that anybody would miss. */
export function isEmpty({ form, media }: Draft): boolean {
  const { text, category, place, name, phone, behalf, against, details } = form
  const written = [
    text,
    category,
    place.address,
    name,
    phone,
    behalf?.name,
    behalf?.phone,
    against?.name,
    against?.unit,
  ]
  return !media.length && !details.length && !place.point && written.every((words) => !words?.trim())
}

/**
 * What the server is sent. Fields that are empty are left out; a kind that was not chosen is a complaint. The same photo
 * chosen twice has one id, which is then sent twice: it stands in the filing as often as the person put it there.
 */
export function filingOf({ id, form, media }: Draft): Ask<'tickets.file'> {
  const { kind = 'complaint', name, phone, behalf, against, spot, about, group, ...rest } = form
  const sent = (which: (media: Media) => boolean) => media.filter(which).flatMap(({ id }) => id ?? [])
  return {
    ...rest,
    kind,
    key: id,
    photos: sent(({ kind }) => kind === 'photo'),
    clips: sent(({ kind }) => kind !== 'photo'),
    ...(name.trim() && { name }),
    ...(phone.trim() && { phone }),
    ...(behalf && {
      behalf: { relation: behalf.relation, name: behalf.name, ...(behalf.phone && { phone: behalf.phone }) },
    }),
    ...(against && {
      against: { ...(against.unit && { unit: against.unit }), ...(against.name && { name: against.name }) },
    }),
    ...(spot && { spot: spot.id }),
    ...(about && { about: about.id }),
    ...(group && { group }),
  }
}
