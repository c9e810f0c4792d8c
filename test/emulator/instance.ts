/**
 * One instance of a function: a process with environment variables of its own, that does one thing at a time. Not a
 * thread: one that was told to end in the middle of its work has been seen to hold up whoever told it.
 */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'

/** Loading counts apart from the function's own time, as in the cloud. */
const LOADING_MS = 60_000
const MEMORY_MB = 256

export type Context = {
  request_id: string
  function_name: string
  function_version: string
  namespace: string
  memory_limit_in_mb: number
  time_limit_in_ms: number
}
/** What an instance is told. `event` is JSON, `environment` the caller's own variables, `now` the emulator's clock. */
export type Invocation = { event: string; context: Context; environment: Record<string, string>; now: number }
type Report = { kind: 'said'; text: string } | { kind: 'began' } | Outcome
/** `text` is JSON. After `died` and `late` there is no instance any more. */
export type Outcome =
  | { kind: 'returned'; text: string }
  | { kind: 'threw'; message: string }
  | { kind: 'died'; message: string }
  | { kind: 'late' }

export type Instance = {
  id: string
  dead: () => boolean
  run(invocation: Invocation): Promise<Outcome>
  kill(): Promise<void>
}

export type Start = {
  entry: string
  environment: Record<string, string>
  now: number
  /** The time of an invocation does not go on while it runs. */
  clockStands: boolean
  log: (text: string) => void
}

export const contextOf = (name: string, requestId: string, namespace: string, limitMs: number): Context => ({
  request_id: requestId,
  function_name: name,
  function_version: '$LATEST',
  namespace,
  memory_limit_in_mb: MEMORY_MB,
  time_limit_in_ms: limitMs,
})

/**
 * Starts an instance. Unlike in the cloud it does not freeze between invocations: what a function leaves undone goes on.
 */
export function startInstance({ entry, environment, now, clockStands, log }: Start): Instance {
  const id = `instance-${randomUUID()}`
  // The cloud gives each instance a session token too. It says here which instance a request is from.
  const variables: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    ...environment,
    TENCENTCLOUD_SESSIONTOKEN: id,
  }
  const child = fork(path.join(__dirname, 'bootstrap.cjs'), [JSON.stringify({ entry, now, clockStands })], {
    // Nothing of this process's own, whatever our types say that every environment has.
    env: variables as NodeJS.ProcessEnv,
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let dead = false
  let timer: NodeJS.Timeout | undefined
  let finish = (_outcome: Outcome): void => {}
  let limitMs = 0

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    dead = true
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  function end(outcome: Outcome): void {
    clearTimeout(timer)
    finish(outcome)
    finish = () => {}
  }

  function expectWithin(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      end({ kind: 'late' })
      void kill()
    }, milliseconds)
  }

  child.on('message', (report: Report) => {
    if (report.kind === 'said') return log(report.text)
    if (report.kind === 'began') return expectWithin(limitMs)
    if (report.kind === 'died') dead = true
    end(report)
  })
  child.on('error', (error) => {
    dead = true
    log(String(error))
    end({ kind: 'died', message: String(error) })
  })
  child.on('exit', (code, signal) => {
    dead = true
    const ended = () => end({ kind: 'died', message: `the instance ended with ${signal ?? `code ${code}`}` })
    // What it said last may still be on its way.
    if (child.connected) child.once('disconnect', ended)
    else ended()
  })

  return {
    id,
    dead: () => dead,
    run: (invocation) =>
      new Promise((resolve) => {
        finish = resolve
        limitMs = invocation.context.time_limit_in_ms
        expectWithin(LOADING_MS)
        child.send(invocation)
      }),
    kill,
  }
}
