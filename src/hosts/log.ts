import type { Log } from '@/server/ports'

/** One JSON line an event on standard output. Of an error only its kind and where it arose: messages may hold data. */
export const jsonLog = (write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Log => {
  const line = (level: string, event: string, fields: object) =>
    write(JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }))
  return {
    info: (event, fields = {}) => line('info', event, fields),
    error: (event, error, fields = {}) => line('error', event, { ...fields, ...causeOf(error) }),
  }
}

export const silentLog: Log = { info: () => undefined, error: () => undefined }

function causeOf(error: unknown): { cause: string; where: string } {
  if (!(error instanceof Error)) return { cause: typeof error, where: '' }
  const { stack = '', message } = error
  // A message may have lines of its own that look like places.
  const places = stack.slice(Math.max(0, stack.indexOf(message) + message.length))
  const frames = places.split('\n').filter((frame) => /^\s+at /.test(frame))
  return {
    cause: error.constructor.name,
    where: frames
      .slice(0, 3)
      .map((frame) => frame.trim())
      .join(' < '),
  }
}
