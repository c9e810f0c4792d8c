/** Boxes of the ISO base media file format (MP4, M4A, QuickTime), walked as if whoever wrote the file meant harm. */

/** `at`: of its first byte; `body`: behind size and name; `end`: behind it. */
export type Box = { name: string; at: number; body: number; end: number }

/** More than any camera writes in half a minute. */
const MOST_BOXES = 50_000

/** A walk through one file. It counts, so that millions of empty boxes cost nothing. */
export function boxWalker(bytes: Buffer) {
  let left = MOST_BOXES

  /** The boxes between two places, side by side; null when they do not fill it exactly or are too many. */
  function boxes(from: number, to: number): Box[] | null {
    const found: Box[] = []
    for (let at = from; at < to; ) {
      const box = boxAt(at, to)
      if (!box || --left < 0) return null
      found.push(box)
      at = box.end
    }
    return found
  }

  function boxAt(at: number, to: number): Box | null {
    if (at + 8 > to) return null
    const name = bytes.toString('latin1', at + 4, at + 8)
    const size = bytes.readUInt32BE(at)
    // 0 means to the end, which only the last box of a file may mean.
    if (size === 0) return to === bytes.length ? { name, at, body: at + 8, end: to } : null
    if (size !== 1) return size < 8 || at + size > to ? null : { name, at, body: at + 8, end: at + size }
    if (at + 16 > to) return null
    const long = Number(bytes.readBigUInt64BE(at + 8))
    return long < 16 || at + long > to ? null : { name, at, body: at + 16, end: at + long }
  }

  return { boxes, inside: (box: Box) => boxes(box.body, box.end) }
}
export type Walker = ReturnType<typeof boxWalker>

export const named = (boxes: Box[], name: string): Box | undefined => boxes.find((box) => box.name === name)
