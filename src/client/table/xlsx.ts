/**
 * A table as an Excel workbook of one sheet, written and compressed row by row. Words are written as words: Excel never
 * takes one for a formula.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell, TableWriter } from './csv'

/** Of the sheet as Excel has it. */
export const MOST_ROWS = 1_048_576

export function xlsxWriter(sheetName: string, head: string[]): TableWriter {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const taken = () => {
    const pieces = ready
    ready = []
    return pieces
  }
  for (const [name, text] of Object.entries(partsFor(sheetName))) {
    const part = new ZipDeflate(name)
    zip.add(part)
    part.push(strToU8(text), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml')
  zip.add(sheet)
  let row = 0
  const push = (rows: Cell[][]) => {
    const text = rows.map((cells) => rowText(++row, cells)).join('')
    if (row > MOST_ROWS) throw new Error('a sheet has no room for so many rows')
    sheet.push(strToU8(text))
  }
  sheet.push(strToU8(`${XML}<worksheet xmlns="${SHEETS}">${VIEW}${widths(head)}<sheetData>`))
  push([head])
  return {
    add(rows) {
      if (rows.length) push(rows)
      return taken()
    },
    end() {
      sheet.push(strToU8('</sheetData></worksheet>'), true)
      zip.end()
      return taken()
    },
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The heads of the columns stay in sight. */
const VIEW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
const WIDE = 18
const widths = ({ length }: string[]): string =>
  `<cols><col min="1" max="${length}" width="${WIDE}" customWidth="1"/></cols>`

const partsFor = (sheetName: string): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
})

const rowText = (row: number, cells: Cell[]): string =>
  `<row r="${row}">${cells.map((cell, column) => cellText(`${letters(column)}${row}`, cell)).join('')}</row>`

function cellText(at: string, cell: Cell): string {
  if (cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** A, B, …, Z, AA, … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** What XML 1.0 cannot hold is left out. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
function escaped(words: string): string {
  return words.replace(NOT_XML, '').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')
}
