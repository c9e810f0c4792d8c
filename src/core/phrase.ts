/**
 * Reply templates: words with slots in 【】 for what differs from case to case. What the system knows of a case is filled in
 * by it; what was done, when and by whom only a person can say. A text in which a slot is still open says nothing, and one
 * that says what the template says to everybody closes nobody's case.
 */
import type { Day } from './deadline'
import { placesIn } from './privacy'
import { SLOT_NAME, slotsIn } from './slots'
import type { Command } from './ticket'

/** What the system knows of a case, and nothing of who asked. Absent what does not apply. */
export type Known = { no: string; unit: string; today: Day; place?: string; lead?: string; promised?: Day }

/** The slots that are filled in by themselves, by the names that may stand in them. All others are for a person. */
export const KNOWN_SLOTS: Record<string, keyof Known> = {
  编号: 'no',
  地点: 'place',
  单位: 'unit',
  承办单位: 'lead',
  今天: 'today',
  期限: 'promised',
  number: 'no',
  place: 'place',
  unit: 'unit',
  'lead unit': 'lead',
  today: 'today',
  'promised day': 'promised',
}

const SLOT = /【([^【】]*)】/g
/** Whether brackets stand in pairs, with a name between. */
export const isWellFormed = (text: string): boolean =>
  !/[【】]/.test(text.replace(SLOT, (slot, name: string) => (name.trim() && name.length <= SLOT_NAME ? '' : slot)))

/** Whether somebody has to say something that the system does not know. */
export const asksSomething = (text: string): boolean => slotsIn(text).some((name) => !isKnownSlot(name))

const isKnownSlot = (name: string): boolean => Object.hasOwn(KNOWN_SLOTS, name.toLowerCase())

/** The words with what the system knows in their slots; what it does not know stays open. */
export function fill(text: string, known: Known): string {
  const fixed = text.replace(SLOT, '')
  const says = saidOf(known, /\p{Script=Han}/u.test(fixed) || !/[a-z]/i.test(fixed))
  return text.replace(SLOT, (slot, name: string) => {
    const what = KNOWN_SLOTS[name.trim().toLowerCase()]
    return (what && says[what]) || slot
  })
}

const saidOf = (known: Known, inChinese: boolean): Record<keyof Known, string | undefined> => ({
  ...{ no: known.no, unit: known.unit, place: known.place, lead: known.lead },
  today: inChinese ? chineseDay(known.today) : known.today,
  promised: known.promised && (inChinese ? chineseDay(known.promised) : known.promised),
})

/** 2026-03-02 as 3月2日. */
const chineseDay = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** From here on an address tells which door is somebody's. */
const HOME = /[\s,，、]*(?:[A-Za-z]|[\d一二三四五六七八九十百]+)[\s-]*(?:号楼|楼|栋|幢|座|单元|层|室|户|号院|#).*$/u

/** An address as far as others may read it: an answer may be shared with everybody who asked the same. */
export function placeTold(address: string): string {
  const [first] = placesIn(address)
  return (first ? address.slice(0, first.from) : address).replace(HOME, '').replace(/[\s,，、(（]+$/u, '')
}

/** Of a command the words that the citizen reads, where an official wrote them. */
export function toldBy(command: Command): string[] {
  switch (command.do) {
    case 'reply':
    case 'ask-back':
    case 'merge':
    case 'review':
      return [command.text]
    case 'answer':
      return [command.text, command.reason ?? '']
    case 'extend':
    case 'delay':
      return [command.reason]
    default:
      return []
  }
}

/** The words with which a command closes a case; undefined where it closes none. */
export function closingWords(command: Command): string | undefined {
  if (command.do === 'answer') return command.text
  return command.do === 'review' && command.outcome === 'uphold' ? command.text : undefined
}
