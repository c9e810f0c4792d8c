/** How the form of a kind is described: data, drawn by src/desk/write. */
import type { Content, ContentOf } from '@/contract/content'
import type { Words } from '@/ui/word'

/** pair: Chinese and English. prose: the same, with many lines. words: a list of words in one line. lines: a list, one a line. place: degrees in one line. */
export type FieldKind =
  | 'line'
  | 'lines'
  | 'pair'
  | 'prose'
  | 'choice'
  | 'channel'
  | 'day'
  | 'moment'
  | 'phone'
  | 'address'
  | 'photos'
  | 'words'
  | 'switch'
  | 'place'
  | 'attachments'
  | 'menu'

export type FormField = {
  name: string
  label: Words
  is: FieldKind
  hint?: Words
  /** What becomes of a field in which nothing was written: it is wrong (the rule), it goes along empty, or it is left out. */
  empty?: 'goes' | 'left-out'
  /** Of a choice. */
  options?: readonly (readonly [string, Words])[]
  /** Of a moment: taken where a day alone was chosen; and hours from now that are offered. */
  clock?: string
  hours?: readonly number[]
}

/** What was typed, by the name of the field. */
export type Values = Record<string, unknown>
/** Who writes, and when: what a new release starts with. */
export type Beginning = { now: number; unit: { zh: string; en: string } }

export type Form = {
  fields: readonly FormField[]
  start: (beginning: Beginning) => Values
  /** Whether somebody looks at it again by a day: so many days from now, unless another is chosen. */
  reviewDays?: number
}

type FieldOf<K extends Content['kind']> = FormField & { name: Exclude<keyof ContentOf<K>, 'kind'> & string }

/** The form of one kind: its fields are those that the contract names. */
export const form = <K extends Content['kind']>(
  _kind: K,
  fields: readonly FieldOf<K>[],
  rest: Omit<Form, 'fields'>,
): Form => ({ fields, ...rest })

/** The options of a choice, in the order of their names. */
export const optionsOf = (names: Record<string, Words>): (readonly [string, Words])[] => Object.entries(names)
