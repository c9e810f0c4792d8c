/** Between what was typed and what is sent: the contract's own schema says what is wrong, and at which field. */
import * as v from 'valibot'
import { Content } from '@/contract/content'
import { isReason, type Reason } from '@/contract/refusals'
import { FORMS } from '.'
import type { FormField, Values } from './field'
import { attachmentsIn, listIn, pairIn, placeIn, rowsIn, switchIn, textIn } from './read'

/** The reasons by the name of what is wrong: `title.zh`, `entries.2.number`. */
export type Faults = Record<string, Reason>
type Made = { ok: true; content: Content } | { ok: false; faults: Faults }

/** What was typed, as a content; or what is wrong with it. */
export function contentOf(kind: Content['kind'], values: Values): Made {
  const filled = FORMS[kind].fields.flatMap((field) => {
    const value = made(field, values[field.name])
    return value === undefined ? [] : [[field.name, value] as const]
  })
  const read = v.safeParse(Content, { kind, ...Object.fromEntries(filled) })
  return read.success ? { ok: true, content: read.output } : { ok: false, faults: faultsOf(read.issues) }
}

/** What a content puts into the fields. */
export function valuesOf(content: Content): Values {
  const { kind, ...rest } = content
  const values: Values = rest
  const typed = FORMS[kind].fields.map(({ name, is }) => {
    if (is === 'words') return [name, listIn(values[name]).join('、')]
    if (is === 'lines') return [name, listIn(values[name]).join('\n')]
    const place = is === 'place' ? placeIn(values[name]) : undefined
    return [name, place ? `${place.lat}, ${place.lng}` : values[name]]
  })
  return Object.fromEntries(typed)
}

/** Where the typed text of a position is wrong, it goes along so that the schema refuses it. */
export function made({ is, empty }: FormField, value: unknown): unknown {
  switch (is) {
    case 'pair':
    case 'prose':
      return pairMade(value, empty)
    case 'words':
      return textIn(value)
        .split(/[、，,；;\s]+/)
        .filter(Boolean)
    case 'lines':
      return textIn(value)
        .split('\n')
        .filter((text) => text.trim())
    case 'photos':
      return listIn(value)
    case 'switch':
      return switchIn(value)
    case 'attachments':
      return attachmentsIn(value).filter(({ name, url }) => name.trim() || url.trim())
    case 'menu':
      return rowsIn(value).map(({ page, parent, ...row }) => ({
        ...row,
        ...(parent && { parent }),
        ...(page?.trim() && { page: page.trim() }),
      }))
    case 'place':
      return placeMade(textIn(value))
    default: {
      const text = textIn(value).trim()
      return text === '' && empty === 'left-out' ? undefined : text
    }
  }
}

function pairMade(value: unknown, empty: FormField['empty']) {
  const { zh, en } = pairIn(value)
  const pair = { zh: zh.trim(), en: en.trim() }
  return empty === 'left-out' && !pair.zh && !pair.en ? undefined : pair
}

function placeMade(text: string) {
  if (!text.trim()) return undefined
  const [lat, lng, ...more] = text
    .trim()
    .split(/[,，、\s]+/)
    .map(Number)
  return more.length || lat === undefined || lng === undefined || Number.isNaN(lat + lng) ? text : { lat, lng }
}

/** What is wrong with the whole is wrong with its end. */
const WHOLE = 'expiresAt'

function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Faults {
  const faults: Faults = {}
  for (const { path, message } of issues) {
    const name = path?.map(({ key }) => String(key)).join('.') ?? WHOLE
    // A schema that names no reason refuses what is not there, or is not chosen.
    faults[name] ??= isReason(message) ? message : 'content-missing'
  }
  return faults
}

/** A fault that the server found: `content.title.zh` is the form's `title.zh`. */
export const faultAt = (field: string, reason: string): Faults =>
  isReason(reason) ? { [field.replace(/^content\./, '')]: reason } : {}

/** What is wrong with a field or with a part of it. */
export const faultOf = (faults: Faults, name: string): Reason | undefined =>
  faults[name] ?? Object.entries(faults).find(([path]) => path.startsWith(`${name}.`))?.[1]
