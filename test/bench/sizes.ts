import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { KB } from '../weapp/limits'
import { packagesOf } from '../weapp/packages'
import { printTable, type Row } from './table'

const FIRST_LOAD = 130 * KB

/** The mini program's packages as they are uploaded, and the JavaScript the web app loads before its first screen. */
export function benchSizes(say: (line: string) => void): void {
  const rows = [
    ...packagesOf('dist/weapp').map(({ name, bytes, budget }) => row(`mini program, ${name}`, bytes, budget, 'raw')),
    row('web app, first load', firstLoad('dist/h5'), FIRST_LOAD, 'gz'),
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

/** The scripts that index.html names, and the chunks the home screen asks for, which are the ones all screens share. */
function firstLoad(folder: string): number {
  const named = [...readFileSync(path.join(folder, 'index.html'), 'utf8').matchAll(/src="\/(js\/[^"]+)"/g)]
  return named.reduce(
    (total, [, file = '']) => total + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
    0,
  )
}
