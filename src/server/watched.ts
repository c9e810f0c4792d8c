/** Of every action that officials may call: whether it is written down, and what of it. */
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
export type Watch<A extends Action> = { when: 'shown' | 'done'; tells: (input: Input<A>) => Told }

const nothing = (): Told => ({})
/** As it stands in the store, or not at all: what was typed may be anything. */
const ticket = (no: string): Told => {
  const about = readNumber(no)
  return about ? { about } : {}
}
const idIn = ({ id }: { id?: string }): Told => (id ? { about: id } : {})

/** What everybody may read, what belongs to nobody yet, and what a screen asks every few seconds. */
const OPEN_TO_ALL = {
  ...{ 'home.open': null, 'alerts.now': null, 'alerts.open': null, 'news.list': null, 'release.read': null },
  ...{ 'hotlines.open': null, 'services.open': null, 'about.open': null, 'issues.list': null, 'issues.open': null },
  ...{ 'search.find': null, 'weather.open': null, 'traffic.open': null, 'places.search': null },
  ...{ 'filing.open': null, 'filing.look': null, 'uploads.begin': null, 'uploads.receive': null },
  ...{ 'session.open': null, 'spots.list': null, 'spots.code': null, 'desk.changes': null, 'desk.here': null },
  ...{ 'reminders.list': null, 'reminders.see': null, 'routing.try': null, 'phrases.list': null },
}

export const WATCHED: { [A in OfficialAction]: Watch<A> | null } = {
  ...OPEN_TO_ALL,
  // Written by `atDoor`, for whoever it may be; an offer to sign in says nothing before it is collected.
  ...{ 'desk.signIn': null, 'desk.signInWeChat': null, 'desk.offer': null, 'desk.collect': null },
  'desk.unlock': { when: 'done', tells: nothing },
  'desk.offered': { when: 'shown', tells: nothing },
  'desk.approve': { when: 'done', tells: nothing },
  'account.open': { when: 'shown', tells: nothing },
  'account.password': { when: 'done', tells: nothing },
  'account.codes': { when: 'done', tells: nothing },
  'account.confirmCodes': { when: 'done', tells: nothing },
  'account.bind': { when: 'done', tells: nothing },
  'account.removeDevice': { when: 'done', tells: nothing },
  'account.endSession': { when: 'done', tells: nothing },
  'people.list': { when: 'shown', tells: ({ unit }) => (unit ? { about: unit } : {}) },
  'people.open': { when: 'shown', tells: idIn },
  'people.add': { when: 'done', tells: ({ account }) => ({ about: account }) },
  'people.change': { when: 'done', tells: idIn },
  'people.renew': { when: 'done', tells: idIn },
  'people.end': { when: 'done', tells: idIn },
  'people.letIn': { when: 'done', tells: nothing },
  'people.removeDevice': { when: 'done', tells: nothing },
  'people.endSession': { when: 'done', tells: idIn },
  'routing.list': { when: 'shown', tells: nothing },
  'routing.change': { when: 'done', tells: ({ change }) => ({ what: change.do }) },
  'phrases.save': { when: 'done', tells: ({ known }) => idIn(known ?? {}) },
  'phrases.remove': { when: 'done', tells: idIn },
  'figures.open': { when: 'shown', tells: ({ by }) => ({ what: by }) },
  'figures.rows': { when: 'shown', tells: nothing },
  'duty.hours': { when: 'shown', tells: nothing },
  'duty.setWeek': { when: 'done', tells: nothing },
  'duty.dropWeek': { when: 'done', tells: nothing },
  'duty.setDay': { when: 'done', tells: nothing },
  'duty.shifts': { when: 'shown', tells: nothing },
  'duty.setShift': { when: 'done', tells: nothing },
  'duty.dropShift': { when: 'done', tells: idIn },
  'duty.sheet': { when: 'shown', tells: nothing },
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
  'audit.list': {
    when: 'shown',
    tells: ({ about, official }) => ({
      ...(about ? ticket(about) : official && { about: official }),
      what: about ? 'ticket' : official ? 'official' : 'all',
    }),
  },
}
