import * as v from 'valibot'
import { privateKeyOf } from '@/providers'

const Token = v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)))

/** What is read from outside, on every host: a server's environment, or the variables of the cloud functions. */
const OutsideEnvironment = v.object({
  /** Who is asked about the weather; none: nobody. */
  MINHU_WEATHER: v.optional(v.picklist(['open-meteo', 'qweather', 'none']), 'open-meteo'),
  /** Another host with Open-Meteo's API: a copy of one's own. */
  MINHU_OPEN_METEO_URL: v.exactOptional(v.pipe(v.string(), v.regex(/^(https:\/\/[^/\s]+|http:\/\/127\.0\.0\.1:\d+)$/))),
  /** The account's own host at QWeather, without https://. */
  MINHU_QWEATHER_HOST: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w.-]+\.[a-z]+$/))),
  /** Either this key, */
  MINHU_QWEATHER_KEY: Token,
  /** or these three; the private key (Ed25519, PKCS 8) is one line: what stands between the first and last line of its file. */
  MINHU_QWEATHER_PROJECT: Token,
  MINHU_QWEATHER_KEY_ID: Token,
  MINHU_QWEATHER_PRIVATE_KEY: v.exactOptional(
    v.pipe(
      v.string(),
      v.check((line) => privateKeyOf(line) !== null),
    ),
  ),
  /** Congestion on the district's routes; with both keys Tencent is asked. */
  MINHU_TENCENT_MAP_KEY: Token,
  MINHU_AMAP_KEY: Token,
})
export type OutsideEnvironment = v.InferOutput<typeof OutsideEnvironment>

/** Addresses of tiles, encrypted, on hosts that a browser can be told to allow. */
function areTiles(text: string): boolean {
  const addresses = text.split(' ')
  return addresses.length <= 2 && addresses.every(isTile)
}
const isTile = (address: string): boolean =>
  /^https:\/\/[\w.-]+(:\d+)?\/[^\s;,]*$/.test(address) && ['{z}', '{x}', '{y}'].every((part) => address.includes(part))

/** What the environment may set. Anything wrong stops the process before it serves anybody. */
const Environment = v.object({
  ...OutsideEnvironment.entries,
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
  /**
   * The official account (公众号) that goes with it, whose message push leads to /wechat/account. With the secret it may
   * also speak by itself; an account that has not been verified may not, and has none here.
   */
  MINHU_ACCOUNT_APPID: v.exactOptional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/))),
  MINHU_ACCOUNT_SECRET: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{32}$/))),
  MINHU_ACCOUNT_TOKEN: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{3,32}$/))),
  MINHU_ACCOUNT_AESKEY: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z]{43}$/))),
  /**
   * The map of the filing form on the web: where its tiles are, with {z}, {x} and {y}, one address or two with a space
   * between (the ground, and the names on it), and whom they are by. Both or neither.
   */
  MINHU_MAP_TILES: v.exactOptional(v.pipe(v.string(), v.check(areTiles))),
  MINHU_MAP_CREDIT: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  /** How many proxies stand in front and are believed when they name the caller's address. */
  MINHU_PROXIES: v.optional(v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)), '0'),
})
export type Environment = v.InferOutput<typeof Environment>

type Variables = Record<string, string | undefined>

/** Throws one Error that names every wrong variable, without its value. */
export function readEnvironment(env: Variables): Environment {
  const read = parsed(Environment, env)
  if (read.MINHU_MODE === 'production' && !read.MINHU_SECRET)
    throw new Error('Environment: MINHU_SECRET is needed in production')
  const { MINHU_WECHAT_APPID: appid, MINHU_WECHAT_SECRET: secret, MINHU_WECHAT_TOKEN: token } = read
  if (!appid !== !secret || (token && !appid))
    throw new Error('Environment: MINHU_WECHAT_APPID and MINHU_WECHAT_SECRET belong together, and the others to them')
  const { MINHU_ACCOUNT_APPID, MINHU_ACCOUNT_TOKEN, MINHU_ACCOUNT_SECRET, MINHU_ACCOUNT_AESKEY } = read
  if (
    !MINHU_ACCOUNT_APPID !== !MINHU_ACCOUNT_TOKEN ||
    (!MINHU_ACCOUNT_APPID && (MINHU_ACCOUNT_SECRET || MINHU_ACCOUNT_AESKEY))
  )
    throw new Error('Environment: MINHU_ACCOUNT_APPID and MINHU_ACCOUNT_TOKEN belong together, and the others to them')
  if (!read.MINHU_MAP_TILES !== !read.MINHU_MAP_CREDIT)
    throw new Error('Environment: MINHU_MAP_TILES and MINHU_MAP_CREDIT belong together')
  return whole(read)
}

/** The part of it that is about the outside. Throws in the same way. */
export const readOutside = (env: Variables): OutsideEnvironment => whole(parsed(OutsideEnvironment, env))

function parsed<S extends typeof Environment | typeof OutsideEnvironment>(schema: S, env: Variables): v.InferOutput<S> {
  const known = Object.fromEntries(Object.keys(schema.entries).flatMap((key) => (env[key] ? [[key, env[key]]] : [])))
  const result = v.safeParse(schema, known)
  if (result.success) return result.output
  throw new Error(`Environment: ${result.issues.map((issue) => `${v.getDotPath(issue)} ${issue.type}`).join(', ')}`)
}

/** Whoever chose QWeather gave what it needs. */
function whole<E extends OutsideEnvironment>(env: E): E {
  const signs = env.MINHU_QWEATHER_PROJECT && env.MINHU_QWEATHER_KEY_ID && env.MINHU_QWEATHER_PRIVATE_KEY
  if (env.MINHU_WEATHER !== 'qweather' || (env.MINHU_QWEATHER_HOST && (env.MINHU_QWEATHER_KEY || signs))) return env
  throw new Error(
    'Environment: with MINHU_WEATHER=qweather goes MINHU_QWEATHER_HOST, and MINHU_QWEATHER_KEY or the three of a signing key',
  )
}
