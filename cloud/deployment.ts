/** What a deployment is told: `deployment.json` (cloud/deployment.example.json shows one), and the app's secret from the environment alone. */
import * as v from 'valibot'

export const DEPLOYMENT_FILE = 'deployment.json'
/** The variable that holds the app's secret. It is read here and nowhere else, and never written or printed. */
export const SECRET = 'MINHU_WECHAT_SECRET'

/** One line in both languages, as all lines of the tools in this folder. */
export const both = (zh: string, en: string): string => `${zh} / ${en}`

const Deployment = v.strictObject({
  appid: v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/)),
  environment: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{3,60}$/)),
  storage: v.pipe(v.string(), v.regex(/^cloud:\/\/[a-z0-9-]+\.[a-z0-9-]+$/)),
  uploadKey: v.pipe(v.string(), v.nonEmpty()),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  description: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
})
export type Deployment = v.InferOutput<typeof Deployment>

/** What each entry must be, and where it is found. */
const NEEDED: Record<keyof Deployment, string> = {
  appid: both(
    'appid：小程序的 AppID，wx 加 16 位（公众平台 → 管理 → 开发管理 → 开发设置）',
    "appid: the mini program's, wx and 16 characters",
  ),
  environment: both(
    'environment：云开发环境 ID（云开发控制台 → 设置 → 环境设置）',
    'environment: the id of the cloud environment',
  ),
  storage: both(
    'storage：文件 ID 的开头，cloud://环境.存储桶，末尾无斜杠（云开发控制台 → 存储，任传一个文件看它的 File ID）',
    'storage: how file ids begin, cloud://<environment>.<bucket>, without a slash at the end',
  ),
  uploadKey: both(
    'uploadKey：代码上传密钥文件的路径（开发设置 → 小程序代码上传）',
    'uploadKey: the path of the private key for uploading code',
  ),
  version: both('version：版本号，如 1.0.0', 'version: such as 1.0.0'),
  description: both('description：版本说明，1 到 100 字', 'description: 1 to 100 characters'),
}

const MISSING = both(
  `没有 ${DEPLOYMENT_FILE}：请复制 cloud/deployment.example.json 并填写`,
  `${DEPLOYMENT_FILE} is missing: copy cloud/deployment.example.json and fill it in`,
)
const NO_JSON = both(`${DEPLOYMENT_FILE} 不是正确的 JSON`, `${DEPLOYMENT_FILE} is no JSON`)
const UNKNOWN = both('不认识的项；密钥绝不能写在文件里', 'is not known; a secret must never be in the file')

export type Given = {
  /** The text of deployment.json; undefined where there is none. */
  file: string | undefined
  env: Record<string, string | undefined>
  /** The text of a file; undefined where it cannot be read. */
  read: (file: string) => string | undefined
}
export type Told = { deployment?: Deployment; secret?: string; problems: string[] }

/** Names every problem at once, each with what to do; never a value that could be a secret. */
export function readDeployment(given: Given): Told {
  const secret = given.env[SECRET]
  const right = secret !== undefined && /^[0-9a-f]{32}$/.test(secret)
  const lacking = right ? [] : [secretProblem(secret)]
  const { deployment, problems } = parsed(given.file)
  const wrong = deployment ? mismatches(deployment, given.read) : []
  return { ...(deployment && { deployment }), ...(right && { secret }), problems: [...problems, ...wrong, ...lacking] }
}

function parsed(file: string | undefined): { deployment?: Deployment; problems: string[] } {
  if (file === undefined) return { problems: [MISSING] }
  const json = jsonOf(file)
  if (json === undefined) return { problems: [NO_JSON] }
  const result = v.safeParse(Deployment, json)
  if (result.success) return { deployment: result.output, problems: [] }
  const keys = new Set(result.issues.map((issue) => v.getDotPath(issue) ?? ''))
  return { problems: [...keys].map((key) => (key in NEEDED ? NEEDED[key as keyof Deployment] : `${key}: ${UNKNOWN}`)) }
}

function mismatches({ environment, storage, uploadKey }: Deployment, read: Given['read']): string[] {
  const key = read(uploadKey)
  return [
    ...(storage.startsWith(`cloud://${environment}.`) ? [] : [NEEDED.storage]),
    ...(key?.includes('PRIVATE KEY') ? [] : [NEEDED.uploadKey]),
  ]
}

function secretProblem(secret: string | undefined): string {
  return secret === undefined
    ? both(
        `环境变量 ${SECRET} 未设置：AppSecret，只放在环境变量里`,
        `${SECRET} is not set: the app secret, in the environment alone`,
      )
    : both(`环境变量 ${SECRET} 应为 32 位小写十六进制`, `${SECRET} must be 32 characters of 0-9 and a-f`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
