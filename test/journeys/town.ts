/** A small town for the journeys: the real server on a free port, a clock that the test sets, and people who act. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Ask } from '@/contract'
import type { Duty } from '@/core/actor'
import type { District } from '@/core/district'
import { caofeidian } from '@/district/caofeidian/district'
import { type Environment, readEnvironment, readOutside } from '@/hosts/env'
import type { Pushes } from '@/hosts/http'
import { jsonLog } from '@/hosts/log'
import { startNode } from '@/hosts/node'
import { openOutside } from '@/hosts/outside'
import type { Context } from '@/server/context'
import { handle } from '@/server/handle'
import { manifest } from '@/server/manifest'
import type { Effort } from '@/server/passwords'
import type { Files, Store, WeChat } from '@/server/ports'
import { enrol, sealPassword } from '@/server/session'
import { tabledDatabase } from '../databases'
import { beijing } from '../situations'
import { type Door, Person } from './people'
import { type ServerDoor, serverDoor } from './server-door'

export const PASSWORD = 'correct horse battery staple'
/** Thousands of people sign in here, and nobody guesses. */
export const QUICK: Effort = { n: 10, p: 1 }

/**
 * Wang dispatches, Li and Sun answer for the transport bureau, Chen reviews, Lin writes news for the bureau, Ma for the office and keeps the
 * menu, Gao and Song sign as heads; Demo is a sample account.
 */
const OFFICIALS: { account: string; name: string; unit: string; duties: Duty[]; demo?: true }[] = [
  { account: 'wang', name: '王敏', unit: 'office', duties: ['dispatch', 'answer'] },
  { account: 'li', name: '李强', unit: 'transport', duties: ['answer', 'review'] },
  { account: 'sun', name: '孙磊', unit: 'transport', duties: ['answer'] },
  { account: 'zhao', name: '赵静', unit: 'urban', duties: ['answer'] },
  { account: 'chen', name: '陈华', unit: 'office', duties: ['review'] },
  { account: 'lin', name: '林青', unit: 'transport', duties: ['author'] },
  { account: 'ma', name: '马丽', unit: 'office', duties: ['author', 'admin'] },
  { account: 'gao', name: '高远', unit: 'office', duties: ['sign'] },
  { account: 'song', name: '宋岩', unit: 'office', duties: ['sign', 'review'] },
  { account: 'demo', name: '示例员', unit: 'office', duties: ['dispatch'], demo: true },
]

/** What a town is to a journey, wherever its program runs. */
export type Town = {
  world: { store: Store; files: Files }
  /** What the program wrote to its log. */
  log: string[]
  /** 'Tue 2026-03-03 08:50' in Beijing. */
  on(when: string): void
  pass(minutes: number): void
  now(): string
  /** What a host does once a minute. */
  tick(): Promise<unknown>
  /** Somebody of whom nothing is known. */
  anyone(): Person
  citizen(): Promise<Person>
  /** Somebody who comes through WeChat: `code-of-wu` is what `wx.login` gave to the person with the openid `o-wu`. */
  wechatCitizen(code: string): Promise<Person>
  /** What WeChat's server tells the program. Rejects when it was not taken. */
  pushes(message: { MsgType: string }): Promise<unknown>
  official(account: string): Promise<Person>
  /** The whole address of a picture. */
  address(url: string): string
  /** How many files are kept. */
  fileCount(): Promise<number>
  /** Forgets who tried what, so that a long table meets no limit. */
  forgetTries(): Promise<void>
  close(): Promise<void>
}

/** A server of one's own, with what only that has. */
export type ServerTown = Town & {
  url: string
  folder: string
  door: ServerDoor
  stop(): Promise<void>
}
/** What a test may change about a town: a WeChat that it acts, the district, and what only a server is told. */
export type Extras = {
  wechat?: WeChat
  /** The official account, where it may send by itself. */
  account?: Pick<WeChat, 'customSend'>
  district?: Partial<District>
  env?: Partial<Environment>
  /** Where the weather is asked for: the address of a stand-in. Without it nothing is read from outside. */
  openMeteo?: string
  /** How long a push may take, in milliseconds. */
  pushMs?: number
}
type Changes = Extras & { pages?: string; pushes?: Pushes; outside?: NonNullable<Context['outside']> }

/**
 * How officials get in where a test is about something else: with the password, on any device, and the desk does not lock
 * while a test turns the clock.
 */
export const EASY_DESK: District['desk'] = { devices: 'any', lockMinutes: 12 * 60, codes: 'chosen' }

/** A clock that stands still until a test turns it: ten on a Monday morning. */
export function townClock() {
  let now = new Date(beijing('Mon 2026-03-02 10:00'))
  return {
    at: () => now,
    on: (when: string) => {
      now = new Date(beijing(when))
    },
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    now: () => now.toISOString(),
  }
}

/** The town's officials, each with the same password. */
export async function enrolOfficials(store: Store): Promise<void> {
  const password = await sealPassword(PASSWORD, QUICK)
  for (const official of OFFICIALS) await enrol(`o_${official.account}`, { ...official, password }, store)
}

export const officialAt = (door: Door, account: string): Promise<Person> => new Person(door).signsIn(account, PASSWORD)

export async function forgetTries(store: Store): Promise<void> {
  for (;;) {
    const { items } = await store.find('tries', { by: 'id', limit: 50 })
    if (!items.length) return
    for (const { id, version } of items) await store.remove('tries', id, version)
  }
}

/** Opens at ten on a Monday morning, with nobody's ticket in it. */
export async function openTown({
  env = {},
  district = {},
  pages,
  wechat,
  account,
  pushes,
  pushMs,
  openMeteo,
  outside,
}: Changes = {}): Promise<ServerTown> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minhu-town-'))
  const log: string[] = []
  const clock = townClock()
  const { url, world, stop } = await startNode({
    env: { ...readEnvironment({ MINHU_MODE: 'demo', MINHU_PORT: '0', MINHU_VAR: folder }), ...env },
    district: { ...caofeidian, desk: EASY_DESK, ...district },
    log: jsonLog((line) => log.push(line)),
    secret: 'a secret of at least thirty-two characters',
    clock: clock.at,
    ...(pages && { pages }),
    ...(openMeteo && { outside: openOutside(readOutside({ MINHU_OPEN_METEO_URL: openMeteo })) }),
    ...(outside && { outside }),
    ...(wechat && { wechat }),
    ...(account && { account }),
    ...(pushMs && { pushMs }),
    effort: QUICK,
    ...(pushes && { pushes }),
  })
  await enrolOfficials(world.store)
  const door = serverDoor(url)
  const citizenFrom = async (from: Ask<'session.open'>) =>
    new Person(door, (await new Person(door).gets('session.open', from)).token)

  const contextOf = (role: 'timer' | 'wechat'): Context => {
    const { clock: _, ...rest } = world
    return { ...rest, caller: { role }, now: clock.at(), lang: 'zh', address: role }
  }

  return {
    ...{ url, world, folder, log, door, stop },
    ...{ on: clock.on, pass: clock.pass, now: clock.now },
    tick: () => handle('timer.tick', {}, contextOf('timer')),
    async pushes(message) {
      const answer = await handle('push.receive', message, contextOf('wechat'))
      if (!answer.ok) throw new Error(`it was not taken: ${answer.error.reason}`)
    },
    anyone: () => new Person(door),
    citizen: () => citizenFrom({}),
    wechatCitizen: (code) => citizenFrom({ code }),
    official: (account) => officialAt(door, account),
    address: (place) => `${url}${place}`,
    async fileCount() {
      const pictures = await readdir(path.join(folder, 'pictures'), { recursive: true, withFileTypes: true })
      return pictures.filter((entry) => entry.isFile()).length
    },
    forgetTries: () => forgetTries(world.store),
    async close() {
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** The same on PostgreSQL, in a database of its own that goes when the town closes. */
export async function openPostgresTown(server: string, extras: Extras = {}): Promise<ServerTown> {
  const { url, remove } = await tabledDatabase(server)
  const town = await openTown({ ...extras, env: { ...extras.env, MINHU_DATABASE: url } })
  return {
    ...town,
    async close() {
      await town.close()
      await remove()
    },
  }
}

/** How many documents of each kind, and files, there are. Tries are counted for limits and may grow. */
export async function stored({ world, fileCount }: Town): Promise<Record<string, number>> {
  const collections = Object.keys(manifest).filter((name) => !COUNTED_ELSEWHERE.includes(name))
  const counts = await Promise.all(collections.map(async (name) => [name, await world.store.count(name)] as const))
  return { ...Object.fromEntries(counts), files: await fileCount() }
}
/** Each try counts, each photo that was on its way, and each look of an official: none is anything that a person filed. */
const COUNTED_ELSEWHERE = ['tries', 'uploads', 'audit', 'chains']
