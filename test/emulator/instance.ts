/** One instance of a function: a worker with environment variables of its own, that does one thing at a time. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

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

export type Start = { entry: string; environment: Record<string, string>; now: number; log: (text: string) => void }

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
export function startInstance({ entry, environment, now, log }: Start): Instance {
  const id = `instance-${randomUUID()}`
  const worker = new Worker(path.join(__dirname, 'bootstrap.cjs'), {
    workerData: { entry, now },
    // The cloud gives each instance a session token too. It says here which instance a request is from.
    env: { PATH: process.env.PATH ?? '', ...environment, TENCENTCLOUD_SESSIONTOKEN: id },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  let dead = false
  let timer: NodeJS.Timeout | undefined
  let finish = (_outcome: Outcome): void => {}
  let limitMs = 0

  async function kill(): Promise<void> {
    dead = true
    await worker.terminate()
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

  worker.on('message', (report: Report) => {
    if (report.kind === 'said') return log(report.text)
    if (report.kind === 'began') return expectWithin(limitMs)
    end(report)
  })
  worker.on('error', (error) => {
    dead = true
    log(String(error))
    end({ kind: 'died', message: String(error) })
  })
  worker.on('exit', (code) => {
    dead = true
    end({ kind: 'died', message: `the instance ended with code ${code}` })
  })

  return {
    id,
    dead: () => dead,
    run: (invocation) =>
      new Promise((resolve) => {
        finish = resolve
        limitMs = invocation.context.time_limit_in_ms
        expectWithin(LOADING_MS)
        worker.postMessage(invocation)
      }),
    kill,
  }
}
