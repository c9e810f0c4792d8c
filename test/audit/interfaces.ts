/** Which of WeChat's interfaces the scripts call, against what the official typings say of each. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import * as v from 'valibot'
import { around, type Build, lineAt } from './build'
import { type Finding, type Rule, skip } from './rule'

export type Use = { name: string; file: string; line: number; thing: string }

/** Methods of wx by these names that the scripts call. A method of another thing by such a name counts too. */
export function usesOf(build: Build, names: readonly string[]): Use[] {
  if (names.length === 0) return []
  const call = new RegExp(`\\.(${names.join('|')})\\)?\\(`, 'g')
  return build.ending('.js').flatMap((file) => {
    const text = build.text(file)
    return [...text.matchAll(call)].map((match) => ({
      name: match[1] ?? '',
      file,
      line: lineAt(text, match.index),
      thing: around(text, match.index, match[0].length),
    }))
  })
}

type Documented = { since: string; old: boolean }

/** Every method of `wx` with the base library it came with, and whether it is given up: from the official typings. */
export function documented(): ReadonlyMap<string, Documented> {
  table ??= readTypings()
  return table
}
let table: Map<string, Documented> | undefined

function readTypings(): Map<string, Documented> {
  const folder = path.dirname(createRequire(__filename).resolve('miniprogram-api-typings/package.json'))
  const file = path.join(folder, 'types/wx/lib.wx.api.d.ts')
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const methods = new Map<string, Documented>()
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit)
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'Wx') return
    for (const member of node.members) {
      if (!ts.isMethodSignature(member) || !ts.isIdentifier(member.name)) continue
      const comment = source.text.slice(member.pos, member.name.getStart(source))
      const since = /^[\s*]*需要基础库： `([\d.]+)`/m.exec(comment)?.[1] ?? '1.0.0'
      methods.set(member.name.text, { since, old: /@deprecated|该接口已停止维护/.test(comment) })
    }
  }
  visit(source)
  return methods
}

export const interfaces: Rule[] = [
  {
    name: 'no interface that WeChat has given up',
    source: 'audits 22, weight 3; typings 5.2.3',
    needs: 'files',
    check(build) {
      const old = [...documented()].filter(([, about]) => about.old).map(([name]) => name)
      return usesOf(build, old).map(({ file, line, name, thing }) => ({ file, line, thing: `wx.${name}: ${thing}` }))
    },
  },
  {
    name: 'no interface newer than the base library of the project',
    source: 'audits 25, weight 0; typings 5.2.3',
    needs: 'files',
    check(build) {
      const library = libraryOfProject()
      const newer = [...documented()].filter(([, { since }]) => isOlder(library, since))
      const since = new Map(newer.map(([name, about]) => [name, about.since]))
      return usesOf(build, [...since.keys()]).map(({ file, line, name }) => ({
        file,
        line,
        thing: `wx.${name} needs ${since.get(name)}, the project says ${library}`,
      }))
    },
  },
  {
    name: 'no address without encryption',
    source: 'audits 23, weight 1',
    needs: 'files',
    check: (build) => openAddresses(build).filter(({ thing }) => !LOOPBACK.test(thing) && !NAME.test(thing)),
  },
  {
    name: 'built for the server in MINHU_SERVER, encrypted',
    source: 'audits 23, weight 1; ability/network',
    needs: 'files',
    check(build) {
      const { server } = build
      const own = openAddresses(build).filter(({ thing }) => LOOPBACK.test(thing))
      if (!server) return skip(`MINHU_SERVER is not set: a development build, of ${own[0]?.thing ?? 'no address'}`)
      const named = build.ending('.js').some((file) => build.text(file).includes(server))
      const elsewhere = named ? [] : [{ file: build.dist, thing: `speaks nowhere of ${server}` }]
      const open = /^https:/.test(server) ? [] : [{ file: 'MINHU_SERVER', thing: `${server} is not https` }]
      return [...own, ...elsewhere, ...open]
    },
  },
]

/** What a workbook calls its parts: nothing is ever asked of it. */
const NAME = /^http:\/\/schemas\.openxmlformats\.org\//
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])/

/** Names of namespaces look like addresses and are never visited. */
function openAddresses(build: Build): Finding[] {
  const files = build.files.filter((file) => /\.(js|wxml|wxs|wxss|json)$/.test(file))
  return files.flatMap((file) => {
    const text = build.text(file)
    return [...text.matchAll(/\b(?:http|ws):\/\/[\w[][^\s"'`\\)]*/g)]
      .filter(([address]) => !address.startsWith('http://www.w3.org/'))
      .map((match) => ({ file, line: lineAt(text, match.index), thing: match[0] }))
  })
}

function libraryOfProject(): string {
  return v.parse(v.object({ libVersion: v.string() }), JSON.parse(readFileSync('project.config.json', 'utf8')))
    .libVersion
}

function isOlder(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number))
  const differs = [0, 1, 2].find((part) => (left?.[part] ?? 0) !== (right?.[part] ?? 0))
  return differs !== undefined && (left?.[differs] ?? 0) < (right?.[differs] ?? 0)
}
