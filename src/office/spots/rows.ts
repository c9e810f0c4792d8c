/** Many things with a code, as they are pasted: one a line, from a list or a spreadsheet. */
import * as v from 'valibot'
import type { Ask } from '@/contract'
import { isReason, REFUSALS } from '@/contract/refusals'
import type { Category } from '@/contract/shapes'
import { MAX_SPOTS, Spot } from '@/contract/spots'
import { spotWords } from '@/ui/spotWords'
import type { Words } from '@/ui/word'

export type Wanted = Ask<'spots.save'>['spots'][number]
export type Fault = { line: number; why: Words; values?: Record<string, string | number> }
type Rows = { ok: true; spots: Wanted[] } | { ok: false; faults: Fault[] }
type Known = { kind: Wanted['kind']; categories: Pick<v.InferOutput<typeof Category>, 'id' | 'name'>[] }

const COLUMNS = 6

/** All of them, or every line that is wrong, by its number. Lines without anything are passed over, and a heading. */
export function readRows(text: string, known: Known): Rows {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some(Boolean) && cells[0] !== '编号')
  if (!lines.length) return { ok: false, faults: [{ line: 1, why: spotWords.rowsNone }] }
  if (lines.length > MAX_SPOTS)
    return { ok: false, faults: [{ line: MAX_SPOTS + 1, why: spotWords.rowsMany, values: { n: MAX_SPOTS } }] }
  const seen = new Set<string>()
  const read = lines.map(({ line, cells }) => ({ line, row: readRow(cells, known, seen) }))
  const faults = read.flatMap(({ line, row }) => (row.ok ? [] : [{ line, ...row.fault }]))
  if (faults.length) return { ok: false, faults }
  return { ok: true, spots: read.flatMap(({ row }) => (row.ok ? [row.spot] : [])) }
}

const cellsOf = (line: string): string[] => line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim())

type Row = { ok: true; spot: Wanted } | { ok: false; fault: Omit<Fault, 'line'> }
const wrong = (why: Words, values?: Fault['values']): Row => ({ ok: false, fault: { why, ...(values && { values }) } })

function readRow(cells: string[], { kind, categories }: Known, seen: Set<string>): Row {
  const [id = '', name = '', address = '', about = '', lat = '', lng = ''] = cells
  if (cells.length > COLUMNS) return wrong(spotWords.rowColumns)
  const category = about && categories.find((one) => [one.id, one.name.zh, one.name.en].includes(about))?.id
  if (about && !category) return wrong(spotWords.rowCategory, { name: about })
  const point = pointOf(`${lat},${lng}`)
  if (point === null) return wrong(spotWords.pointWrong)
  const spot = checked({ id, kind, name, address, ...(category && { category }), ...(point && { point }) })
  if (!spot.ok) return spot
  if (seen.has(id.toUpperCase())) return wrong(REFUSALS['spot-twice'], { id })
  seen.add(id.toUpperCase())
  return spot
}

/** By the server's own schema, so that what is wrong is said before it is sent. */
export function checked(spot: unknown): Row {
  const read = v.safeParse(Spot, spot)
  if (read.success) return { ok: true, spot: read.output }
  const [{ message }] = read.issues
  return wrong(REFUSALS[isReason(message) ? message : 'malformed'])
}

/** '39.27, 118.44', also with a Chinese comma or a space. Undefined where nothing stands, null where it is no point of China. */
export function pointOf(text: string): { lat: number; lng: number } | undefined | null {
  const parts = text.split(/[\s,，]+/).filter(Boolean)
  if (!parts.length) return undefined
  const [lat = Number.NaN, lng = Number.NaN] = parts.map(Number)
  const isPoint = parts.length === 2 && lat >= 3 && lat <= 54 && lng >= 73 && lng <= 136
  return isPoint ? { lat, lng } : null
}
