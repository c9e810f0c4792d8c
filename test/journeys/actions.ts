/** What becomes of every action, whoever asks for it: on a thing of one's own, of one's unit, and of others. */
import { type Action, type Ask, contract } from '@/contract'
import { QUEUES } from '@/contract/desk'
import { ANSWER, GROUP, INPUTS } from './inputs'
import { newKey } from './people'
import { article } from './releases'
import { PASSWORD } from './town'

/** What lies there for one cell of the table, and for none of the others. */
export type Lay = {
  /** Of the asker; Li has it, the urban bureau helps. */
  ticket(): Promise<{ no: string; code: string }>
  /** Somebody of the transport bureau who answers. */
  person(): Promise<{ id: string; version: number }>
  /** Whose is not said: nobody's of those who ask. */
  device(): Promise<string>
  session(): Promise<string>
  offer(): Promise<string>
  /** Of the transport bureau; and a public one with an answer. */
  group(): Promise<string>
  issue(): Promise<string>
  /** Of the transport bureau, or of the whole district. */
  phrase(unit: 'transport' | ''): Promise<{ id: string; version: number }>
  shift(): Promise<string>
  spot(): Promise<string>
  /** Lin's draft, for the transport bureau. */
  draft(): Promise<string>
  rules(): Promise<number>
}

/** In the order of WHO. `what`: the thing, where it is not the action alone. `apart`: as somebody who has just come in. */
export type Row = { what: string; may: string; input: (lay: Lay) => unknown; apart?: true }

/** Without a thing of somebody's: what inputs.ts sends. */
const plain = (action: Action, may: string): Row => ({
  what: '',
  may,
  input: async (lay) => INPUTS[action](await lay.ticket()),
})
const on = (what: string, may: string, input: Row['input'], more: { apart?: true } = {}): Row => ({
  ...{ what, may, input },
  ...more,
})

//                 an as ne di ha co he hp st oh re au ad
const EVERYBODY = 'y y y y y y y y y y y y y'
const NOT_THERE = '- - - - - - - - - - - - -'
const CITIZENS = ' s y y n n n n n n n n n n'
const OFFICIALS = 's n n y y y y y y y y y y'
const NO_PERSON = 's n n n n n n n n n n n n'
const ADMIN = '    s n n n n n n n n n n n y'
const DESK = '     s n n y n n n n n n n n n'
const SETS = '     s n n y n n n n n n n n y'
const WORKING = '  s n n y y y y y y y n n n'
const ANSWERS = '  s n n n y y n y y n n n n'
const REVIEWS = '  s n n n y n n n n n y n n'
const PUBLISHES = 's n n n y n y n n y y y y'
const WRONG = '    s n n w w w w w w w w w w'
const GROUPS = '   s n n y y y n y y n n n n'
const GONE = '     s n n - - - - - - - - - -'

const QUEUE_OF: Record<(typeof QUEUES)[number], string> = {
  open: '     s n n y y y y y y y y n n',
  mine: ANSWERS,
  unit: WORKING,
  unclaimed: WORKING,
  objected: DESK,
  today: WORKING,
  late: WORKING,
  helping: ANSWERS,
  disputed: REVIEWS,
  held: DESK,
  done: WORKING,
}

const template = (scope: 'unit' | 'district') =>
  ({ key: newKey(), scope, phrase: { title: '收到', use: 'reply', text: '收到【什么】' } }) as const
const shift = (officials: string[]) => ({ day: '2026-12-01', from: '08:30', to: '12:00', officials })

/** A new action does not compile until it is here. */
const TABLE: Record<Action, string | Row[]> = {
  'home.open': EVERYBODY,
  'filing.open': EVERYBODY,
  'alerts.open': EVERYBODY,
  'alerts.now': EVERYBODY,
  'news.list': EVERYBODY,
  'hotlines.open': EVERYBODY,
  'services.open': EVERYBODY,
  'about.open': EVERYBODY,
  'issues.list': EVERYBODY,
  'search.find': EVERYBODY,
  'ask.open': EVERYBODY,
  'ask.say': EVERYBODY,
  'ask.unhelpful': NOT_THERE,
  'weather.open': EVERYBODY,
  'traffic.open': EVERYBODY,
  'filing.look': EVERYBODY,
  'places.search': EVERYBODY,
  'release.read': [
    plain('release.read', NOT_THERE),
    on('a draft of the bureau', NOT_THERE, async ({ draft }) => ({ id: await draft() })),
  ],
  'issues.open': NOT_THERE,

  'tickets.file': CITIZENS,
  'tickets.mine': CITIZENS,
  'tickets.open': [
    on("the asker's", ' s y - n n n n n n n n n n', async ({ ticket }) => ({ no: (await ticket()).no })),
  ],
  'tickets.changes': [
    on("the asker's", ' s y - n n n n n n n n n n', async ({ ticket }) => ({ no: (await ticket()).no })),
  ],
  'tickets.lookUp': [
    on('with its code', EVERYBODY, ({ ticket }) => ticket()),
    on('with another code', NOT_THERE, async ({ ticket }) => ({ ...(await ticket()), code: '222222' })),
  ],
  // The other commands: roles-commands.test.ts.
  'tickets.act': [
    on('a reply', 's n - y y y n y - - - - -', async ({ ticket }) => ({
      no: (await ticket()).no,
      key: newKey(),
      command: { do: 'reply', text: '收到，马上看' },
    })),
  ],
  'follows.add': [on("the asker's", ' s x y n n n n n n n n n n', async ({ ticket }) => ({ no: (await ticket()).no }))],
  'issues.follow': [
    on('what is not public', ' s - - n n n n n n n n n n', async ({ group }) => ({ id: await group() })),
    on('a popular issue', '    s y y n n n n n n n n n n', async ({ issue }) => ({ id: await issue() })),
  ],
  'issues.unfollow': [on('', ' s y y n n n n n n n n n n', async ({ issue }) => ({ id: await issue() }))],
  'groups.list': GROUPS,
  'groups.suggest': GROUPS,
  'groups.near': [on('', '    s n n y y y n y - n n n n', async ({ ticket }) => ({ no: (await ticket()).no }))],
  'groups.open': [on('', '    s n n y y y n y y n n n n', async ({ group }) => ({ id: await group() }))],
  'groups.make': [
    plain('groups.make', GROUPS),
    // Whoever dispatches puts in what nobody has taken; what somebody has they leave to them.
    on("of the handler's", '  s n n y y c n c c n n n n', async ({ ticket }) => ({
      ...{ key: newKey(), ...GROUP, tickets: [(await ticket()).no] },
    })),
  ],
  'groups.change': [
    on("the bureau's", '    s n n y y y n n n n n n n', async ({ group }) => ({
      key: newKey(),
      id: await group(),
      ...GROUP,
    })),
  ],
  'groups.join': [
    on('a ticket to a group', ' s n n y y c n c c n n n n', async ({ group, ticket }) => ({
      ...{ key: newKey(), id: await group(), tickets: [(await ticket()).no] },
    })),
  ],
  'groups.leave': [
    on('one that is in no group', ' s n n y y y n y - n n n n', async ({ group, ticket }) => ({
      ...{ key: newKey(), id: await group(), no: (await ticket()).no },
    })),
  ],
  'groups.preview': [
    on("the bureau's", '    s n n y y y n n n n n n n', async ({ group }) => ({ id: await group(), ...ANSWER })),
  ],
  'groups.answer': [
    on("the bureau's", '    s n n y y y n n n n n n n', async ({ group }) => ({
      key: newKey(),
      id: await group(),
      ...ANSWER,
    })),
  ],
  'follows.mine': CITIZENS,
  'follows.remove': CITIZENS,
  'notices.allow': CITIZENS,
  'inbox.open': CITIZENS,
  'inbox.seen': CITIZENS,
  'wishes.open': CITIZENS,
  'wishes.set': CITIZENS,
  'blocks.add': [
    on('their ticket', 's n n y n n n n n n n n -', async ({ ticket }) => ({
      ...{ key: newKey(), no: (await ticket()).no, days: 3, reason: '多次辱骂工作人员' },
    })),
  ],
  'blocks.list': ADMIN,
  'blocks.lift': ADMIN,
  'uploads.begin': 's y y y y y y y y y y y y',
  'uploads.receive': 's - - - - - - - - - - - -',

  'session.open': EVERYBODY,
  'desk.signIn': EVERYBODY,
  'desk.signInWeChat': 'u u u u u u u u u u u u u',
  'desk.offer': EVERYBODY,
  'desk.collect': EVERYBODY,
  'desk.signOut': [on('', OFFICIALS, () => ({}), { apart: true })],
  'desk.unlock': OFFICIALS,
  'desk.here': OFFICIALS,
  'desk.offered': [
    plain('desk.offered', GONE),
    on('that of a computer nearby', OFFICIALS, async ({ offer }) => ({ offer: await offer() })),
  ],
  'desk.approve': [
    plain('desk.approve', GONE),
    on('no to a computer', OFFICIALS, async ({ offer }) => ({ offer: await offer(), yes: false })),
    on('yes with wrong digits', WRONG, async ({ offer }) => ({ offer: await offer(), digits: '0', yes: true })),
  ],
  'account.open': OFFICIALS,
  'account.password': WRONG,
  'account.codes': [
    plain('account.codes', WRONG),
    on('with the right password', OFFICIALS, () => ({ password: PASSWORD })),
  ],
  'account.confirmCodes': WRONG,
  'account.bind': 's n n u u u u u u u u u u',
  'account.removeDevice': [on("somebody else's", GONE, async ({ device }) => ({ device: await device() }))],
  'account.endSession': [on("somebody else's", GONE, async ({ session }) => ({ session: await session() }))],

  'people.list': ADMIN,
  'people.open': ADMIN,
  'people.add': [
    on('', ADMIN, async ({ person }) => ({
      ...{ account: `${(await person()).id.slice(2)}x`, name: '新人', unit: 'urban', duties: ['admin'] },
    })),
  ],
  'people.change': [
    on('of the bureau', ADMIN, async ({ person }) => ({
      ...(await person()),
      ...{ name: '王敏', unit: 'urban', duties: ['answer', 'dispatch'] },
    })),
  ],
  'people.renew': [on('of the bureau', ADMIN, ({ person }) => person())],
  'people.end': [on('of the bureau', ADMIN, ({ person }) => person())],
  'people.letIn': [on('', ADMIN, async ({ device }) => ({ device: await device() }))],
  'people.removeDevice': [on('', ADMIN, async ({ device }) => ({ device: await device() }))],
  'people.endSession': [
    on('', ADMIN, async ({ person, session }) => ({ id: (await person()).id, session: await session() })),
  ],

  'desk.queue': QUEUES.map((queue) => on(queue, QUEUE_OF[queue], () => ({ queue }))),
  'desk.changes': [
    ...QUEUES.map((queue) => on(queue, QUEUE_OF[queue], () => ({ queue }))),
    on('a ticket alone', OFFICIALS, async ({ ticket }) => ({ no: (await ticket()).no })),
  ],
  'desk.open': [on("the bureau's", 's n n y y y y y - - - - -', async ({ ticket }) => ({ no: (await ticket()).no }))],
  'desk.file': 's n n y y y n y y n n n n',
  'audit.list': [
    on('all', '         s n n n y n n n n n y n y', () => ({})),
    on('of somebody', ' s n n n y n n n n n y n y', () => ({ official: 'o_zhao' })),
    on('about a ticket', 's n n n y n n n n n y n y', async ({ ticket }) => ({ about: (await ticket()).no })),
  ],
  'figures.open': [
    on('of all one sees', ' s n n y y y y y y y y n y', () => ({ weeks: 4, by: 'unit' })),
    on('of the bureau', '   s n n y y y y n n y y n y', () => ({ weeks: 4, by: 'unit', unit: 'transport' })),
  ],
  // Of the heads, those of the district office.
  'figures.rows': [
    on('of all', ADMIN, () => ({ from: '2026-03-02', to: '2026-03-02' })),
    on('of the bureau', ADMIN, () => ({ from: '2026-03-02', to: '2026-03-02', unit: 'transport' })),
  ],
  'duty.hours': OFFICIALS,
  'duty.setWeek': ADMIN,
  'duty.dropWeek': 's n n n n n n n n n n n y',
  'duty.setDay': ADMIN,
  'duty.shifts': OFFICIALS,
  'duty.setShift': [
    on('with oneself or others', SETS, async ({ person }) => shift([(await person()).id])),
    on('with who does not sit there', 's n n x n n n n n n n n x', () => shift(['o_lin'])),
  ],
  'duty.dropShift': [on('', SETS, async ({ shift: lies }) => ({ id: await lies() }))],
  'duty.sheet': WORKING,
  'reminders.list': OFFICIALS,
  'reminders.see': OFFICIALS,
  'phrases.list': [
    on("the district's", OFFICIALS, () => ({ scope: 'district' })),
    on("one's unit's", OFFICIALS, () => ({ scope: 'unit' })),
  ],
  'phrases.save': [
    on('a new one for the district', SETS, () => template('district')),
    on("a new one for one's unit", 's n n n n n y n n y n n n', () => template('unit')),
    on("the bureau's", 's n n n n n y n n - n n n', async ({ phrase }) => ({
      ...template('unit'),
      known: await phrase('transport'),
    })),
    on("the bureau's, as if it were the district's", 's n n - n n n n n n n n -', async ({ phrase }) => ({
      ...template('district'),
      known: await phrase('transport'),
    })),
  ],
  'phrases.remove': [
    on("the bureau's", 's n n n n n y n n n n n n', ({ phrase }) => phrase('transport')),
    on("the district's", SETS, ({ phrase }) => phrase('')),
  ],
  'routing.list': SETS,
  'routing.try': SETS,
  'routing.change': [
    on('', 's n n n n n n n n n n n y', async ({ rules }) => ({
      key: newKey(),
      version: await rules(),
      change: { do: 'add', rule: { title: '城管', categories: ['traffic'], unit: 'urban', coUnits: [] } },
    })),
  ],
  'spots.list': OFFICIALS,
  'spots.save': SETS,
  'spots.retire': [on('', SETS, async ({ spot }) => ({ id: await spot() }))],
  'spots.code': [on('', OFFICIALS, async ({ spot }) => ({ id: await spot() }))],

  'releases.list': PUBLISHES,
  'releases.open': [
    on("the bureau's draft", 's n n - y - y - - y y y -', async ({ draft }) => ({ id: await draft() })),
  ],
  'releases.write': [
    on('a new one', 's n n n n n n n n n n y n', () => ({ key: newKey(), revision: 0, content: article() })),
    on("the bureau's draft", 's n n - n - n - - n n y -', async ({ draft }) => ({
      ...{ key: newKey(), id: await draft(), revision: 1, content: article() },
    })),
  ],
  'releases.act': [
    on('submit', 's n n - n - n - - n n y -', async ({ draft }) => acts(await draft(), { do: 'submit' })),
    on('drop', ' s n n - n - n - - n n y -', async ({ draft }) => acts(await draft(), { do: 'drop' })),
  ],
  'feeds.read': 's n n n n n n n n n n y n',
  'timer.tick': NO_PERSON,
  'push.receive': NO_PERSON,
  'push.account': NO_PERSON,
}

function acts(id: string, command: Ask<'releases.act'>['command']) {
  return { id, key: newKey(), command }
}

const ACTIONS = Object.keys(contract) as Action[]

export const ROWS = ACTIONS.flatMap((action) => {
  const told = TABLE[action]
  const rows = typeof told === 'string' ? [plain(action, told)] : told
  return rows.map((row) => ({ ...row, action, letters: row.may.trim().split(/\s+/) }))
})
