/** The sample reply templates and routing rules, through the real actions; what the desk has changed stays as it is. */
import * as v from 'valibot'
import { dayAfter, dayOf } from '@/core/deadline'
import type { Span } from '@/core/roster'
import { isOver } from '@/core/shift'
import { officials } from '@/district/caofeidian/people'
import { phrases } from '@/district/caofeidian/phrases'
import { rules } from '@/district/caofeidian/rules'
import type { Context } from '@/server/context'
import { handle } from '@/server/handle'
import { keyOf, officialNamed } from './seeding'
import type { World } from './world'

/** Those that are there already, by any name, are enough: nothing is added to what a district has made its own. */
export async function seedDesk(world: World): Promise<void> {
  const { clock, ...rest } = world
  const ctx: Context = {
    ...rest,
    caller: officialNamed('o_lin'),
    now: clock(),
    lang: 'zh',
    address: 'seed',
    sample: true,
  }
  if (!(await world.store.count('phrases'))) {
    for (const phrase of phrases)
      await done('phrases.save', { key: keyOf('phrase', phrase.title), scope: 'district', phrase }, ctx)
  }
  if (!(await world.store.count('shifts'))) await seedShifts(ctx)
  if (await world.store.get('settings', 'routing')) return
  let version = 0
  for (const rule of rules) {
    if (!answers(rule.unit)) continue
    const change = { do: 'add', rule }
    version = (await done('routing.change', { key: keyOf('rule', rule.title), version, change }, ctx)).version
  }
}

/** Days for which the sample desk has a roster. */
const ROSTER = 14
const SITTING = ['o_wang', 'o_li', 'o_zhao', 'o_liu']

/** In the morning one of them sits at the desk, in the afternoon another, through all the hours of each day. */
async function seedShifts(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now.toISOString())
  for (let ahead = 0; ahead < ROSTER; ahead++) {
    const day = dayAfter(today, ahead)
    const hours = ctx.calendar.isWorkday(day) ? ctx.district.duty.workday : ctx.district.duty.restday
    for (const [turn, { from, to }] of hours.flatMap(halves).entries()) {
      const officials = SITTING.filter((_, place) => place === (ahead + turn) % SITTING.length)
      // In the afternoon nobody can be put into this morning any more.
      if (isOver({ day, from, to, officials }, ctx.now.toISOString())) continue
      await does('duty.setShift', { day, from, to, officials }, { ...ctx, caller: officialNamed('o_wang') })
    }
  }
}

const NOON = '13:00'
const halves = ({ from, to }: Span): Span[] =>
  from < NOON && NOON < to
    ? [
        { from, to: NOON },
        { from: NOON, to },
      ]
    : [{ from, to }]

/** In which a sample official answers: a rule that leads to nobody is not taken. */
const answers = (unit: string): boolean =>
  officials.some((official) => official.unit === unit && official.duties.includes('answer'))

async function does(action: string, input: unknown, ctx: Context): Promise<unknown> {
  const answer = await handle(action, input, ctx)
  if (!answer.ok) throw new Error(`seed: ${answer.error.reason} ${answer.error.field ?? ''}`)
  return answer.data
}

const done = async (action: string, input: unknown, ctx: Context): Promise<{ version: number }> =>
  v.parse(v.object({ version: v.number() }), await does(action, input, ctx))
