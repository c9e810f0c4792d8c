import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildFunctions, FUNCTIONS } from '../../cloud/bundle'
import { KB } from '../weapp/limits'
import { packagesOf } from '../weapp/packages'
import { printTable, type Row } from './table'

const FIRST_LOAD = 130 * KB
const BUNDLE = 2 * 1024 * KB
const COLD_REQUIRE_MS = 300
const LOADS = 5
const FUNCTIONS_FOLDER = 'dist/bench/functions'

/** The mini program's packages as they are uploaded, what the web app loads before its first screen, and the functions. */
export async function benchSizes(say: (line: string) => void): Promise<void> {
  await buildFunctions({ folder: FUNCTIONS_FOLDER, storage: '' })
  const rows = [
    ...packagesOf('dist/weapp').map(({ name, bytes, budget }) => row(`mini program, ${name}`, bytes, budget, 'raw')),
    row('web app, first load', firstLoad('dist/h5'), FIRST_LOAD, 'gz'),
    ...FUNCTIONS.flatMap((name) => {
      const file = path.resolve(FUNCTIONS_FOLDER, name, 'index.js')
      return [row(`function ${name}`, statSync(file).size, BUNDLE, 'raw'), coldRequire(name, file)]
    }),
  ]
  printTable(say, 'Sizes', rows)
}

function row(what: string, bytes: number, budget: number, kind: string): Row {
  return {
    what,
    measured: `${(bytes / KB).toFixed(1)} KB ${kind}`,
    budget: `<= ${budget / KB} KB`,
    within: bytes <= budget,
  }
}

/** A function's bundle, loaded by a fresh process each time: the middle of five. What Node itself needs to start is not in it. */
function coldRequire(name: string, file: string): Row {
  const script = `const from = performance.now(); require(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - from))`
  const times = Array.from({ length: LOADS }, () => Number(execFileSync(process.execPath, ['-e', script]).toString()))
  const middle = times.sort((a, b) => a - b)[Math.floor(LOADS / 2)] ?? Number.POSITIVE_INFINITY
  return {
    what: `function ${name}, cold require`,
    measured: `${middle.toFixed(0)} ms`,
    budget: `<= ${COLD_REQUIRE_MS} ms`,
    within: middle <= COLD_REQUIRE_MS,
  }
}

/** The scripts that index.html names, and the chunks the home screen asks for, which are the ones all screens share. */
function firstLoad(folder: string): number {
  const named = [...readFileSync(path.join(folder, 'index.html'), 'utf8').matchAll(/src="\/(js\/[^"]+)"/g)]
  return named.reduce(
    (total, [, file = '']) => total + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
    0,
  )
}
