// app.json: which pages there are, in which package, and whether the files it speaks of exist.

import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Complaint } from './compile'
import { fromFile } from './compile'
import { messageOf } from './device'

export interface Tab {
  pagePath: string
  text: string
}

export interface Manifest {
  pages: string[]
  tabs: Tab[]
  title: string
  /** Everything a page or component may use, tag → path from the root of the output. */
  usingComponents(path: string): Record<string, string>
  configOf(path: string): Record<string, unknown>
  packageOf(file: string): string
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { list: Tab[] }
  usingComponents?: Record<string, string>
  window?: { navigationBarTitleText?: string }
}

export function readManifest(dist: string): Manifest {
  const app = readJson(dist, 'app.json') as unknown as AppJson
  const packages = (app.subPackages ?? app.subpackages ?? []).map(({ root, pages }) => ({
    root: posix.join(root, '/'),
    pages,
  }))
  const configOf = (path: string) => (existsSync(join(dist, `${path}.json`)) ? readJson(dist, `${path}.json`) : {})
  const usedBy = (from: string, table: unknown) =>
    Object.entries((table ?? {}) as Record<string, string>).map(([tag, path]) => [tag, fromFile(from, path)])
  return {
    pages: [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)))],
    tabs: app.tabBar?.list ?? [],
    title: app.window?.navigationBarTitleText ?? '',
    usingComponents: (path) =>
      Object.fromEntries([...usedBy('app', app.usingComponents), ...usedBy(path, configOf(path).usingComponents)]),
    configOf,
    packageOf: (file) => packages.find(({ root }) => file.startsWith(root))?.root.slice(0, -1) ?? '',
  }
}

export function checkManifest(dist: string, manifest: Manifest): Complaint[] {
  const complain = (file: string, message: string) => ({ file, line: 0, column: 0, message })
  const lacking = (path: string) => ['.js', '.wxml'].filter((end) => !existsSync(join(dist, path + end)))
  const pages = manifest.pages.flatMap((page) =>
    lacking(page).map((end) => complain('app.json', `lists the page ${page}, and ${page}${end} is missing`)),
  )
  const tabs = manifest.tabs
    .filter(({ pagePath }) => !manifest.pages.includes(pagePath))
    .map(({ pagePath }) => complain('app.json', `the tab bar leads to ${pagePath}, which is not among the pages`))
  const components = componentsOf(manifest).flatMap(({ user, tag, path }) =>
    lacking(path).map((end) => complain(`${user}.json`, `uses <${tag}> from ${path}, and ${path}${end} is missing`)),
  )
  return [...pages, ...tabs, ...components]
}

function componentsOf(manifest: Manifest): { user: string; tag: string; path: string }[] {
  const seen = new Set<string>()
  const visit = (user: string): { user: string; tag: string; path: string }[] => {
    if (seen.has(user)) return []
    seen.add(user)
    return Object.entries(manifest.usingComponents(user)).flatMap(([tag, path]) => [
      { user, tag, path },
      ...visit(path),
    ])
  }
  return manifest.pages.flatMap(visit)
}

function readJson(dist: string, file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(dist, file), 'utf8'))
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`)
  }
}
