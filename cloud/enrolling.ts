/** An official's account in the cloud, where there is no shell: one document, written through the HTTP API. */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { DUTIES, type Duty } from '@/core/actor'
import type { District } from '@/core/district'
import { type OfficialRecord, renewed } from '@/server/officials'
import { newPassword, sealPassword } from '@/server/passwords'
import { both, type Given, readDeployment } from './deployment'
import { discreet, type Say } from './steps'
import { type Ask, cloudOf, sentenceOf, type TcbCloud } from './tcb'

export type Enrolling = {
  given: string[]
  told: Given
  district: Pick<District, 'units'>
  ask: (appid: string, secret: string) => Ask
  say: Say
}

const RESET = '--reset'
const Stored = v.object({ _id: v.string(), _v: v.number() })
type Account = Pick<OfficialRecord, 'account' | 'name' | 'unit' | 'duties'>

/** 0 when it is done: the first password is printed then, once. It is stored nowhere but as its seal. */
export async function enrolFrom({ given, told, district, ask, say: speak }: Enrolling): Promise<number> {
  const { deployment, secret, problems } = readDeployment(told)
  const say = discreet(speak, [secret])
  if (!deployment || !secret || problems.length) {
    for (const problem of problems) say(`- ${problem}`)
    return 1
  }
  const reset = given.includes(RESET)
  const account = accountIn(
    given.filter((word) => word !== RESET),
    district,
  )
  if (!account) return refuse(usage(district), say)

  const cloud = cloudOf(ask(deployment.appid, secret), deployment.environment)
  const password = newPassword({ bytes: (count) => randomBytes(count) })
  const sealed = await sealPassword(password)
  const why = reset ? await resetIn(cloud, account, sealed) : await enrolIn(cloud, account, sealed)
  if (why) return refuse(why, say)
  say(both('账号和初始密码（只显示这一次，请当面交付）', 'account and first password, shown once'))
  say(`${account.account} ${password}`)
  return 0
}

async function enrolIn(cloud: TcbCloud, account: Account, password: string): Promise<string | undefined> {
  const there = await cloud.find('officials', { account: account.account })
  if (!there.ok) return sentenceOf(there)
  if (there.value.length) return taken(account.account)
  // As the driver stores a document: its id, and its version from 1.
  const added = await cloud.add('officials', {
    _id: `o_${account.account}`,
    _v: 1,
    ...account,
    password,
    given: true,
    nextDevice: true,
  })
  if (added.ok) return undefined
  return /E11000/.test(added.errmsg) ? taken(account.account) : sentenceOf(added)
}

/** A new password, codes to be set up anew, and name, unit and duties as they are given. Guarded by the version, as every write. */
async function resetIn(cloud: TcbCloud, account: Account, password: string): Promise<string | undefined> {
  const there = await cloud.find('officials', { account: account.account })
  if (!there.ok) return sentenceOf(there)
  const stored = v.safeParse(Stored, there.value[0])
  if (!stored.success) return both(`没有账号 ${account.account}`, `there is no account ${account.account}`)
  const { _id, _v } = stored.output
  const updated = await cloud.update(
    'officials',
    { _id, _v },
    { ...account, ...renewed(password, new Date()), _v: _v + 1 },
  )
  if (!updated.ok) return sentenceOf(updated)
  return updated.value === 1 ? undefined : both('账号刚被别处改动，请再试', 'it was changed meanwhile: try again')
}

function accountIn(
  [account, name, unit, duties = '']: string[],
  { units }: Pick<District, 'units'>,
): Account | undefined {
  const wanted = duties.split(',')
  const known = wanted.filter((duty): duty is Duty => DUTIES.some((one) => one === duty))
  if (!account || !/^[a-z][a-z0-9_]{1,30}$/.test(account) || !name || !unit) return undefined
  if (known.length !== wanted.length || !units.some(({ id }) => id === unit)) return undefined
  return { account, name, unit, duties: known }
}

const usage = ({ units }: Pick<District, 'units'>): string =>
  [
    both('用法', 'usage'),
    `npm run enrol:wechat -- <account> <name> <unit> <${DUTIES.join(',')}> [${RESET}]`,
    `units: ${units.map(({ id }) => id).join(' ')}`,
  ].join('\n')

const taken = (account: string): string =>
  both(
    `账号 ${account} 已存在，没有改动；忘记密码请加 ${RESET}`,
    `${account} exists and was left as it is; ${RESET} gives a new password`,
  )

function refuse(why: string, say: Say): number {
  say(why)
  return 1
}
