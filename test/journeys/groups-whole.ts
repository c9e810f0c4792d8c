/** Whether everything about each group agrees: whom it counts, its answers, who was told which, and what finds it. */
import { countedIn, hears } from '@/core/group'
import { editionOf, findableId, type GroupEditionRecord, type GroupRecord } from '@/server/groupRecords'
import { type Entry, type TicketRecord, ticketOf } from '@/server/records'
import { allOf } from './published-whole'
import type { Town } from './town'

/** What is half put together or half told, each in a sentence. Whoever is still to be told has an errand. */
export async function groupsWhole(town: Pick<Town, 'world'>): Promise<string[]> {
  const [groups, editions, findables, tickets, entries, errands] = await Promise.all([
    allOf<GroupRecord>(town, 'groups'),
    allOf<GroupEditionRecord>(town, 'groupEditions'),
    allOf<object>(town, 'findables'),
    allOf<TicketRecord>(town, 'tickets'),
    allOf<Entry>(town, 'entries'),
    allOf<{ errand: { kind: string; group?: string } }>(town, 'errands'),
  ])
  const found = new Set(findables.map(({ id }) => id))
  const telling = new Set(errands.flatMap(({ errand }) => (errand.kind === 'tell' ? (errand.group ?? []) : [])))
  const ids = new Set(groups.map(({ id }) => id))
  const issues = [...found].filter((id) => id.startsWith('issue:'))
  return [
    ...issues.filter((id) => !ids.has(id.slice('issue:'.length))).map((id) => `${id} is found and not there`),
    ...groups.flatMap((group) => {
      const { id, askers, sample } = group
      const members = tickets.filter((one) => one.group === id).map(ticketOf)
      const wrong: string[] = []
      const counted = members.filter((one) => countedIn(one)).length
      // Sample issues are counted by whoever wrote them.
      if (!sample && counted !== askers) wrong.push(`counts ${askers} of ${counted} askers`)
      const chain = editions.filter((edition) => edition.group === id).length
      if (chain !== editionOf(group)) wrong.push(`is in edition ${editionOf(group)} and has ${chain}`)
      if (found.has(findableId(id)) !== group.public) wrong.push('is public and not found, or the other way round')
      const unheard = members.filter((one) => hears(one) && (one.told?.edition ?? 0) < editionOf(group))
      if (unheard.length && !telling.has(id)) wrong.push(`leaves ${unheard.length} untold`)
      return wrong.map((what) => `${id} ${what}`)
    }),
    ...tickets.flatMap(({ no, told }) => {
      const heard = entries.filter((line) => line.no === no && line.edition === told?.edition && line.edition)
      return told && heard.length !== 1 ? [`${no} was told edition ${told.edition} ${heard.length} times`] : []
    }),
  ]
}
