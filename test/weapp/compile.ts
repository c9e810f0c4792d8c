// WeChat's own template and style compilers (wcc, wcsc) over a whole output folder. What they object to is a value.

import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix, sep } from 'node:path'

export interface Complaint {
  file: string
  line: number
  column: number
  message: string
}

/** The virtual tree a template makes of data, as wcc's code gives it. */
export type Template = (data: unknown) => WccNode
export interface WccNode {
  tag: string
  attr?: Record<string, unknown>
  children: (WccNode | string | number)[]
}

/** `warnings`: what the compilers said although they went through with it. */
export type Compiled = { ok: true; code: string; warnings: Complaint[] } | { ok: false; complaints: Complaint[] }

// What wcc's code leaves in the global scope. Kept local: its cache there would give one phone another's templates.
const WCC_GLOBALS = ['__WXML_GLOBAL__', '$gwx', '$gwn', '$gwl', 'wh', 'gra', 'grb']

// wxs adds its own names (nv_length, …) to the prototypes of the language, which can be done once in a process.
const wccState = () => ({
  get wxs_nf_init() {
    return 'nv_length' in Function.prototype ? true : undefined
  },
  set wxs_nf_init(_done) {},
})

const MOST_OUTPUT = 256 << 20

export function compile(dist: string): Compiled {
  const files = filesUnder(dist)
  const templates = runWcc(
    dist,
    files.filter((file) => /\.(wxml|wxs)$/.test(file)),
  )
  const styles = checkStyles(
    dist,
    files.filter((file) => file.endsWith('.wxss')),
  )
  const complaints = [
    ...(templates.ok ? [] : templates.complaints),
    ...styles.complaints,
    ...missingImports(
      dist,
      files.filter((file) => file.endsWith('.wxml')),
    ),
  ]
  if (!templates.ok || complaints.length > 0) return { ok: false, complaints }
  return { ...templates, warnings: [...templates.warnings, ...styles.warnings] }
}

/** Turns wcc's code into a look-up from a file to its template. `warn` hears what templates say while they draw. */
export function loadTemplates(code: string, warn: (message: string) => void): (file: string) => Template | undefined {
  // Not in a vm context of its own: wxs code compares constructors, so it must share our Array and Object.
  const evaluate = new Function('window', 'console', ...WCC_GLOBALS, `${code};return $gwx`)
  // The oldest tree format wcc can give is the one j-component reads.
  const view = { __webview_engine_version__: 0.02 }
  // Only its warnings matter: what it logs before it throws is in the error too.
  const sink = { warn: (...parts: unknown[]) => warn(parts.join(' ')), log() {}, error() {} }
  const gwx = evaluate(view, sink, wccState())
  return (file) => {
    const template = gwx(file)
    return typeof template === 'function' ? (data) => template(data, {}, {}) : undefined
  }
}

export function describeComplaints(complaints: readonly Complaint[]): string {
  return complaints.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n')
}

function runWcc(dist: string, files: string[]): Compiled {
  if (files.length === 0) return { ok: true, code: 'var $gwx = function () {}', warnings: [] }
  const { status, stdout, stderr } = run(dist, 'wcc', ['-d', '-cc', '0', ...files, '-gn', '$gwx'])
  const said = parseComplaints(stderr, /^(.+?):(\d+):(\d+):\s*(.*)$/)
  return status === 0 ? { ok: true, code: stdout, warnings: said } : { ok: false, complaints: orSilence(said) }
}

function checkStyles(dist: string, files: string[]): { complaints: Complaint[]; warnings: Complaint[] } {
  if (files.length === 0) return { complaints: [], warnings: [] }
  const { status, stderr } = run(dist, 'wcsc', ['-lc', ...files])
  const said = parseComplaints(stderr, /^(.+?)\((\d+):(\d+)\):\s*(.*)$/)
  return status === 0 ? { complaints: [], warnings: said } : { complaints: orSilence(said), warnings: [] }
}

// wcc compiles an import of a file that is not there and only speaks when the page is drawn.
function missingImports(dist: string, files: string[]): Complaint[] {
  return files.flatMap((file) =>
    readFileSync(join(dist, file), 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(/<(?:import|include)\s[^>]*?src="([^"{]+)"/g)]
          .filter(([, source = '']) => !existsSync(join(dist, fromFile(file, source))))
          .map((match) => ({
            file,
            line: index + 1,
            column: match.index + 1,
            message: `imports ${match[1]}, which is not there`,
          })),
      ),
  )
}

/** A path written in a file of the output, made relative to the output's root. */
export function fromFile(file: string, path: string): string {
  return path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(posix.dirname(file), path)
}

function parseComplaints(stderr: string, form: RegExp): Complaint[] {
  const lines = stderr
    .split('\n')
    .map((line) => line.replace(/^ERR:\s*/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('error file count'))
  return lines.map((text) => {
    const [, file, line, column, message] = form.exec(text) ?? []
    if (file === undefined) return { file: /from `(.+?)`/.exec(text)?.[1] ?? '?', line: 0, column: 0, message: text }
    return { file, line: Number(line), column: Number(column), message: message ?? '' }
  })
}

function orSilence(said: Complaint[]): Complaint[] {
  return said.length > 0 ? said : [{ file: '?', line: 0, column: 0, message: 'the compiler failed silently' }]
}

function run(cwd: string, name: 'wcc' | 'wcsc', args: string[]) {
  const { status, stdout, stderr, error } = spawnSync(binary(name), args, { cwd, maxBuffer: MOST_OUTPUT })
  if (error) throw new Error(`cannot run ${name}: ${error.message}`)
  return { status, stdout: stdout.toString(), stderr: stderr.toString() }
}

function binary(name: string): string {
  const folder = { darwin: 'mac', win32: 'windows' }[process.platform as string] ?? 'linux'
  const packageFolder = join(createRequire(__filename).resolve('miniprogram-compiler/package.json'), '..')
  const file = join(packageFolder, 'bin', folder, folder === 'windows' ? `${name}.exe` : name)
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755) // npm publishes it without the executable bit
  }
  return file
}

/** Every file, by its path from the folder, with forward slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length))
    .map((file) => file.split(sep).filter(Boolean).join('/'))
    .sort()
}
