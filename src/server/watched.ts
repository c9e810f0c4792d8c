/** Which of an official's doings are written down, and what of each: never words, names, phones, passwords or codes. */
import type { Action, contract, Input } from '@/contract'
import { readNumber } from '@/core/number'
import type { AuditLine } from './chains'

/** Actions that officials may call. A new one does not compile until it is said here what is written down of it. */
type OfficialAction = {
  [A in Action]: 'official' extends (typeof contract)[A]['who'][number] ? A : never
}[Action]
export type Told = Pick<AuditLine, 'what' | 'about'>
/**
 * shown: written when it is ready, and before it goes out; so its line says as well whether it was refused. done: written
 * before anything is done; a refusal is one more line.
 */
export type Watch<A extends Action> = {
  when: 'shown' | 'done'
  tells: (input: Input<A>) => Told
  /** It goes on with something whose line is written already. */
  goesOn?: (input: Input<A>) => boolean
}

const nothing = (): Told => ({})
/** As it stands in the store, or not at all: what was typed may be anything. */
const ticket = (no: string): Told => {
  const about = readNumber(no)
  return about ? { about } : {}
}
const idIn = ({ id }: { id?: string }): Told => (id ? { about: id } : {})
const deviceIn = ({ device }: { device: string }): Told => ({ about: device })

/** What everybody may read, what belongs to nobody yet, and what a screen asks every few seconds. */
const OPEN_TO_ALL = {
  ...{ 'home.open': null, 'alerts.now': null, 'alerts.open': null, 'news.list': null, 'release.read': null },
  ...{ 'hotlines.open': null, 'services.open': null, 'about.open': null, 'issues.list': null, 'issues.open': null },
  ...{ 'ask.open': null, 'ask.say': null, 'ask.unhelpful': null },
  ...{ 'search.find': null, 'weather.open': null, 'traffic.open': null, 'places.search': null },
  ...{ 'filing.open': null, 'filing.look': null, 'uploads.begin': null, 'uploads.receive': null },
  ...{ 'session.open': null, 'spots.list': null, 'spots.code': null, 'desk.changes': null },
}

export const WATCHED: { [A in OfficialAction]: Watch<A> | null } = {
  ...OPEN_TO_ALL,
  // Written by `atDoor`, for whoever it may be.
  'desk.signIn': null,
  'desk.signOut': { when: 'done', tells: nothing },
  'desk.queue': { when: 'shown', tells: ({ queue }) => ({ what: queue }) },
  'desk.open': { when: 'shown', tells: ({ no }) => ticket(no) },
  'desk.file': { when: 'done', tells: ({ channel }) => ({ what: channel }) },
  'tickets.lookUp': { when: 'shown', tells: ({ no }) => ticket(no) },
  'tickets.act': { when: 'done', tells: ({ no, command }) => ({ ...ticket(no), what: command.do }) },
  'releases.list': { when: 'shown', tells: ({ list }) => ({ what: list }) },
  'releases.open': { when: 'shown', tells: idIn },
  'releases.write': { when: 'done', tells: idIn },
  'releases.act': { when: 'done', tells: ({ id, command }) => ({ about: id, what: command.do }) },
  'feeds.read': { when: 'done', tells: nothing },
  'spots.save': { when: 'done', tells: nothing },
  'spots.retire': { when: 'done', tells: idIn },
  // Written by `atDoor`, with who came in.
  'desk.signInWeChat': null,
  'desk.collect': null,
  'desk.offer': null,
  'desk.offered': null,
  'desk.approve': { when: 'done', tells: ({ yes }) => ({ what: yes ? 'yes' : 'no' }) },
  // It tells who is there, and nothing else.
  'desk.here': null,
  'desk.unlock': { when: 'done', tells: nothing },
  'account.open': null,
  'account.password': { when: 'done', tells: nothing },
  'account.codes': { when: 'done', tells: nothing },
  'account.confirmCodes': { when: 'done', tells: nothing },
  'account.bind': { when: 'done', tells: nothing },
  'account.removeDevice': { when: 'done', tells: nothing },
  'account.endSession': { when: 'done', tells: nothing },
  'people.list': { when: 'shown', tells: ({ unit }) => (unit ? { what: unit } : {}) },
  'people.open': { when: 'shown', tells: idIn },
  'people.add': { when: 'done', tells: ({ duties }) => ({ what: duties.join(' ') }) },
  'people.change': { when: 'done', tells: ({ id, duties }) => ({ about: id, what: duties.join(' ') }) },
  'people.renew': { when: 'done', tells: idIn },
  'people.end': { when: 'done', tells: idIn },
  'people.letIn': { when: 'done', tells: deviceIn },
  'people.removeDevice': { when: 'done', tells: deviceIn },
  'people.endSession': { when: 'done', tells: idIn },
  'routing.list': null,
  'routing.try': null,
  'routing.change': { when: 'done', tells: ({ change }) => ({ what: change.do }) },
  'phrases.list': null,
  'phrases.save': { when: 'done', tells: nothing },
  'phrases.remove': { when: 'done', tells: idIn },
  'groups.list': null,
  'groups.suggest': { when: 'shown', tells: nothing },
  'groups.near': { when: 'shown', tells: ({ no }) => ticket(no) },
  'groups.open': { when: 'shown', tells: idIn },
  'groups.make': { when: 'done', tells: ({ public: isPublic }) => ({ what: isPublic ? 'public' : 'hidden' }) },
  'groups.change': {
    when: 'done',
    tells: ({ id, public: isPublic }) => ({ about: id, what: isPublic ? 'public' : 'hidden' }),
  },
  'groups.join': { when: 'done', tells: idIn },
  'groups.leave': { when: 'done', tells: ({ id, no }) => ({ ...ticket(no), what: id }) },
  'groups.preview': { when: 'shown', tells: idIn },
  'groups.answer': { when: 'done', tells: ({ id, edition }) => ({ about: id, what: `edition ${edition + 1}` }) },
  'figures.open': { when: 'shown', tells: ({ unit }) => (unit ? { what: unit } : {}) },
  'figures.rows': {
    when: 'done',
    tells: ({ from, to }) => ({ what: `${from} ${to}` }),
    // A file has hundreds of pages, and none without the first: see rows.ts.
    goesOn: ({ after }) => after !== undefined,
  },
  'duty.hours': null,
  'duty.shifts': null,
  'duty.setWeek': { when: 'done', tells: ({ from }) => ({ what: from }) },
  'duty.dropWeek': { when: 'done', tells: ({ from }) => ({ what: from }) },
  'duty.setDay': { when: 'done', tells: ({ day }) => ({ what: day }) },
  'duty.setShift': { when: 'done', tells: ({ day }) => ({ what: day }) },
  'duty.dropShift': { when: 'done', tells: idIn },
  'duty.sheet': { when: 'shown', tells: nothing },
  'reminders.list': { when: 'shown', tells: nothing },
  'reminders.see': null,
  'blocks.add': { when: 'done', tells: ({ no }) => ticket(no) },
  'blocks.list': { when: 'shown', tells: nothing },
  'blocks.lift': { when: 'done', tells: idIn },
  'audit.list': {
    when: 'shown',
    tells: ({ about, official }) => ({
      ...(about ? ticket(about) : official && { about: official }),
      what: about ? 'ticket' : official ? 'official' : 'all',
    }),
  },
}
