/** A long table, fetched page by page into a file. Of the rows it holds one page at a time. */
import type { Answer, Failure } from '@/contract'
import type { Cell, TableWriter } from './csv'
import type { FileInMaking, Finished } from './file'

/** `next` is absent with the last. */
export type FetchPage = (after: string | undefined) => Promise<Answer<{ rows: Cell[][]; next?: string }>>
/** A file on its way: how far it has come, and where it goes on. */
export type Filling = {
  page: FetchPage
  writer: TableWriter
  file: FileInMaking
  rows: number
  after?: string | undefined
}
export type Filled = { is: 'done'; file: Finished } | { is: 'stopped' } | { is: 'failed'; error: Failure }

/**
 * Goes on until everything is there, it is stopped, or the server did not answer: then the same filling may be gone on
 * with, and nothing is asked for twice. Rejects when the file could not be written.
 */
export async function fill(
  filling: Filling,
  isStopped: () => boolean,
  onRows: (rows: number) => void,
): Promise<Filled> {
  const { page, writer, file } = filling
  for (;;) {
    const answer = await page(filling.after)
    if (isStopped()) return { is: 'stopped' }
    if (!answer.ok) return { is: 'failed', error: answer.error }
    const { rows, next } = answer.data
    await file.add(writer.add(rows))
    filling.rows += rows.length
    filling.after = next
    if (isStopped()) return { is: 'stopped' }
    onRows(filling.rows)
    if (!next) break
  }
  await file.add(writer.end())
  return isStopped() ? { is: 'stopped' } : { is: 'done', file: await file.finish() }
}
