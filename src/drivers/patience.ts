// A transaction holds up others. One that lasts this long is waiting for something it should not, perhaps for itself.
const TRANSACTION_MS = 10_000

/** Resolves after a while. */
export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Gives up on a transaction's work that takes too long. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const message = `a transaction took longer than ${TRANSACTION_MS} ms; does it use the store instead of tx?`
    timer = setTimeout(() => reject(new Error(message)), TRANSACTION_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
