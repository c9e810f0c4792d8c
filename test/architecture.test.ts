/**
 * The shape of the source, kept by a machine. The tables below are the rules of design.md, part 1; each source file has
 * its own test, so that a failure names it. At the end every rule is shown code that it must refuse.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Who may import whom. A folder may always import itself. `app` is what lies in src itself; `assets` are pictures. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  contract: ['core'],
  client: ['contract'],
  ui: ['contract', 'client', 'assets'],
  pages: ['contract', 'client', 'ui', 'assets'],
  desk: ['contract', 'client', 'ui', 'assets'],
  office: ['contract', 'client', 'ui', 'assets'],
  app: ['contract', 'client', 'ui'],
  server: ['contract', 'core'],
  drivers: ['server/ports'],
  providers: ['server/ports'],
  district: ['core', 'contract'],
  hosts: ['server', 'drivers', 'providers', 'district', 'contract', 'core'],
}

/** Packages, for the folders that are choosy. Nothing that a phone runs may need Node. */
const MAY_USE: Record<string, RegExp> = {
  core: /^$/,
  contract: /^valibot$/,
  server: /^(valibot$|node:(crypto|util)$)/,
  client: /^(?!node:)/,
  ui: /^(?!node:)/,
  pages: /^(?!node:)/,
  desk: /^(?!node:)/,
  office: /^(?!node:)/,
  app: /^(?!node:)/,
}

/** Network, storage, position and camera are reached by src/client alone. */
const DEVICE =
  'request|uploadFile|downloadFile|connectSocket|cloud|login|requestSubscribeMessage|(?:batch)?(?:set|get|remove|clear)Storage\\w*|getFuzzyLocation|getLocation|chooseLocation|choosePoi|(?:start|stop|on|off)Location\\w*|choose(?:Image|Media|Video|MessageFile)|createCameraContext|getRecorderManager|scanCode|getFileSystemManager|saveFile\\w*'
const TOUCHES_DEVICE = [
  new RegExp(`\\b(?:Taro|wx)\\s*\\??\\.\\s*(?:${DEVICE})\\b`),
  new RegExp(`import\\s*\\{[^}]*\\b(?:${DEVICE})\\b[^}]*\\}\\s*from\\s*['"]@tarojs/taro['"]`),
  new RegExp(`\\{[^}]*\\b(?:${DEVICE})\\b[^}]*\\}\\s*=\\s*(?:Taro|wx)\\b`),
  /\b(?:fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|localStorage|sessionStorage|indexedDB|navigator\s*\.\s*(?:geolocation|mediaDevices|sendBeacon))/,
]

/** Names that say nothing. */
const BARRED = /^(utils?|helpers?|commons?|misc|bases?|managers?|impl|data|infos?|temp|tmp)$/

/** Time and chance are arguments of a rule, never its own. `new Date(moment)` is arithmetic and fine. */
const IMPURE =
  /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?!\w|\())|(?<!new )\bDate\(|\bMath\.random\b|\bperformance\b|\bprocess\b|\bcrypto\b|\bawait\b/

const MOST_LINES = 300

type Source = { file: string; text: string }

const folderOf = (file: string): string => (file.split('/').length > 2 ? (file.split('/')[1] ?? '') : 'app')
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('test/')

/** Every path a file imports, as a value, a type, a re-export, a dynamic import or a require. */
const importsOf = ({ text }: Source): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)

/** src/… for our own files, the name itself for a package. */
function targetOf(file: string, imported: string): string {
  if (imported.startsWith('@/')) return `src/${imported.slice(2)}`
  return imported.startsWith('.') ? path.join(path.dirname(file), imported) : imported
}

function wrongImports(source: Source): string[] {
  const folder = folderOf(source.file)
  const allowed = MAY_IMPORT[folder]
  if (!allowed) return [`src/${folder} is in no table`]
  return importsOf(source).filter((imported) => {
    const target = targetOf(source.file, imported)
    if (target === imported) return !(MAY_USE[folder] ?? /./).test(imported)
    const own = folder === 'app' ? /^src\/[^/]+$/.test(target) : target.startsWith(`src/${folder}/`)
    return !own && !allowed.some((may) => target === `src/${may}` || target.startsWith(`src/${may}/`))
  })
}

const printer = ts.createPrinter({ removeComments: true })
const parsed = ({ file, text }: Source) =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
const withoutComments = (source: Source): string => printer.printFile(parsed(source))

const touchesDevice = (source: Source): string[] => {
  const code = withoutComments(source)
  return TOUCHES_DEVICE.flatMap((pattern) => pattern.exec(code)?.[0] ?? [])
}

const impurities = (source: Source): string[] => IMPURE.exec(withoutComments(source)) ?? []

function anys(source: Source): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(node.parent.getText())
    ts.forEachChild(node, visit)
  }
  visit(parsed(source))
  return [...found, ...(source.text.match(/^\s*(?:\/\/|\/?\*)\s*@ts-(?:ignore|nocheck|expect-error)/gm) ?? [])]
}

/** ticketUtils.ts, date-helpers.ts, common/index.ts, … */
const barredNames = (file: string): string[] =>
  file.split(/[/._-]|(?<=[a-z])(?=[A-Z])/).filter((word) => BARRED.test(word.toLowerCase()))

const linesOf = ({ text }: Source): number => text.trimEnd().split('\n').length

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
    .filter((file) => /\.(ts|tsx|css|json|js)$/.test(file) && !/node_modules|\/fixture\//.test(file))
    .sort()
const read = (file: string): Source => ({ file, text: readFileSync(file, 'utf8') })

const everything = [...filesIn('src'), ...filesIn('test')]
const typescript = everything.filter((file) => /\.tsx?$/.test(file))
const shipped = typescript.filter((file) => file.startsWith('src/') && !isTest(file))
const screens = shipped.filter(
  (file) => !['client', 'server', 'drivers', 'providers', 'hosts'].includes(folderOf(file)),
)

describe('imports', () => {
  it.each(shipped)('%s imports only what its folder may', (file) => {
    expect(wrongImports(read(file))).toEqual([])
  })
})

describe('the device', () => {
  it.each(screens)('%s leaves network, storage, position and camera to src/client', (file) => {
    expect(touchesDevice(read(file))).toEqual([])
  })
})

describe('the rules', () => {
  it.each(shipped.filter((file) => folderOf(file) === 'core'))('%s takes time and chance as arguments', (file) => {
    expect(impurities(read(file))).toEqual([])
  })
})

describe('types', () => {
  it.each(typescript)('%s knows what it is talking about: no any, nothing ignored', (file) => {
    expect(anys(read(file))).toEqual([])
  })
})

describe('names', () => {
  it.each(everything)('%s says what it holds', (file) => {
    expect(barredNames(file)).toEqual([])
  })
})

describe('length', () => {
  it.each(typescript.filter((file) => file.startsWith('src/') && folderOf(file) !== 'district'))(
    `%s has at most ${MOST_LINES} lines`,
    (file) => {
      expect(linesOf(read(file))).toBeLessThanOrEqual(MOST_LINES)
    },
  )
})

describe('these rules themselves', () => {
  it.each([
    ['src/core/a.ts', "import { store } from '@/server/ports'"],
    ['src/core/a.ts', "import type { Store } from '../server/ports'"],
    ['src/core/a.ts', "import * as v from 'valibot'"],
    ['src/core/a.ts', "import { createHash } from 'node:crypto'"],
    ['src/core/a.ts', "import { seed } from '../../test/situations'"],
    ['src/contract/a.ts', "export { load } from '@/server/tickets'"],
    ['src/contract/a.ts', "import sharp from 'sharp'"],
    ['src/client/a.ts', "import { may } from '@/core/ticket'"],
    ['src/client/a.ts', "const rules = await import('@/core/ticket')"],
    ['src/client/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['src/ui/a.tsx', "import { Report } from '../pages/report'"],
    ['src/ui/a.tsx', "import { LIFECYCLE } from '@/core/lifecycle'"],
    ['src/pages/home/a.tsx', "import { Queue } from '../../desk/queue'"],
    ['src/pages/home/a.tsx', "import type { Ticket } from '@/core/ticket'"],
    ['src/pages/home/a.tsx', "type Ticket = import('@/core/ticket').Ticket"],
    ['src/desk/queue/a.tsx', "import { Home } from '@/pages/home'"],
    ['src/server/a.ts', "import { openSqlite } from '@/drivers/sql'"],
    ['src/server/a.ts', "import { openSqlite } from '../drivers/sql'"],
    ['src/server/a.ts', "const { openSqlite } = require('@/drivers/sql')"],
    ['src/server/a.ts', "const drivers = await import('../drivers/sql')"],
    ['src/server/a.ts', "import Database from 'libsql'"],
    ['src/server/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['src/drivers/a.ts', "import { load } from '@/server/tickets'"],
    ['src/drivers/a.ts', "import { dayOf } from '@/core/deadline'"],
    ['src/providers/a.ts', "import { openSqlite } from '@/drivers/sql'"],
    ['src/district/x/a.ts', "import { startNode } from '@/hosts/node'"],
    ['src/hosts/a.ts', "import { Home } from '@/pages/home'"],
    ['src/app.tsx', "import { may } from '@/core/ticket'"],
    ['src/app.tsx', "import { Home } from './pages/home'"],
    ['src/services/a.ts', ''],
  ])('%s may not say: %s', (file, text) => {
    expect(wrongImports({ file, text })).not.toEqual([])
  })

  it.each([
    ['src/core/a.ts', "import { dayOf } from './deadline'"],
    ['src/contract/a.ts', "import type { Role } from '@/core/actor'\nimport * as v from 'valibot'"],
    ['src/pages/home/a.tsx', "import { call } from '@/client/call'\nimport Taro from '@tarojs/taro'\nimport './a.css'"],
    ['src/drivers/a.ts', "import type { Store } from '@/server/ports'\nimport pg from 'pg'"],
    ['src/server/a.ts', "import type { Store } from './ports'\nimport { scrypt } from 'node:crypto'"],
    ['src/hosts/a.ts', "import { openSqlite } from '@/drivers/sql'\nimport http from 'node:http'"],
  ])('%s may say: %s', (file, text) => {
    expect(wrongImports({ file, text })).toEqual([])
  })

  it.each([
    'Taro.request({ url })',
    'Taro.requestSubscribeMessage({ tmplIds })',
    'wx.setStorageSync("token", token)',
    'Taro?.getLocation()',
    'const { chooseMedia } = Taro',
    "import { uploadFile } from '@tarojs/taro'",
    'wx.cloud.callFunction({ name })',
    'await fetch("/call/home.open")',
    'localStorage.setItem("token", token)',
    'navigator.geolocation.getCurrentPosition(found)',
  ])('a screen may not say: %s', (text) => {
    expect(touchesDevice({ file: 'src/pages/a.tsx', text })).not.toEqual([])
  })

  it.each([
    'Taro.navigateTo({ url })',
    'Taro.previewImage({ urls })',
    '// fetch() and Taro.request are for src/client',
  ])('a screen may say: %s', (text) => {
    expect(touchesDevice({ file: 'src/pages/a.tsx', text })).toEqual([])
  })

  it.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'performance.now()',
    'await store.get(id)',
  ])('a rule may not say: %s', (text) => {
    expect(impurities({ file: 'src/core/a.ts', text })).not.toEqual([])
  })

  it.each(['new Date(moment).toISOString()', 'Date.parse(moment)', '// not Date.now()', 'new DateRange()'])(
    'a rule may say: %s',
    (text) => {
      expect(impurities({ file: 'src/core/a.ts', text })).toEqual([])
    },
  )

  it.each([
    'const a: any = 1',
    'const a = b as any',
    'function f(a: any[]) {}',
    'type A = Record<string, any>',
    '// @ts-ignore',
  ])('nobody may say: %s', (text) => {
    expect(anys({ file: 'src/a.ts', text })).not.toEqual([])
  })

  it.each(['const any = 1', '// as any', 'const a = "any"'])('anybody may say: %s', (text) => {
    expect(anys({ file: 'src/a.ts', text })).toEqual([])
  })

  it.each([
    'src/core/utils.ts',
    'src/ui/dateHelpers.ts',
    'src/server/common/index.ts',
    'src/client/base-call.ts',
    'test/data.json',
  ])('no file is called %s', (file) => {
    expect(barredNames(file)).not.toEqual([])
  })

  it.each(['src/core/deadline.ts', 'src/ui/database.ts', 'src/server/information.ts'])(
    'a file may be called %s',
    (file) => {
      expect(barredNames(file)).toEqual([])
    },
  )
})
