/** What has happened at a desk that has been run for months: reminders, figures, people, templates, rules, and what is written down. */
import type { Ask } from '@/contract'
import { caofeidian } from '@/district/caofeidian/district'
import { countWeeks } from '@/server/counting'
import { runTell } from '@/server/groupTelling'
import { enrol, sealPassword } from '@/server/session'
import { newKey, type Person } from '../journeys/people'
import { timerContext } from '../journeys/timer-context'
import { QUICK, type ServerTown } from '../journeys/town'
import { ANSWER, askersOf, CHANGE, CORRECTED, filing, QUESTION, TITLE } from '../journeys/water'

const MANY = { askers: 18, reminders: 16, people: 30, phrases: 14, rules: 20 }
const FORTNIGHT = 14 * 24 * 60
/** So many turns count a year of weeks. */
const WEEKS = 60
/** All but the office, where everything lies first. */
const UNITS = caofeidian.units.slice(1).map(({ id }) => id)
const LAMP = '希望路口的路灯不亮，晚上过马路看不见人，已经三天了，请派人来看看，注意旁边有一段没有护栏的沟。'

/** On the town's first morning: more lamps than fit on a page wait for a reply, and the desk is reminded of each. */
export async function reminds(town: ServerTown): Promise<void> {
  const citizen = await town.citizen()
  for (let filed = 0; filed < MANY.reminders; filed++) await citizen.files({ text: LAMP, category: 'light' })
  town.pass(8)
  await town.tick()
}

/** A fortnight before the phone is opened: each kind of matter, with each unit in turn, for the figures. */
export async function worked(town: ServerTown, untilNow: number): Promise<void> {
  town.pass(untilNow - FORTNIGHT)
  const [citizen, wang] = [await town.citizen(), await town.official('wang')]
  for (const [at, { id }] of caofeidian.categories.entries()) {
    const { no } = await citizen.files({ text: LAMP, category: id })
    await wang.replies(no, '收到，马上转给承办单位。')
    await wang.dispatches(no, UNITS[at % UNITS.length] ?? 'transport')
  }
  town.pass(FORTNIGHT)
  await town.forgetTries()
}

/** What those who run the desk have set; and a computer that asks to be let in. Gives its offer. */
export async function runsTheDesk(town: ServerTown): Promise<{ offer: string; group: string }> {
  const [ma, wang] = [await town.official('ma'), await town.official('wang')]
  await employs(town)
  for (let kept = 0; kept < MANY.phrases; kept++)
    await ma.gets('phrases.save', { key: newKey(), scope: 'district', phrase: phrase(kept) })
  for (let version = 0, added = 0; added < MANY.rules; added++)
    ({ version } = await ma.gets('routing.change', {
      key: newKey(),
      version: added ? version : (await ma.gets('routing.list', {})).version,
      change: { do: 'add', rule: rule(added) },
    }))
  await onDuty(town)
  const ctx = timerContext(town)
  for (let turn = 0, more = true; more && turn < WEEKS; turn++) ({ more } = await countWeeks(ctx))
  await wang.gets('desk.queue', { queue: 'open' })
  const { offer } = await town.anyone().gets('desk.offer', { label: 'Windows · Edge' })
  return { offer, group: await answersAll(town, wang) }
}

/** More ask the same than fit on a page; they have the answer and its correction. */
async function answersAll(town: ServerTown, wang: Person): Promise<string> {
  const tickets: string[] = []
  for (const asker of await askersOf(town, 0, MANY.askers)) {
    tickets.push((await asker.who.files(filing(asker))).no)
    await town.forgetTries()
  }
  const { id } = await wang.gets('groups.make', {
    key: newKey(),
    title: TITLE,
    question: QUESTION,
    public: true,
    tickets,
  })
  const answer = { id, key: newKey(), edition: 0, text: ANSWER, result: 'done' } as const
  await wang.gets('groups.answer', answer)
  await wang.gets('groups.answer', { ...answer, key: newKey(), edition: 1, text: CORRECTED, change: CHANGE })
  await runTell({ kind: 'tell', group: id }, timerContext(town))
  return id
}

/** More officials than fit on a page. */
async function employs({ world: { store } }: ServerTown): Promise<void> {
  const password = await sealPassword('a password of somebody here', QUICK)
  for (let at = 0; at < MANY.people; at++) {
    const account = `aa${String(at).padStart(2, '0')}`
    await enrol(
      `o_${account}`,
      { account, name: `周示例${at}`, unit: UNITS[at % UNITS.length] ?? '', duties: ['answer', 'review'], password },
      store,
    )
  }
}

/** Each day of the week that is shown has as many shifts as a day has. */
async function onDuty(town: ServerTown): Promise<void> {
  const ma = await town.official('ma')
  const day = 24 * 60 * 60_000
  for (let at = 1; at < 7; at++) {
    const on = new Date(Date.parse(town.now()) + 8 * 60 * 60_000 + at * day).toISOString().slice(0, 10)
    for (const [from, to] of SHIFTS)
      await ma.gets('duty.setShift', { day: on, from, to, officials: ['o_wang', 'o_li', 'o_sun', 'o_zhao'] })
  }
}
const SHIFTS = [
  ['08:30', '12:00'],
  ['12:00', '17:30'],
  ['17:30', '22:00'],
] as const

const phrase = (at: number): Ask<'phrases.save'>['phrase'] => ({
  title: `路口疏通第 ${at} 种`,
  use: 'answer',
  categories: caofeidian.categories.map(({ id }) => id),
  results: ['done'],
  text: '【地点】的拥堵已安排人员到场疏导，【日期】起【措施】，经办人【经办人】。感谢您的监督，有问题请再打 12345。'.repeat(
    3,
  ),
})

type Rule = Extract<Ask<'routing.change'>['change'], { do: 'add' }>['rule']
const rule = (at: number): Rule => ({
  title: `第 ${at} 个高速出口和它旁边的路`,
  categories: caofeidian.categories.slice(0, 6).map(({ id }) => id),
  place: { in: 'words', words: ['高速', '国道', '省道', '出口', '收费站'] },
  unit: 'transport',
  coUnits: ['urban'],
})
