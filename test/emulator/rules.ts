/**
 * Security rules: what a phone may do without asking a function. Only what CloudBase documents is understood, so that a
 * rule which works here is one that the cloud promises: docs.cloudbase.net/storage/security-rules (and its page
 * secure_resource) and docs.cloudbase.net/cloud-function/security-rules. They do not hold for the server.
 */
import * as v from 'valibot'

export type Resource = { openid: string; path: string }
type Asking = { openid: string; resource: Resource }
type Rule = (asking: Asking) => boolean
type Operand = (asking: Asking) => unknown

const Expression = v.union([v.boolean(), v.string()])
const StorageRules = v.strictObject({ read: v.optional(Expression, false), write: v.optional(Expression, false) })
/** The pages name other expressions too, but differ about them. These three are on all. */
const Invoke = v.union([v.boolean(), v.literal('auth != null')])
const FunctionRules = v.pipe(
  v.record(v.string(), v.strictObject({ invoke: Invoke })),
  v.check((rules) => '*' in rules, 'the rules of functions need one for *'),
)

export type DeployedRules = { storage?: unknown; functions?: unknown }
export type SecurityRules = ReturnType<typeof securityRules>

/** The rules in force: those of a new environment, until others are deployed. Throws at one it does not understand. */
export function securityRules() {
  let read = ruleOf(true)
  let write = ruleOf('resource.openid == auth.openid')
  let functions: v.InferOutput<typeof FunctionRules> = { '*': { invoke: 'auth != null' } }

  return {
    deploy(rules: DeployedRules): void {
      if (rules.storage !== undefined) {
        const storage = v.parse(StorageRules, rules.storage)
        read = ruleOf(storage.read)
        write = ruleOf(storage.write)
      }
      if (rules.functions !== undefined) functions = v.parse(FunctionRules, rules.functions)
    },
    mayRead: (openid: string, resource: Resource): boolean => read({ openid, resource }),
    mayWrite: (openid: string, resource: Resource): boolean => write({ openid, resource }),
    /** A phone always has an openid, so that "auth != null" holds for it. */
    mayInvoke: (name: string): boolean => (functions[name] ?? functions['*'])?.invoke !== false,
  }
}

const TOKEN = /\s*(==|!=|&&|\|\||\/(?:\\.|[^/\\])+\/[a-z]*\.test\(|\)|'[^'\\]*'|"[^"\\]*"|[a-zA-Z][\w.]*)\s*/y

const VALUES: Record<string, Operand> = {
  auth: () => ({}),
  'auth.openid': ({ openid }) => openid,
  // Only people who came by another way than WeChat have one.
  'auth.uid': () => null,
  'resource.openid': ({ resource }) => resource.openid,
  'resource.path': ({ resource }) => resource.path,
  true: () => true,
  false: () => false,
  null: () => null,
}

/** What an expression means. Brackets and `!` are in no document, and refused. */
export function ruleOf(expression: boolean | string): Rule {
  if (typeof expression === 'boolean') return () => expression
  const tokens = tokensOf(expression)
  const ways = split(tokens, '||').map((way) => split(way, '&&').map((part) => conditionOf(part, expression)))
  return (asking) => ways.some((conditions) => conditions.every((holds) => holds(asking)))
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = []
  const pattern = new RegExp(TOKEN)
  while (pattern.lastIndex < expression.length) {
    const match = pattern.exec(expression)
    if (!match) throw notUnderstood(expression)
    tokens.push(match[1] ?? '')
  }
  return tokens
}

function split(tokens: string[], separator: string): string[][] {
  const parts: string[][] = [[]]
  for (const token of tokens) {
    if (token === separator) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

/** One comparison, or true or false. A bare `/…/.test(…)` counts for nothing in the cloud: it must be compared. */
function conditionOf(tokens: string[], expression: string): Rule {
  if (tokens.length === 1 && (tokens[0] === 'true' || tokens[0] === 'false')) return () => tokens[0] === 'true'
  const at = tokens.findIndex((token) => token === '==' || token === '!=')
  const left = operandOf(tokens.slice(0, Math.max(at, 0)))
  const right = operandOf(tokens.slice(at + 1))
  if (!left || !right) throw notUnderstood(expression)
  const wanted = tokens[at] === '=='
  return (asking) => (left(asking) === right(asking)) === wanted
}

function operandOf(tokens: string[]): Operand | undefined {
  const [first = '', argument, closing] = tokens
  if (first.endsWith('.test(')) {
    const tested = argument === undefined ? undefined : operandOf([argument])
    if (!tested || closing !== ')' || tokens.length !== 3) return undefined
    const slash = first.lastIndexOf('/')
    const pattern = new RegExp(first.slice(1, slash), first.slice(slash + 1, -'.test('.length))
    return (asking) => pattern.test(String(tested(asking)))
  }
  if (tokens.length !== 1) return undefined
  if (/^['"]/.test(first)) return () => first.slice(1, -1)
  return Object.hasOwn(VALUES, first) ? VALUES[first] : undefined
}

const notUnderstood = (expression: string) => new Error(`a security rule that is not understood: ${expression}`)
