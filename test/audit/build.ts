/** A built mini program, read once for all rules. What is slow (running it, drawing it) happens when a rule first asks. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Root } from 'postcss'
import { filesUnder, fromFile } from '../weapp/compile'
import { type Manifest, readManifest } from '../weapp/manifest'
import { type Package, packagesOf } from '../weapp/packages'
import type { ScreenName } from '../weapp/screens'
import { drawScreens, type View } from './draw'
import { type Opened, openScreens } from './open'

export interface Build {
  dist: string
  files: readonly string[]
  text(file: string): string
  json(file: string): unknown
  manifest: Manifest
  packages: readonly Package[]
  /** Whatever may be the name of a class in a file. */
  words(file: string): Set<string>
  /** The JavaScript, or whatever else, by the end of its name. */
  ending(end: string): string[]
  style(file: string): Root
  /** A style with all that it imports, in order. */
  wholeStyle(file: string): string
  screens(): Promise<Opened[]>
  /** Each screen as a browser lays it out; undefined where there is no browser. */
  views(): Promise<View[] | undefined>
  /** The address of the server, when the build is meant for production. */
  server: string | undefined
}

type About = {
  /** The production server it was built for; without one it is a development build. */
  server?: string | undefined
  /** Fewer screens than all, for the tests of the rules. */
  names?: ScreenName[]
}

export function readBuild(dist: string, { server, names }: About = {}): Build {
  if (!existsSync(path.join(dist, 'app.json'))) throw new Error(`${dist}/app.json is missing: npm run build:weapp`)
  const files = filesUnder(dist)
  const text = (file: string) => readFileSync(path.join(dist, file), 'utf8')
  const words = once((file: string) => new Set(text(file).match(/[\w-]+/g)))
  const style = once((file: string) => parsed(text(file), file))
  const wholeStyle = (file: string): string =>
    files.includes(file)
      ? text(file).replace(/@import\s+["']([^"']+)["'];?/g, (_all, source) => wholeStyle(fromFile(file, source)))
      : ''
  const build: Build = {
    ...{ dist, files, text, words, style, wholeStyle, server },
    json: (file) => JSON.parse(text(file)),
    manifest: readManifest(dist),
    packages: packagesOf(dist),
    ending: (end) => files.filter((file) => file.endsWith(end)),
    screens: remembered(() => openScreens(dist, server, names)),
    views: remembered(() => drawScreens(build)),
  }
  return build
}

/** Of a style that cannot be read the compilers' rule speaks; the others see nothing in it. */
function parsed(text: string, file: string): Root {
  try {
    return postcss.parse(text, { from: file })
  } catch {
    return postcss.root()
  }
}

function once<T>(make: (file: string) => T): (file: string) => T {
  const made = new Map<string, T>()
  return (file) => {
    const kept = made.get(file) ?? make(file)
    made.set(file, kept)
    return kept
  }
}

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Where something is in a text, from 1. Our JavaScript is one long line, so the words around it are in `thing`. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** A place in a file with a few of the words around it. */
export function around(text: string, index: number, length: number): string {
  return text
    .slice(Math.max(0, index - 20), index + length + 20)
    .replace(/\s+/g, ' ')
    .trim()
}
