/** What a ticket may be, by name alone: phones carry the names without the rules. */
export const KINDS = ['complaint', 'help', 'consult', 'suggestion', 'report', 'praise'] as const
export type Kind = (typeof KINDS)[number]

/** hidden: the desk knows name and phone, the handling unit does not. anonymous: nobody does; none are kept. */
export const VISIBILITIES = ['shown', 'hidden', 'anonymous'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const RESULTS = ['done', 'impossible', 'elsewhere', 'duplicate', 'unverifiable'] as const
export type ResultKind = (typeof RESULTS)[number]

/** How a closed ticket came to its end. Only `confirmed` counts as solved. */
export const OUTCOMES = ['confirmed', 'no-answer', 'upheld', 'not-supplied'] as const
export type Outcome = (typeof OUTCOMES)[number]
