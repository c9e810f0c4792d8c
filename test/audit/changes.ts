/**
 * What the tests of the audit share: a copy of the build that a test changes, and the rules by their names. The build as it
 * is breaks no rule, and each change breaks the rules beside it and no other. No test itself.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DIST, type ScreenName } from '../weapp/screens'
import { readBuild } from './build'
import { judge, type Rule, type Sight, stateOf } from './rule'
import { RULES } from './rules'
import { unmeasured } from './unmeasured'

/** Small, and with a field, a button and words in it. */
const SCREEN: ScreenName[] = ['look-up']
export const PAGE = 'pages/lookup/index'
export const KB = 1024

let copy = ''

/** Before each test of the file that calls it a copy of the build is made, which the test then changes. */
export function copiesTheBuild(): void {
  beforeAll(() => {
    if (!existsSync(`${DIST}/app.json`)) throw new Error('build it first: npm run build:weapp')
  })
  beforeEach(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'minhu-audit-'))
    cpSync(DIST, copy, { recursive: true })
  })
  afterEach(() => rmSync(copy, { recursive: true }))
}

export const edit = (file: string, change: (text: string) => string) => () =>
  writeFileSync(path.join(copy, file), change(readFileSync(path.join(copy, file), 'utf8')))
export const adds = (file: string, text: string) => edit(file, (before) => before + text)
export const says = (file: string, from: string | RegExp, to: string) =>
  edit(file, (before) => before.replace(from, to))
/** In every script: what two packages use stands in both. */
export const saysEverywhere = (from: RegExp, to: string) => () => {
  const scripts = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  for (const file of scripts) says(file, from, to)()
}
export const removes = (file: string) => () => rmSync(path.join(copy, file))
export const weighs = (file: string, bytes: number) => () => {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
  writeFileSync(path.join(copy, file), '')
  truncateSync(path.join(copy, file), bytes)
}
/** Code that the page of the look-up runs when it is there: `this` is the page. */
export const runs = (moment: 'onLoad' | 'onReady', code: string) =>
  edit(
    `${PAGE}.js`,
    (text) => `var real=Page;(function(Page){${text}
})(function(page){var own=page.${moment};page.${moment}=function(){${code};if(own)own.apply(this,arguments)};real(page)})`,
  )
export const draws = (wxml: string) => adds(`${PAGE}.wxml`, wxml)
export const both =
  (...changes: (() => void)[]) =>
  () => {
    for (const change of changes) change()
  }
export const appJson = (change: (app: { pages: string[]; subPackages: object[]; [key: string]: unknown }) => object) =>
  edit('app.json', (text) => JSON.stringify(change(JSON.parse(text))))

/**
 * The rules that break, of those that look at files and of those that look as the named one does. What is only drawn
 * differently is not looked at as files again: that takes minutes.
 */
export async function broken(sight: Sight, server?: string, names = SCREEN): Promise<string[]> {
  const build = readBuild(copy, { server, names })
  const verdicts = await judge(
    RULES.filter(({ needs }) => needs === sight || (needs === 'files' && sight !== 'browser')),
    build,
  )
  return verdicts.filter((verdict) => stateOf(verdict) === 'broken').map(({ rule }) => rule.name)
}

export const NAME = {
  COMPILES: 'every template and style compiles, without a warning',
  NAMED: 'app.json, and every file it and the pages name, is there',
  CHECKED: 'the project passes the schema and the code quality check',
  EACH: 'the main package and each sub-package are at most 2 MB',
  TOTAL: 'all packages together are at most 20 MB',
  BUDGET: 'each package keeps our own budget',
  ACTIVE: 'no :active, which sticks; hover-class instead',
  INERTIA: 'what scrolls by style scrolls with inertia on iOS',
  SAFE: 'what is fixed to the bottom keeps clear of the safe area',
  UNUSED: 'at most 2 KB of each style are for nothing',
  GIVEN_UP: 'no interface that WeChat has given up',
  NEWER: 'no interface newer than the base library of the project',
  OPEN: 'no address without encryption',
  SERVER: 'built for the server in MINHU_SERVER, encrypted',
  PRIVATE: 'what cloud/privacy.json declares is what the scripts use',
  LOCATION: 'requiredPrivateInfos names the location interfaces that are used',
  PERMISSION: 'each permission is explained, in at most 30 characters',
  CALLS: 'setData: no more than 20 calls and 256 KB a call',
  OPENING: 'a screen opens with at most 2 setData and 20 KB',
  BOUND: 'every name in setData is bound in a template',
  HUGE: 'fewer than 1000 nodes, less than 30 deep, at most 60 children',
  LARGE: 'fewer than 600 nodes, less than 25 deep, at most 50 children',
  REQUESTS: 'a screen asks for its data with at most 10 requests',
  WRONG: 'nothing goes wrong while a screen opens',
  OPENED: 'every page is opened by this audit',
  REACHED: 'every page can be reached, by a route or the tab bar',
  RESIZABLE: 'no page says it fits every window size without being made to',
  TINY: 'everything to tap is at least 20 × 20',
  SMALL: 'everything to tap is at least 44, in care mode 60',
  PALE: 'words stand out from their ground, 4.5 : 1, large ones 3 : 1',
  BENT: 'pictures keep their shape',
  WIDE: 'nothing is wider than the screen',
  CUT: 'no words are cut off',
} as const

export type Row = [what: string, rules: string[], change: () => void]

export const sorted = (names: readonly string[]) => [...names].sort()

/** A page's files under another name, as a page of its own. */
export const copies = (from: string, to: string) => () => {
  for (const end of ['.js', '.json', '.wxml']) cpSync(path.join(copy, from + end), path.join(copy, to + end))
}

/** The rules that can be judged, look in one of these ways, and that no change breaks. */
export function unbroken(needs: Rule['needs'][], changed: readonly string[]): string[] {
  const judged = RULES.filter((rule) => !unmeasured.includes(rule) && needs.includes(rule.needs))
  return judged.map(({ name }) => name).filter((name) => !changed.includes(name))
}
