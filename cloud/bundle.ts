/** Makes each cloud function one file, and what the database and the storage are to be told. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { indexDefinitions } from '@/drivers/wechat'
import { manifest } from '@/server/manifest'
import { databaseRules, functionRules, storageRules } from './rules'

export const FUNCTIONS = ['api', 'timer', 'push'] as const

/** The folder that WeChat's tools upload, and how the environment's file ids begin (`cloud://<environment>.<bucket>`). */
export type Target = { folder: string; storage: string }

/** Only what must run on the machine it was made for stays outside: the cloud installs it from package.json. */
const OUTSIDE = ['sharp']

export async function buildFunctions({ folder, storage }: Target): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(FUNCTIONS.map((name) => [`${name}/index`, `src/hosts/wechat/${name}.ts`])),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    // The log names the kind of an error.
    keepNames: true,
    external: OUTSIDE,
    legalComments: 'none',
    define: { 'process.env.MINHU_STORAGE': JSON.stringify(storage) },
    logLevel: 'warning',
  })
}

/** What is set up beside the functions, as JSON to be uploaded or pasted into the console. */
export async function writeSettings(folder: string): Promise<void> {
  const settings = { indexes: indexDefinitions(manifest), databaseRules, storageRules, functionRules }
  await mkdir(folder, { recursive: true })
  for (const [name, value] of Object.entries(settings)) {
    await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)
  }
}
