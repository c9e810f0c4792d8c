/**
 * What runs first in an instance, before the function's own code. Plain JavaScript, for a worker loads it as it is.
 * Messages come as `Invocation` and go as `Report`, both in instance.ts.
 */
const compiled = require('./compiled.cjs')

const { entry, now: bornAt, clockStands } = JSON.parse(process.argv[2])

// Whoever started it is gone: nobody is left to call it.
process.on('disconnect', () => process.exit())

// What the function prints reaches the emulator before its result does, also when it dies right after.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text, ...rest) => {
    process.send({ kind: 'said', text: String(text) })
    rest.find((argument) => typeof argument === 'function')?.()
    return true
  }
}

process.on('uncaughtException', (error) => {
  process.send({ kind: 'said', text: String(error) })
  process.send({ kind: 'died', message: String(error) }, () => process.exit(1))
})

/** The emulator's clock: set at the beginning of each invocation, and going on from there unless it stands still. */
const machineNow = Date.now
let ahead = 0
let stood
const setClock = (now) => {
  ahead = now - machineNow()
  stood = clockStands ? now : undefined
}
Date.now = () => stood ?? machineNow() + ahead
globalThis.Date = new Proxy(Date, {
  construct: (date, given, called) => Reflect.construct(date, given.length > 0 ? given : [date.now()], called),
  apply: (date) => new date(date.now()).toString(),
})
Date.prototype.constructor = Date

setClock(bornAt)
let load = () => loaded
let loaded
try {
  loaded = compiled.load(entry)
} catch (error) {
  load = () => {
    throw error
  }
}

let lastCallers = []

process.on('message', async ({ event, context, environment, now }) => {
  for (const name of lastCallers) delete process.env[name]
  lastCallers = Object.keys(environment)
  Object.assign(process.env, environment)
  setClock(now)
  process.send({ kind: 'began' })
  process.send(await outcomeOf(event, context))
})

async function outcomeOf(event, context) {
  try {
    const result = await load().main(JSON.parse(event), { ...context, environment: JSON.stringify(process.env) })
    return { kind: 'returned', text: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    return { kind: 'threw', message: error instanceof Error ? String(error.stack) : String(error) }
  }
}
