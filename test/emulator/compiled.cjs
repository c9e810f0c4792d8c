/**
 * Loads a function as `require` does, and keeps what V8 has made of its bundle beside it: a run of the tests begins hundreds of
 * instances of one bundle, and compiling is half of beginning. Kept under the bundle's hash, for V8 itself compares no
 * more than its length.
 */
const { createHash } = require('node:crypto')
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { Script } = require('node:vm')

function load(entry) {
  const filename = path.resolve(entry)
  const code = readFileSync(filename, 'utf8')
  const kept = `${filename}.${createHash('sha1').update(code).digest('hex')}.compiled`
  const known = existsSync(kept) ? readFileSync(kept) : undefined
  const script = new Script(Module.wrap(code), { filename, cachedData: known })
  const module = new Module(filename, undefined)
  const require = Module.createRequire(filename)
  script.runInThisContext().call(module.exports, module.exports, require, module, filename, path.dirname(filename))
  if (!known || script.cachedDataRejected) keep(script, kept)
  return module.exports
}

/** Whole or not at all: others begin at the same moment. */
function keep(script, kept) {
  const own = `${kept}.${process.pid}`
  writeFileSync(own, script.createCachedData())
  renameSync(own, kept)
}

module.exports = { load }
