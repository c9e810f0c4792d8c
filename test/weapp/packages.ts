/** The packages of a built mini program: what is uploaded and downloaded together. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { filesUnder } from './compile'
import { PACKAGE } from './limits'

export type Package = { root: string; name: string; files: string[]; bytes: number; budget: number }

/** The main package first. Files that are not uploaded (maps, licence texts) are in none. */
export function packagesOf(dist: string): Package[] {
  const roots = rootsIn(dist)
  const files = filesUnder(dist).filter((file) => !/\.(map|txt)$/.test(file))
  const rootOf = (file: string) => roots.find((root) => file.startsWith(`${root}/`)) ?? ''
  return ['', ...roots].map((root) => {
    const own = files.filter((file) => rootOf(file) === root)
    const bytes = own.reduce((total, file) => total + statSync(path.join(dist, file)).size, 0)
    return { root, name: root || 'main package', files: own, bytes, budget: root ? PACKAGE.sub : PACKAGE.main }
  })
}

function rootsIn(dist: string): string[] {
  const app: { subPackages?: { root: string }[] } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  return (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
}
