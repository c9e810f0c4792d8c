import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { printTable, type Row } from './table'

const KB = 1024
const MAIN = 420
const SUBPACKAGE = 300
const FIRST_LOAD = 130

/** The mini program's packages as they are uploaded, and the JavaScript the web app loads before its first screen. */
export function benchSizes(say: (line: string) => void): void {
  const weapp = 'dist/weapp'
  const subpackages = rootsIn(`${weapp}/app.json`)
  const files = filesIn(weapp).filter((file) => !/\.(map|txt)$/.test(file))
  const inside = (root: string) => files.filter((file) => file.startsWith(path.join(weapp, root) + path.sep))
  const main = files.filter((file) => !subpackages.some((root) => inside(root).includes(file)))
  const rows = [
    row('mini program, main package', sum(main), MAIN, 'raw'),
    ...subpackages.map((root) => row(`mini program, ${root}`, sum(inside(root)), SUBPACKAGE, 'raw')),
    row('web app, first load', firstLoad('dist/h5'), FIRST_LOAD, 'gz'),
  ]
  printTable(say, 'Sizes', rows)
}

function row(what: string, bytes: number, budget: number, kind: string): Row {
  return {
    what,
    measured: `${(bytes / KB).toFixed(1)} KB ${kind}`,
    budget: `<= ${budget} KB`,
    within: bytes <= budget * KB,
  }
}

const sum = (files: string[]) => files.reduce((total, file) => total + statSync(file).size, 0)

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

function rootsIn(appJson: string): string[] {
  const { subPackages = [] }: { subPackages?: { root: string }[] } = JSON.parse(readFileSync(appJson, 'utf8'))
  return subPackages.map(({ root }) => root)
}

/** The scripts that index.html names, and the chunks the home screen asks for, which are the ones all screens share. */
function firstLoad(folder: string): number {
  const named = [...readFileSync(path.join(folder, 'index.html'), 'utf8').matchAll(/src="\/(js\/[^"]+)"/g)]
  return named.reduce(
    (total, [, file = '']) => total + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
    0,
  )
}
