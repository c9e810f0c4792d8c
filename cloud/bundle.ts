/** Makes each cloud function a folder to upload: one file of ours, and what the cloud must install beside it. */
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { leaner } from './leaner'

export const FUNCTIONS = ['api', 'timer', 'push'] as const
/** Looks at a new environment from inside; it is not deployed with the others. */
export const SMOKE = 'smoke'
export type FunctionName = (typeof FUNCTIONS)[number] | typeof SMOKE

/**
 * The folder to make, and how the environment's file ids begin: `cloud://<environment>.<bucket>`. `district` is the file
 * with another district than the sample one.
 */
export type Target = { folder: string; storage: string; district?: string; names?: readonly FunctionName[] }

/** Only what must fit the machine it runs on stays outside: the cloud installs it from package.json. */
const OUTSIDE = ['sharp']

export async function buildFunctions({ folder, storage, district, names = FUNCTIONS }: Target): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, `src/hosts/wechat/${name}.ts`])),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    // The log names the kind of an error.
    keepNames: true,
    external: OUTSIDE,
    // What stays outside is CommonJS too: required when it is first needed.
    supported: { 'dynamic-import': false },
    plugins: [leaner],
    ...(district && { alias: { '@/district/caofeidian/district': path.resolve(district) } }),
    legalComments: 'none',
    define: { 'process.env.MINHU_STORAGE': JSON.stringify(storage) },
    logLevel: 'warning',
  })
  for (const name of names) {
    for (const file of ['package.json', 'config.json']) {
      await copyFile(path.join('cloud/functions', name, file), path.join(folder, name, file))
    }
  }
}
