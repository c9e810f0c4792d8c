/** A long table, fetched page by page into a file: it can be stopped, and goes on where the network failed. */
import { useEffect, useRef, useState } from 'react'
import type { Answer, Failure } from '@/contract'
import { failure } from '../call'
import { type Cell, csvWriter, type TableWriter } from './csv'
import { beginFile, type FileInMaking, type Finished, type Format } from './file'

export type Table = {
  /** Of the file, without its ending. */
  name: string
  sheet: string
  format: Format
  head: string[]
  /** One after another; `next` is absent with the last. */
  page: (after: string | undefined) => Promise<Answer<{ rows: Cell[][]; next?: string }>>
}
export type Exporting =
  | { is: 'idle' }
  | { is: 'running'; rows: number }
  /** `again` goes on where it was, with nothing asked for twice. */
  | { is: 'failed'; rows: number; error: Failure; again: () => void }
  | { is: 'done'; rows: number; file: Finished }

type Work = { table: Table; writer: TableWriter; file: FileInMaking; rows: number; after?: string | undefined }

export function useExport() {
  const [exporting, show] = useState<Exporting>({ is: 'idle' })
  /** Whose turn it is: whatever belongs to an earlier one stops at its next step. */
  const turn = useRef(0)
  const leave = useRef(() => {})

  const pages = async (work: Work) => {
    const mine = turn.current
    for (;;) {
      show({ is: 'running', rows: work.rows })
      const answer = await work.table.page(work.after)
      if (mine !== turn.current) return
      if (!answer.ok) {
        return show({ is: 'failed', rows: work.rows, error: answer.error, again: () => void run(work.table, work) })
      }
      const { rows, next } = answer.data
      await work.file.add(work.writer.add(rows))
      if (mine !== turn.current) return
      work.rows += rows.length
      work.after = next
      if (!next) break
    }
    await work.file.add(work.writer.end())
    if (mine !== turn.current) return
    show({ is: 'done', rows: work.rows, file: await work.file.finish() })
  }

  const begun = async (table: Table): Promise<Work> => {
    const writer = await writerFor(table)
    const file = await beginFile(table.name, table.format)
    leave.current = file.drop
    return { table, writer, file, rows: 0 }
  }

  /** What cannot be written (a phone that is full) is said; that file cannot be gone on with. */
  const run = async (table: Table, work?: Work) => {
    const mine = turn.current
    try {
      await pages(work ?? (await begun(table)))
    } catch {
      if (mine === turn.current) show({ is: 'failed', rows: 0, error: failure('broken'), again: () => start(table) })
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
