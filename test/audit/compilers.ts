/** WeChat's own programs over the output: wcc and wcsc, and the project checker of miniprogram-ci. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { compile } from '../weapp/compile'
import { checkManifest } from '../weapp/manifest'
import type { Build } from './build'
import { type Finding, type Found, type Rule, skip } from './rule'

const TOOLS = 'cloud/tools'
/** They are large, so they are installed apart, and only by those who want them. */
export const TOOLS_ARE_THERE = existsSync(path.join(TOOLS, 'node_modules/miniprogram-ci'))
const PATIENCE = 120_000

export const compilers: Rule[] = [
  {
    name: 'every template and style compiles, without a warning',
    source: "WeChat's wcc and wcsc",
    needs: 'files',
    check({ dist }) {
      const compiled = compile(dist)
      const said = compiled.ok ? compiled.warnings : compiled.complaints
      return said.map(({ file, line, message }) => ({ file, line, thing: message }))
    },
  },
  {
    name: 'app.json, and every file it and the pages name, is there',
    source: 'framework/config',
    needs: 'files',
    check({ dist, manifest, files }) {
      const named = checkManifest(dist, manifest).map(({ file, message }) => ({ file, thing: message }))
      const bare = manifest.pages
        .filter((page) => !files.includes(`${page}.json`))
        .map((page) => ({ file: `${page}.json`, thing: 'is missing: the page would lose its components and settings' }))
      return [...named, ...bare]
    },
  },
  {
    name: 'the project passes the schema and the code quality check',
    source: 'miniprogram-ci 2.1.42, offline',
    needs: 'checker',
    check: checkProject,
  },
]

const Report = v.object({
  refused: v.optional(v.string()),
  quality: v.array(v.object({ name: v.string(), success: v.boolean(), text: v.string() })),
  reached: v.array(v.string()),
})

/** In a process of its own, on a copy laid out as the project is: the real project.config.json above dist/weapp. */
async function checkProject({ dist }: Build): Promise<Found> {
  if (!TOOLS_ARE_THERE) return skip(`npm ci --prefix ${TOOLS}`)
  const project = mkdtempSync(path.join(tmpdir(), 'minhu-project-'))
  try {
    cpSync('project.config.json', path.join(project, 'project.config.json'))
    cpSync(dist, path.join(project, miniprogramRoot()), { recursive: true })
    rmSync(path.join(project, miniprogramRoot(), 'project.config.json'), { force: true })
    const { stdout } = await promisify(execFile)('node', [path.join(TOOLS, 'check.js'), project], {
      timeout: PATIENCE,
      maxBuffer: 64 << 20,
    })
    return findingsIn(v.parse(Report, JSON.parse(stdout.trim().split('\n').at(-1) ?? '')), project)
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}

function findingsIn({ refused, quality, reached }: v.InferOutput<typeof Report>, project: string): Finding[] {
  const file = 'project.config.json'
  return [
    ...(refused === undefined ? [] : [{ file: 'app.json', thing: refused.replaceAll(project, '').trim() }]),
    ...quality.filter(({ success }) => !success).map(({ name, text }) => ({ file, thing: `${name}: ${text}` })),
    ...reached.map((address) => ({ file, thing: `the checker asked for ${address}: it must work without a network` })),
  ]
}

function miniprogramRoot(): string {
  return v.parse(v.object({ miniprogramRoot: v.string() }), JSON.parse(readFileSync('project.config.json', 'utf8')))
    .miniprogramRoot
}
