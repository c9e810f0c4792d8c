/** A deployment without WeChat: a recording stand-in for miniprogram-ci (the real upload needs a real account), and builds that take no time. */
import { indexDefinitions } from '@/drivers/wechat'
import { manifest } from '@/server/manifest'
import type { Ci } from '../../cloud/ci'
import { type Deploying, deployFrom } from '../../cloud/deploy-run'
import { askWeixin } from '../../cloud/tcb'
import type { Workshop } from '../../cloud/workshop'
import { APPID, type FakeTcb, SECRET } from './fake-tcb'

export const DEPLOYMENT = {
  appid: APPID,
  environment: 'minhu-1a2b3c',
  storage: 'cloud://minhu-1a2b3c.6d69-minhu-1a2b3c-1250000000',
  uploadKey: '/keys/private.key',
  version: '1.2.3',
  description: '首次发布',
}
export const told = (
  change: object = {},
  env: Record<string, string | undefined> = { MINHU_WECHAT_SECRET: SECRET },
) => ({
  file: JSON.stringify({ ...DEPLOYMENT, ...change }),
  env,
  read: (file: string) => (file === DEPLOYMENT.uploadKey ? '-----BEGIN RSA PRIVATE KEY-----' : undefined),
})
const DISTRICT = { id: 'yours', sample: false }

export const INDEXED = indexDefinitions(manifest).filter(({ create_indexes }) => create_indexes.length)

const quickly = (clean: boolean): Workshop => ({
  functions: async (_, names) =>
    names.map((name) => ({
      ...{ name, folder: `dist/${name}`, bytes: 1000, timeout: 20, permissions: [] },
      triggers: name === 'timer' ? [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }] : [],
    })),
  program: async () => ({ project: '/project', files: 10, bytes: 400_000 }),
  audit: async () => ({ clean, report: 'BROKEN' }),
})

/** What was uploaded, in order. `failAt` refuses one of them. */
export function recordingCi() {
  const uploads: string[] = []
  let failAt: string | undefined
  const record = async (what: string) => {
    if (what === failAt) throw new Error('upload refused')
    uploads.push(what)
  }
  const ci: Ci = {
    uploadFunction: (name) => record(name),
    createTrigger: async (name) => {
      const first = !uploads.includes(`timer of ${name}`)
      await record(`timer of ${name}`)
      return first
    },
    uploadProgram: () => record('mini program'),
  }
  return {
    ci,
    uploads,
    fail(what: string | undefined): void {
      failAt = what
    },
  }
}

export type Run = { code: number; output: string }
type Changes = Partial<Pick<Deploying, 'told' | 'district' | 'tools'>> & { clean?: boolean }

/** `npm run deploy:wechat -- <given>` against the fake; all that was printed is in `output`. */
export async function deploying(
  given: string[],
  tcb: FakeTcb,
  ci: Ci = recordingCi().ci,
  { clean = true, ...changes }: Changes = {},
): Promise<Run> {
  const lines: string[] = []
  const code = await deployFrom({
    ...{ given, told: told(), district: DISTRICT, tools: true, workshop: quickly(clean) },
    ask: ({ appid }, secret) => askWeixin({ appid, secret }, tcb.url),
    ci: () => ci,
    say: (line) => void lines.push(line),
    ...changes,
  })
  return { code, output: lines.join('\n') }
}
