/** A long table as a file: it can be stopped, and goes on where the network failed. */
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '@/contract'
import { failure } from '../call'
import { csvWriter, type TableWriter } from './csv'
import { beginFile, type Finished, type Format } from './file'
import { type FetchPage, type Filling, fill } from './fill'

export type Table = {
  /** Of the file, without its ending. */
  name: string
  sheet: string
  format: Format
  head: string[]
  page: FetchPage
}
export type Exporting =
  | { is: 'idle' }
  | { is: 'running'; rows: number }
  | { is: 'failed'; rows: number; error: Failure; again: () => void }
  | { is: 'done'; rows: number; file: Finished }

export function useExport() {
  const [exporting, show] = useState<Exporting>({ is: 'idle' })
  /** Whose turn it is: whatever belongs to an earlier one stops at its next step. */
  const turn = useRef(0)
  const leave = useRef(() => {})

  const begun = async (table: Table): Promise<Filling> => {
    const writer = await writerFor(table)
    const file = await beginFile(table.name, table.format)
    leave.current = file.drop
    return { page: table.page, writer, file, rows: 0 }
  }

  /** What cannot be written (a phone that is full) is said; that file cannot be gone on with. */
  const run = async (table: Table, begunBefore?: Filling) => {
    const mine = turn.current
    const isStopped = () => mine !== turn.current
    const onRows = (rows: number) => show({ is: 'running', rows })
    try {
      const filling = begunBefore ?? (await begun(table))
      onRows(filling.rows)
      const filled = await fill(filling, isStopped, onRows)
      const { rows } = filling
      if (filled.is === 'failed') show({ ...filled, rows, again: () => void run(table, filling) })
      if (filled.is === 'done') show({ ...filled, rows })
    } catch {
      if (!isStopped()) show({ is: 'failed', rows: 0, error: failure('broken'), again: () => start(table) })
    }
  }

  const stop = () => {
    turn.current++
    leave.current()
    leave.current = () => {}
    show({ is: 'idle' })
  }
  const start = (table: Table) => {
    stop()
    show({ is: 'running', rows: 0 })
    void run(table)
  }

  // Figures are not left lying on a phone.
  useEffect(
    () => () => {
      turn.current++
      leave.current()
    },
    [],
  )
  return { exporting, start, stop }
}

/** What writes workbooks is fetched when somebody asks for one. */
async function writerFor({ format, sheet, head }: Table): Promise<TableWriter> {
  if (format === 'csv') return csvWriter(head, bytesOf)
  const { xlsxWriter } = await import('./xlsx')
  return xlsxWriter(sheet, head)
}

/** UTF-8; the mini program has no TextEncoder on older phones. */
function bytesOf(text: string): Uint8Array {
  if (typeof TextEncoder !== 'undefined') return new TextEncoder().encode(text)
  const escapes = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Uint8Array.from(escapes, (letter) => letter.charCodeAt(0))
}
