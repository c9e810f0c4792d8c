import * as v from 'valibot'

/** What the environment may set. Anything wrong stops the process before it serves anybody. */
const Environment = v.object({
  MINHU_MODE: v.optional(v.picklist(['demo', 'production']), 'production'),
  MINHU_HOST: v.optional(v.string(), '127.0.0.1'),
  MINHU_PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535)), '8750'),
  /** Folder of the embedded database and the pictures. */
  MINHU_VAR: v.optional(v.string(), './var'),
  /** postgres://… ; without it the embedded database is used. */
  MINHU_DATABASE: v.exactOptional(v.pipe(v.string(), v.startsWith('postgres'))),
  /** Signs the addresses of pictures; at least 32 characters. */
  MINHU_SECRET: v.exactOptional(v.pipe(v.string(), v.minLength(32))),
  /** Where phones and WeChat reach this host: https://… without a slash at the end. WeChat fetches pictures there to check them. */
  MINHU_ORIGIN: v.exactOptional(v.pipe(v.string(), v.regex(/^https:\/\/[^/\s]+$/))),
  /** The mini program in front of this server: who is there, messages, content security. Both or neither. */
  MINHU_WECHAT_APPID: v.exactOptional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/))),
  MINHU_WECHAT_SECRET: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{32}$/))),
  /** The message push of the mini program to /wechat/push; with the key it is sealed (安全模式), as it should be. */
  MINHU_WECHAT_TOKEN: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{3,32}$/))),
  MINHU_WECHAT_AESKEY: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{43}$/))),
  /** How many proxies stand in front and are believed when they name the caller's address. */
  MINHU_PROXIES: v.optional(v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)), '0'),
})
export type Environment = v.InferOutput<typeof Environment>

/** Throws one Error that names every wrong variable, without its value. */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const known = Object.fromEntries(
    Object.keys(Environment.entries).flatMap((key) => (env[key] ? [[key, env[key]]] : [])),
  )
  const result = v.safeParse(Environment, known)
  if (!result.success)
    throw new Error(`Environment: ${result.issues.map((issue) => `${v.getDotPath(issue)} ${issue.type}`).join(', ')}`)
  if (result.output.MINHU_MODE === 'production' && !result.output.MINHU_SECRET)
    throw new Error('Environment: MINHU_SECRET is needed in production')
  const { MINHU_WECHAT_APPID: appid, MINHU_WECHAT_SECRET: secret, MINHU_WECHAT_TOKEN: token } = result.output
  if (!appid !== !secret || (token && !appid))
    throw new Error('Environment: MINHU_WECHAT_APPID and MINHU_WECHAT_SECRET belong together, and the others to them')
  return result.output
}
