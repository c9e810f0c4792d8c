/** Named beginnings for the tests of the rules: a calendar, some people, a ticket in each state. Each takes overrides. */
import type { Actor, Citizen, Duty, Official } from '@/core/actor'
import type { Calendar, Moment } from '@/core/deadline'
import { decide, type Refusal, type Setting } from '@/core/decide'
import type { Limits } from '@/core/district'
import type { DutyHours } from '@/core/roster'
import type { Screened } from '@/core/screening'
import type { Status } from '@/core/status'
import type { Command, Photo, Ticket } from '@/core/ticket'

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** 'Fri 2026-02-13 00:30' on a clock in Beijing. The weekday must be the right one, so that a table can be trusted. */
export function beijing(when: string): Moment {
  const [weekday, day, clock = '00:00'] = when.split(' ')
  if (WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] !== weekday) throw new Error(`${day} is not a ${weekday}`)
  return new Date(`${day}T${clock.length > 5 ? clock : `${clock}:00`}+08:00`).toISOString()
}

/** The last millisecond of a day in Beijing. */
export const endOf = (day: string): Moment => beijing(`${day} 23:59:59.999`)

/** The State Council's notice for 2026 of 4 November 2025, by hand and checked against its text as Xinhua carried it. */
export const FREE_2026 = [
  ...['01-01', '01-02', '01-03'],
  ...['02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'],
  ...['04-04', '04-05', '04-06'],
  ...['05-01', '05-02', '05-03', '05-04', '05-05'],
  ...['06-19', '06-20', '06-21'],
  ...['09-25', '09-26', '09-27'],
  ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
].map((day) => `2026-${day}`)
/** Saturdays and Sundays that are worked (调休). */
export const WORKED_2026 = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'].map((day) => `2026-${day}`)

export const year2026: Calendar = {
  isWorkday: (day) => {
    if (WORKED_2026.includes(day)) return true
    return !FREE_2026.includes(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  },
  until: '2026-12-31',
}

export const duty: DutyHours = {
  workday: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
  restday: [{ from: '09:00', to: '11:00' }],
}

export const limits: Limits = {
  firstReplyMinutes: { target: 10, alarm: 8 },
  resolveDays: { consult: 2, complaint: 15, report: 15, help: 10, suggestion: 10, praise: 10 },
  objectDays: 1,
  objections: 3,
  disputeDays: 7,
  supplyDays: 7,
  extendDays: 5,
  countersignMinutes: 30,
}

/** The world at a moment in Beijing. */
export const at = (when: string, changed: Partial<Setting> = {}): Setting => ({
  now: beijing(when),
  calendar: year2026,
  limits,
  office: 'office',
  duty,
  ...changed,
})

const official = (id: string, name: string, unit: string, ...duties: Duty[]): Official => ({
  role: 'official',
  id,
  name,
  unit,
  duties,
})

/** Who meets a ticket. `driver` filed it; it lies with the transport bureau, where Li handles it. */
export const people = {
  nobody: { role: 'anyone' },
  driver: { role: 'citizen', id: 'c_driver' },
  neighbour: { role: 'citizen', id: 'c_neighbour' },
  /** Reads and dispatches everything. */
  dispatcher: official('o_wang', '王敏', 'office', 'dispatch'),
  officeClerk: official('o_gao', '高远', 'office', 'answer'),
  handler: official('o_li', '李强', 'transport', 'answer'),
  colleague: official('o_sun', '孙磊', 'transport', 'answer'),
  /** In a unit that was added. */
  helper: official('o_zhao', '赵静', 'urban', 'answer'),
  stranger: official('o_liu', '刘洋', 'housing', 'answer'),
  reviewer: official('o_chen', '陈华', 'office', 'review'),
  handlerWhoReviews: official('o_li', '李强', 'transport', 'answer', 'review'),
  /** Heads the bureau, and handles nothing. */
  head: official('o_song', '宋岩', 'transport', 'sign'),
  author: official('o_lin', '林青', 'transport', 'author', 'admin'),
  timer: { role: 'timer' },
  /** WeChat's content security. */
  screener: { role: 'wechat' },
} satisfies Record<string, Actor>
export const citizen = (id: string): Citizen => ({ role: 'citizen', id })

export const photo: Photo = { id: 'photo-000001', name: 'a'.repeat(64), width: 800, height: 600 }

/** A complaint about a jammed motorway exit, filed Mon 2026-03-02 10:00 and not read by anybody yet. */
export function ticket(changed: Partial<Ticket> = {}): Ticket {
  const due = endOf('Mon 2026-03-23')
  return {
    no: 'CFD-20260302-0001-0',
    code: '7K2M9P',
    kind: 'complaint',
    category: 'traffic',
    text: '高速出口天天堵车',
    place: { address: '唐曹高速曹妃甸出口' },
    photos: [],
    asker: { id: 'c_driver', visibility: 'shown', name: '吴先生', phone: '13800000000' },
    consent: false,
    lang: 'zh',
    filedAt: beijing('Mon 2026-03-02 10:00'),
    movedAt: beijing('Mon 2026-03-02 10:00'),
    status: 'submitted',
    unit: 'office',
    coUnits: [],
    objections: 0,
    firstReply: { dueAt: beijing('Mon 2026-03-02 10:10'), alarmAt: beijing('Mon 2026-03-02 10:08') },
    resolve: { days: 15, promisedAt: due, dueAt: due },
    entries: 2,
    ...changed,
  }
}

const dispatched = { unit: 'transport', dispatchedAt: beijing('Mon 2026-03-02 10:30') }
const handling = { ...dispatched, handler: { id: 'o_li', name: '李强' } }
const answered = { ...handling, answeredAt: beijing('Wed 2026-03-04 09:00'), result: { kind: 'done' } } as const
const running = ticket().resolve
const paused = { ...running, pausedAt: beijing('Wed 2026-03-04 09:00') }
/** It is the citizen's turn, for seven days. */
const theirTurn = {
  resolve: paused,
  movedAt: beijing('Wed 2026-03-04 09:00'),
  lapsesAt: beijing('Wed 2026-03-11 09:00'),
}
const stopped = { ...running, stoppedAt: beijing('Wed 2026-03-04 09:00') }

const IN: Record<Status, Partial<Ticket>> = {
  submitted: {},
  dispatched,
  handling,
  merged: { ...dispatched, mergedInto: 'CFD-20260302-0002-5' },
  waiting: { ...handling, ...theirTurn, askedFrom: 'handling' },
  answered: { ...answered, ...theirTurn },
  disputed: answered,
  closed: { ...answered, outcome: 'confirmed', resolve: stopped },
  withdrawn: { resolve: stopped },
}

/** The complaint's own words, which may be an advertisement. */
export const heldWords: Screened = {
  part: { seq: 1 },
  label: 'ads',
  state: 'held',
  at: beijing('Mon 2026-03-02 10:00'),
}

/** The complaint after it has come to this state. */
export const ticketIn = (status: Status, changed: Partial<Ticket> = {}): Ticket =>
  ticket({ status, ...IN[status], ...changed })

/** Each command as it is given when nothing is missing. */
export const COMMAND = {
  reply: { do: 'reply', text: '收到，马上看' },
  add: { do: 'add', text: '早上七点最堵' },
  dispatch: { do: 'dispatch', unit: 'transport' },
  take: { do: 'take' },
  'hand-over': { do: 'hand-over', to: { id: 'o_sun', name: '孙磊' } },
  'hand-back': { do: 'hand-back' },
  delay: { do: 'delay', until: '2026-04-01', reason: '等厂家发货' },
  merge: { do: 'merge', into: 'CFD-20260302-0002-5', text: '与另一位群众反映的是同一件事，合并办理' },
  absorb: { do: 'absorb', no: 'CFD-20260302-0003-6', dueAt: beijing('Mon 2026-03-16 10:00') },
  'let-go': { do: 'let-go', no: 'CFD-20260302-0003-6' },
  share: {
    do: 'share',
    text: '已划专用道',
    result: 'done',
    photos: [photo],
    handler: { id: 'o_li', name: '李强' },
    unit: 'transport',
  },
  unmerge: { do: 'unmerge' },
  split: { do: 'split', text: '路灯不亮', category: 'urban', no: 'CFD-20260302-0004-7' },
  note: { do: 'note', text: '已电话联系施工单位' },
  urge: { do: 'urge' },
  foretell: { do: 'foretell' },
  object: { do: 'object', reason: '属于城管' },
  'ask-back': { do: 'ask-back', text: '请问是哪个出口？' },
  supply: { do: 'supply', text: '北出口' },
  extend: { do: 'extend', days: 5, reason: '材料未到' },
  'add-unit': { do: 'add-unit', unit: 'ecology' },
  'join-group': { do: 'join-group', group: 'g1' },
  'leave-group': { do: 'leave-group', text: '您家的情况不同，单独为您办理' },
  tell: {
    do: 'tell',
    group: 'g1',
    edition: 1,
    text: '今晚八点恢复供水',
    result: 'done',
    handler: { id: 'o_li', name: '李强' },
    unit: 'transport',
  },
  answer: { do: 'answer', text: '已划专用道', result: 'done', photos: [photo] },
  confirm: { do: 'confirm' },
  dispute: { do: 'dispute', text: '还是堵' },
  review: { do: 'review', outcome: 'reopen', text: '退回继续办理' },
  rate: { do: 'rate', stars: 5 },
  withdraw: { do: 'withdraw' },
  lapse: { do: 'lapse' },
  hold: { do: 'hold', part: { photo: photo.id }, label: 'porn' },
  release: { do: 'release', part: heldWords.part },
  withhold: { do: 'withhold', part: heldWords.part, reason: '含有广告' },
} satisfies { [C in Command['do']]: Command }

/** What the ticket becomes on a Tuesday morning, a day after it was filed; a refusal fails the test. */
export function moved(who: Actor, subject: Ticket, command: Command, when = at('Tue 2026-03-03 10:00')): Ticket {
  const decision = decide(who, subject, command, when)
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.ticket
}

/** Why the command is refused then; null when it is not. */
export function refusal(
  who: Actor,
  subject: Ticket,
  command: Command,
  when = at('Tue 2026-03-03 10:00'),
): Refusal | null {
  const decision = decide(who, subject, command, when)
  return decision.ok ? null : decision.refusal
}
