/** The guide to WeChat's cloud fits the program: what it tells people to type, paste and tick is what the program needs. */
import { readFileSync } from 'node:fs'
import { caofeidian } from '@/district/caofeidian/district'
import { FUNCTIONS, type FunctionName, SMOKE } from '../../cloud/bundle'
import { KNOWN_OPTIONS } from '../../cloud/deploying'
import { SECRET } from '../../cloud/deployment'
import { EXPECTATIONS } from '../../cloud/expectations'
import { LEDGER } from '../../cloud/indexes'
import { databaseRules, functionRules, storageRules } from '../../cloud/settings'
import { readFunction } from '../../cloud/workshop'

const guide = readFileSync('docs/deploy-wechat.md', 'utf8')
const [, toConfirm = ''] = guide.split('## 16.')
const json = (file: string): object => JSON.parse(readFileSync(file, 'utf8'))
/** The cells of the table rows that begin with this one. */
const row = (first: string): string[] =>
  guide
    .split('\n')
    .find((line) => line.startsWith(`| ${first}`))
    ?.split('|')
    .map((cell) => cell.trim()) ?? []

it('the privacy table is cloud/privacy.json', () => {
  const list = json('cloud/privacy.json') as { api: string; declares: string; why: string }[]
  for (const { api, declares, why } of list)
    expect(row(`\`${api}\``).slice(1, 4)).toEqual([`\`${api}\``, declares, why])
  const [, part = ''] = guide.split('## 11.')
  const [table = ''] = part.split('## 12.')
  expect(table.match(/^\| `\w+` /gm)).toHaveLength(list.length)
})

it.each<FunctionName>([...FUNCTIONS, SMOKE])(
  'the function %s has the timeout, permissions and timer of its config.json',
  (name) => {
    const { timeout, permissions, triggers } = readFunction('cloud/functions', name)
    const [, , seconds, openapi, timer] = row(`\`${name}\``)
    expect(seconds).toBe(`${timeout} 秒`)
    expect(openapi?.split('、')).toEqual(permissions)
    expect(timer).toBe(triggers.map(({ config }) => `\`${config}\``).join() || '无')
  },
)

it('what is to be pasted is what our rules say', () => {
  const [rule] = Object.values(databaseRules)
  for (const part of [rule, storageRules, functionRules]) expect(guide).toContain(JSON.stringify(part))
  expect(Object.keys(databaseRules)).toContain(LEDGER)
})

it('each entry of deployment.json is explained, and the secret is none of them', () => {
  const entries = Object.keys(json('cloud/deployment.example.json'))
  for (const entry of entries) expect(row(`\`${entry}\``)).not.toEqual([])
  expect(guide).toContain(SECRET)
})

it.each(KNOWN_OPTIONS)('the option %s is explained', (option) => {
  expect(guide).toContain(option)
})

it.each(EXPECTATIONS.map(({ check }) => check))('what %s finds out is among what is to be confirmed', (check) => {
  expect(toConfirm).toContain(`\`${check}\``)
})

it('every kind of notice is named, with the types of its fields', () => {
  for (const [kind, { fields }] of Object.entries(caofeidian.notices)) {
    expect(guide).toContain(`\`${kind}\``)
    for (const { name } of fields) expect(row(`\`${name.replace(/\d+$/, '')}\``)).not.toEqual([])
  }
})

it.each(['wxa_media_check', ...readFileSync('src/server/consent.ts', 'utf8').match(/subscribe_msg_\w+/g)!])(
  'the push of %s is among those to be added',
  (event) => {
    expect(guide).toMatch(new RegExp(`^\\| \`event\` \\| \`${event}\``, 'm'))
  },
)
