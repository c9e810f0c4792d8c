/** What a ticket may be, by name alone: phones carry the names without the rules. */
export const KINDS = ['complaint', 'help', 'consult', 'suggestion', 'report', 'praise'] as const
export type Kind = (typeof KINDS)[number]

/** hidden: the desk knows name and phone, the handling unit does not. anonymous: nobody does; none are kept. */
export const VISIBILITIES = ['shown', 'hidden', 'anonymous'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const RESULTS = ['done', 'impossible', 'elsewhere', 'duplicate', 'unverifiable'] as const
export type ResultKind = (typeof RESULTS)[number]

/** Units that help the one that leads. */
export const MOST_CO_UNITS = 5

/** How a closed ticket came to its end. Only `confirmed` counts as solved. */
export const OUTCOMES = ['confirmed', 'no-answer', 'upheld', 'not-supplied'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What is heard or seen beside photos: words spoken into the phone, and a short film. */
export const CLIP_KINDS = ['voice', 'video'] as const
export type ClipKind = (typeof CLIP_KINDS)[number]

/** For whom somebody files, seen from who files. */
export const RELATIONS = ['parent', 'child', 'relative', 'neighbour', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** How somebody without a phone of their own reached the desk. */
export const CHANNELS = ['window', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]
